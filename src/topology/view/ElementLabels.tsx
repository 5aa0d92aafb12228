/**
 * The words of an element: name above the second line, or, in a row, name at the left and the
 * second line at the right. Where words are drawn large, the second line is left out.
 */
import type { FC } from 'react';
import { fitLine } from './fitWords';
import type { Line } from './fitWords';
import { rowWords } from './rowWords';
import type { WordSizes } from './wordSizes';

interface ElementLabelsProps {
  readonly name: string;
  /** '' for none. */
  readonly detail: string;
  /** Where the name begins, right of its sign. */
  readonly left: number;
  /** Where the second line begins. */
  readonly start: number;
  readonly right: number;
  readonly height: number;
  readonly sizes: WordSizes;
}

/** Elements lower than this are rows. */
const TWO_LINES = 30;
/** Baseline of a name above the middle, where there is a second line. */
const RAISED = 4;

/** Whether there are two lines, the name above; its sign then stands beside the name. */
export const hasTwoLines = (height: number, detail: string, sizes: WordSizes): boolean =>
  height >= TWO_LINES && detail !== '' && sizes.detail > 0;

export const ElementLabels: FC<ElementLabelsProps> = (props) => {
  const { name, detail, left, start, right, height, sizes } = props;
  const middle = height / 2;
  const room = right - left;
  if (hasTwoLines(height, detail, sizes)) {
    const second = fitLine(detail, right - start, sizes.detail);
    return (
      <>
        <Name line={fitLine(name, room, sizes.name)} x={left} y={middle - RAISED} />
        <text
          className="vm-networks-element__detail"
          x={start}
          y={middle + sizes.detail}
          fontSize={second.size}
        >
          {second.words}
        </text>
      </>
    );
  }
  const second = sizes.detail === 0 ? '' : detail;
  const row = rowWords(name, second, room, sizes);
  return (
    <>
      <Name line={row.name} x={left} y={middle} dy="0.35em" />
      {second === '' ? null : (
        <text
          className="vm-networks-element__detail vm-networks-element__detail--right"
          x={right}
          y={middle}
          dy="0.35em"
          fontSize={row.detail.size}
        >
          {row.detail.words}
        </text>
      )}
    </>
  );
};

interface NameProps {
  readonly line: Line;
  readonly x: number;
  readonly y: number;
  readonly dy?: string;
}

const Name: FC<NameProps> = ({ line, x, y, dy }) => (
  <text className="vm-networks-element__name" x={x} y={y} dy={dy} fontSize={line.size}>
    {line.words}
  </text>
);
