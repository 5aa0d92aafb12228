/** Shortens a label to a number of characters, so that no text has to be measured to be drawn. */
export const truncate = (label: string, length: number): string =>
  label.length <= length ? label : `${label.slice(0, Math.max(1, length - 1))}…`;

/** Average width of a character of the console's font at 1 px font size, with a margin. */
const CHARACTER = 0.48;

/** How many characters of a font size fit into a width, both in pixels. */
export const charactersIn = (width: number, fontSize: number): number =>
  Math.max(1, Math.floor(width / (fontSize * CHARACTER)));

/** Width of a text of a font size, in pixels, as far as it can be told without measuring. */
export const widthOf = (label: string, fontSize: number): number =>
  label.length * fontSize * CHARACTER;
