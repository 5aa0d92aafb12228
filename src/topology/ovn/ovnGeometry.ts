/** Where the shapes and lines of the OVN view stand: a grid of columns and rows, for screen and file. */
import type { Box, Point } from '../layout/geometry';
import type { OvnDrawing, OvnShape } from './ovnDrawing';

const BOX = { width: 130, height: 58 } as const;
const STEP = { x: 152, y: 72 } as const;

export const ovnBox = ({ column, row }: OvnShape): Box => ({
  x: column * STEP.x,
  y: row * STEP.y,
  ...BOX,
});

/** Around everything; columns at the right without a shape take no room. */
export const ovnBounds = ({ shapes, rows }: OvnDrawing): Box => {
  const last = Math.max(0, ...shapes.map(({ column }) => column));
  return {
    x: 0,
    y: 0,
    width: last * STEP.x + BOX.width,
    height: Math.max(1, rows) * STEP.y,
  };
};

/** Points of the line between two shapes, from left to right. */
export const ovnLine = (from: OvnShape, to: OvnShape): readonly Point[] => {
  const [left, right] = from.column <= to.column ? [from, to] : [to, from];
  const start = ovnBox(left);
  const end = ovnBox(right);
  const middle = BOX.height / 2;
  return [
    { x: start.x + BOX.width, y: start.y + middle },
    // Long lines run in the row of their end: nothing else stands there.
    ...(right.column - left.column > 1 ? [{ x: start.x + STEP.x, y: end.y + middle }] : []),
    { x: end.x, y: end.y + middle },
  ];
};

/** Routers are told from switches by their round ends. */
export const isRouter = ({ kind }: OvnShape): boolean => kind.endsWith('Router');
