/**
 * The words of an element: name above the second line, or, in a row, name at the left and the
 * second line at the right. Where words are drawn large, the second line is left out.
 */
import type { FC } from 'react';
import { fitWords } from './fitWords';
import { rowWords } from './rowWords';
import type { WordSizes } from './wordSizes';

interface ElementLabelsProps {
  readonly name: string;
  /** '' for none. */
  readonly detail: string;
  /** Where the words begin and end. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly sizes: WordSizes;
}

/** Elements lower than this are rows. */
const TWO_LINES = 30;

export const ElementLabels: FC<ElementLabelsProps> = (props) => {
  const { name, detail, left, right, height, sizes } = props;
  const room = right - left;
  const second = sizes.detail === 0 ? '' : detail;
  if (height >= TWO_LINES && second !== '') {
    return (
      <>
        <Name
          words={fitWords(name, room, sizes.name)}
          x={left}
          y={height / 2 - 4}
          size={sizes.name}
        />
        <text
          className="vm-networks-element__detail"
          x={left}
          y={height / 2 + sizes.detail}
          fontSize={sizes.detail}
        >
          {fitWords(second, room, sizes.detail)}
        </text>
      </>
    );
  }
  const row = rowWords(name, second, room, sizes);
  return (
    <>
      <Name words={row.name} x={left} y={height / 2} size={sizes.name} dy="0.35em" />
      {row.detail === '' ? null : (
        <text
          className="vm-networks-element__detail vm-networks-element__detail--right"
          x={right}
          y={height / 2}
          dy="0.35em"
          fontSize={sizes.detail}
        >
          {row.detail}
        </text>
      )}
    </>
  );
};

interface NameProps {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly dy?: string;
}

const Name: FC<NameProps> = ({ words, x, y, size, dy }) => (
  <text className="vm-networks-element__name" x={x} y={y} dy={dy} fontSize={size}>
    {words}
  </text>
);
