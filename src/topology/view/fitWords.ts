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

const letterWidth = (letter: string): number =>
  WIDTHS.get(letter) ?? ((letter.codePointAt(0) ?? 0) >= FIRST_WIDE ? WIDE : OTHERS);

/** Width of words of a font size, in the units of the size. */
export const widthOf = (words: string, fontSize: number): number => {
  let width = 0;
  for (const letter of words) width += letterWidth(letter);
  return width * fontSize;
};

const ELLIPSIS = '…';

/** The words, or as much of them as fits into a width, at least one letter, and an ellipsis. */
export const fitWords = (words: string, width: number, fontSize: number): string => {
  if (widthOf(words, fontSize) <= width) return words;
  let room = width - widthOf(ELLIPSIS, fontSize);
  let kept = '';
  for (const letter of words) {
    room -= letterWidth(letter) * fontSize;
    if (room < 0 && kept !== '') break;
    kept += letter;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
};
