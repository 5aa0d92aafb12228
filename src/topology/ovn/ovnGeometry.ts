/**
 * Where the shapes and lines of the OVN view stand: a grid of columns and rows, for screen and file. Boxes are as
 * wide as a language needs to name the parts of OVN.
 */
import type { Say } from '../export/drawnText';
import type { Box, Point } from '../layout/geometry';
import { LEAST_SIZE, widthOf } from '../view/fitWords';
import { ZOOM } from '../view/viewport';
import { wordSizes } from '../view/wordSizes';
import type { OvnDrawing, OvnShape } from './ovnDrawing';
import { OVN_DETAILS, ovnKindNames } from './ovnNames';

const HEIGHT = 86;
const WIDTH = { least: 136, most: 220 } as const;
/** Left and right of the words of a box. */
const AROUND = 28;
const GAP = { x: 22, y: 14 } as const;

/** Width of the boxes in a language. */
export const ovnWidth = (say: Say): number => {
  const { label, detail } = wordSizes(ZOOM.least);
  const longest = Math.max(
    ...ovnKindNames.map((name) => widthOf(say(name), label * LEAST_SIZE)),
    ...Object.values(OVN_DETAILS).map((said) => widthOf(say(said), detail * LEAST_SIZE)),
  );
  return Math.min(WIDTH.most, Math.max(WIDTH.least, Math.ceil(longest) + AROUND));
};

export const ovnBox = ({ column, row }: OvnShape, width: number): Box => ({
  x: column * (width + GAP.x),
  y: row * (HEIGHT + GAP.y),
  width,
  height: HEIGHT,
});

/** Around everything; columns at the right without a shape take no room. */
export const ovnBounds = ({ shapes, rows }: OvnDrawing, width: number): Box => {
  const last = Math.max(0, ...shapes.map(({ column }) => column));
  return {
    x: 0,
    y: 0,
    width: last * (width + GAP.x) + width,
    height: Math.max(1, rows) * (HEIGHT + GAP.y),
  };
};

/** Points of the line between two shapes, from left to right. */
export const ovnLine = (from: OvnShape, to: OvnShape, width: number): readonly Point[] => {
  const [left, right] = from.column <= to.column ? [from, to] : [to, from];
  const start = ovnBox(left, width);
  const end = ovnBox(right, width);
  const middle = HEIGHT / 2;
  return [
    { x: start.x + width, y: start.y + middle },
    // Long lines run in the row of their end: nothing else stands there.
    ...(right.column - left.column > 1 ? [{ x: start.x + width + GAP.x, y: end.y + middle }] : []),
    { x: end.x, y: end.y + middle },
  ];
};

/** Routers are told from switches by their round ends. */
export const isRouter = ({ kind }: OvnShape): boolean => kind.endsWith('Router');

/** Radius of the corners of a shape. */
export const ovnCorner = (shape: OvnShape): number => (isRouter(shape) ? 24 : 6);
