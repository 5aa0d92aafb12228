/**
 * Shortens words to the room they have, without measuring them in the page: that would cost a layout per
 * word. Widths are those of the console's font, by groups of letters that are about as wide; a margin
 * keeps fall-back fonts inside, too.
 */

/** Widths at 1 px font size, measured in Red Hat Text. Letters not named here are `OTHERS`. */
const GROUPS: readonly (readonly [string, number])[] = [
  ["ijlI'!|.,:;· ", 0.25],
  ['frt"1()[]{}', 0.38],
  ['skxzyvc/-_*?', 0.5],
  ['ABEFJKLPRSTVXYZ0#&w+=<>~', 0.66],
  ['CDGHNOQU%@…', 0.76],
  ['mMW', 0.87],
];
const OTHERS = 0.58;
/** Scripts whose letters are as wide as they are high. */
const WIDE = 1;
const FIRST_WIDE = 0x2e80;

const WIDTHS: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
);

export const isWide = (letter: string): boolean => (letter.codePointAt(0) ?? 0) >= FIRST_WIDE;

const letterWidth = (letter: string): number => {
  if (isWide(letter)) return WIDE;
  // An accented letter is as wide as the letter below its accent.
  return WIDTHS.get(letter) ?? WIDTHS.get(letter.normalize('NFD').charAt(0)) ?? OTHERS;
};

/** Width of words of a font size, in the units of the size. */
export const widthOf = (words: string, fontSize: number): number => {
  let width = 0;
  for (const letter of words) width += letterWidth(letter);
  return width * fontSize;
};

const ELLIPSIS = '…';

/** Smallest part of its size that a line is drawn at before it is cut: still larger than what is too small. */
export const LEAST_SIZE = 0.8;

/** A line of words as it is drawn. */
export interface Line {
  readonly words: string;
  readonly size: number;
}

/** The words at their size, or a little smaller where that makes them fit whole, or else shortened. */
export const fitLine = (words: string, width: number, fontSize: number): Line => {
  const needed = widthOf(words, fontSize);
  if (needed <= width) return { words, size: fontSize };
  const size = Math.max(LEAST_SIZE, width / needed) * fontSize;
  return { words: fitWords(words, width, size), size };
};

/** The words, or as much of them as fits into a width, at least one letter, and an ellipsis. */
export const fitWords = (words: string, width: number, fontSize: number): string => {
  // Fitted exactly, a width may come out a hair larger.
  if (widthOf(words, fontSize) <= width + 0.01) return words;
  let room = width - widthOf(ELLIPSIS, fontSize);
  let kept = '';
  for (const letter of words) {
    room -= letterWidth(letter) * fontSize;
    if (room < 0 && kept !== '') break;
    kept += letter;
  }
  return `${kept.replace(/[\s…]+$/, '') || kept}${ELLIPSIS}`;
};
