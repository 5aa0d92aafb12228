/**
 * The words of a row: its name at the left, its second line at the right, each as far as there is room.
 * One place for the drawing and for what is exported of it.
 */
import { fitLine, widthOf } from './fitWords';
import type { Line } from './fitWords';

/** Part of a row that a long name may keep from the second line. */
const NAME_SHARE = 0.5;
const SPACE = 6;

export interface RowWords {
  readonly name: Line;
  /** Without words where there is none. */
  readonly detail: Line;
}

/**
 * @param room from where the name begins to where the second line ends
 * @param sizes of the letters
 */
export const rowWords = (
  name: string,
  detail: string,
  room: number,
  sizes: { readonly name: number; readonly detail: number },
): RowWords => {
  const forName = Math.min(room * NAME_SHARE, widthOf(name, sizes.name));
  const shown = fitLine(detail, room - forName - SPACE, sizes.detail);
  const left = detail === '' ? room : room - widthOf(shown.words, shown.size) - SPACE;
  return { name: fitLine(name, left, sizes.name), detail: shown };
};
