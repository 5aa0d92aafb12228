/**
 * How large the words of a picture are in the picture's own units. On screen they shrink with the zoom, so
 * a small picture gets larger words and fewer of them: in the end second lines and signs go.
 * A few steps and no more, so that zooming redraws elements only where it crosses from one to the next.
 */

export interface WordSizes {
  readonly name: number;
  /** 0: no second lines. */
  readonly detail: number;
  /** Of the sign before the name; 0 for none. */
  readonly icon: number;
  /** Of the label of a line. */
  readonly label: number;
  /** Factor for marks of health, which have to be seen first at any size. */
  readonly mark: number;
}

const NEAR: WordSizes = { name: 14, detail: 12, icon: 14, label: 11, mark: 1 };
const MIDDLE: WordSizes = { name: 16, detail: 14, icon: 14, label: 13, mark: 1.15 };
const SMALL: WordSizes = { name: 18, detail: 15, icon: 14, label: 14, mark: 1.3 };
const FAR: WordSizes = { name: 22, detail: 0, icon: 0, label: 18, mark: 1.6 };

/** Zooms from which a step holds; the last one holds for the rest. */
const STEPS: readonly (readonly [number, WordSizes])[] = [
  [0.9, NEAR],
  [0.73, MIDDLE],
  [0.58, SMALL],
];

/** Sizes for a zoom; the same object for all zooms of a step. */
export const wordSizes = (zoom: number): WordSizes =>
  STEPS.find(([least]) => zoom >= least)?.[1] ?? FAR;
