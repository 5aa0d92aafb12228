/**
 * Breaks words into lines of a width: at spaces, behind the signs that names are joined with, and anywhere beside
 * a letter of a script that is written without spaces.
 */
import { LEAST_SIZE, fitWords, isWide, widthOf } from './fitWords';

const JOINTS: ReadonlySet<string> = new Set([' ', '-', '_', '/', '.', '@']);

/** Pieces that stay whole; a space stays at the end of its piece. */
const piecesOf = (words: string): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  let last = '';
  for (const letter of words) {
    if (piece !== '' && (JOINTS.has(last) || isWide(last) || isWide(letter))) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
    last = letter;
  }
  return piece === '' ? pieces : [...pieces, piece];
};

/** Lines as wide as they come out, the last one with all the rest in it. */
const breakInto = (words: string, width: number, size: number, most: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(words)) {
    const isLast = lines.length === most - 1;
    if (line !== '' && !isLast && widthOf((line + piece).trimEnd(), size) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trim()];
};

export interface Lines {
  readonly lines: readonly string[];
  readonly size: number;
}

/** Parts of its size that words are tried at, before any of them is left out. */
const SIZES = [1, 0.9, LEAST_SIZE] as const;

/**
 * The words in as few letters too many as can be: whole if a size and lines can be found for them, else shortened.
 * @param most lines
 */
export const wrapWords = (words: string, width: number, fontSize: number, most: number): Lines => {
  const [, smaller] = SIZES;
  const whole = { lines: [words.trim()], size: smaller * fontSize };
  if (widthOf(words, fontSize) > width && widthOf(words, whole.size) <= width) return whole;
  for (const part of SIZES) {
    const size = part * fontSize;
    const lines = breakInto(words, width, size, most);
    if (lines.every((line) => widthOf(line, size) <= width)) return { lines, size };
  }
  const size = LEAST_SIZE * fontSize;
  return {
    lines: breakInto(words, width, size, most).map((line) => fitWords(line, width, size)),
    size,
  };
};
