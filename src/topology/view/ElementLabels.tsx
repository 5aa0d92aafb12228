/**
 * The words of an element: name above the second line, or, in a row, name at the left and the
 * second line at the right. Lengths are counted in characters, so nothing has to be measured.
 */
import type { FC } from 'react';
import { charactersIn, truncate, widthOf } from './truncate';

interface ElementLabelsProps {
  readonly name: string;
  /** '' for none. */
  readonly detail: string;
  /** Where the words begin and end. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

const NAME_SIZE = 14;
const DETAIL_SIZE = 12;
/** Elements lower than this are rows. */
const TWO_LINES = 30;
/** Part of a row that a long name may keep from the second line. */
const NAME_SHARE = 0.5;
const SPACE = 4;

export const ElementLabels: FC<ElementLabelsProps> = ({ name, detail, left, right, height }) => {
  const room = right - left;
  if (height >= TWO_LINES && detail !== '') {
    return (
      <>
        <text className="vm-networks-element__name" x={left} y={height / 2 - 4}>
          {truncate(name, charactersIn(room, NAME_SIZE))}
        </text>
        <text className="vm-networks-element__detail" x={left} y={height / 2 + 11}>
          {truncate(detail, charactersIn(room, DETAIL_SIZE))}
        </text>
      </>
    );
  }
  const roomForName = Math.min(room * NAME_SHARE, widthOf(name, NAME_SIZE));
  const shown = truncate(detail, charactersIn(room - roomForName - SPACE, DETAIL_SIZE));
  const forName = charactersIn(room - widthOf(shown, DETAIL_SIZE), NAME_SIZE);
  return (
    <>
      <text className="vm-networks-element__name" x={left} y={height / 2} dy="0.35em">
        {truncate(name, forName)}
      </text>
      {shown === '' ? null : (
        <text
          className="vm-networks-element__detail vm-networks-element__detail--right"
          x={right}
          y={height / 2}
          dy="0.35em"
        >
          {shown}
        </text>
      )}
    </>
  );
};
