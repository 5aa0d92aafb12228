/**
 * How large the words of a picture are in the picture's own units. On screen they shrink with the zoom, so
 * a small picture gets larger words and fewer of them: first the second lines go, then the signs. Three
 * steps and no more, so that zooming redraws elements only where it crosses from one to the next.
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
const FAR: WordSizes = { name: 22, detail: 0, icon: 0, label: 18, mark: 1.6 };

/** Zoom below which the next step begins: names stay above 10 pixels down to half size. */
const STEPS = { middle: 0.9, far: 0.62 } as const;

/** Sizes for a zoom; the same object for all zooms of a step. */
export const wordSizes = (zoom: number): WordSizes =>
  zoom >= STEPS.middle ? NEAR : zoom >= STEPS.far ? MIDDLE : FAR;
