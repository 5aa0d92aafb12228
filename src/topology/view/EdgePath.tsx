/** One edge as a curve through its points; its label where the path is lit or seen from near. */
import { memo } from 'react';
import type { FC } from 'react';
import type { Words } from '../../console/translation';
import type { Point } from '../layout/geometry';
import type { DrawnEdge } from '../model/picture';
import { widthOf } from './fitWords';

interface EdgePathProps {
  readonly words: Words;
  /** Font size of the label. */
  readonly size: number;
  readonly edge: DrawnEdge;
  readonly points: readonly Point[];
  readonly isLit: boolean;
  /** Close enough that every label can be read, and not only those of a lit path. */
  readonly isClose: boolean;
  readonly isFaded: boolean;
  /** Leads to what every node has: drawn thin, so that it does not drown the rest. */
  readonly isQuiet: boolean;
}

/** Horizontal at both ends of every stretch, so that lines enter boxes square. */
export const curve = (points: readonly Point[]): string =>
  points
    .map(({ x, y }, index) => {
      const from = points[index - 1];
      if (from === undefined) return `M${x},${y}`;
      const bend = Math.max(12, Math.abs(x - from.x) / 2);
      return from.y === y ? `L${x},${y}` : `C${from.x + bend},${from.y} ${x - bend},${y} ${x},${y}`;
    })
    .join(' ');

/** Above the middle of the first stretch that has room for the whole label; nowhere, if none has. */
const labelPlace = (points: readonly Point[], width: number): Point | undefined => {
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined || to.x - from.x < width) continue;
    return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 4 };
  }
  return undefined;
};

const EdgePathBase: FC<EdgePathProps> = (props) => {
  const { edge, points, isLit, isClose, isFaded, isQuiet, words, size } = props;
  const { say: sentence } = words;
  const classes = [
    'vm-networks-edge',
    `vm-networks-edge--${edge.state}`,
    ...(edge.accent === undefined ? [] : [`vm-networks-accent-${edge.accent}`]),
    ...(edge.isIntended ? ['vm-networks-edge--intended'] : []),
    ...(isQuiet && !isLit ? ['vm-networks-edge--quiet'] : []),
    ...(isLit ? ['vm-networks-edge--lit'] : []),
    ...(isFaded ? ['vm-networks-faded'] : []),
  ];
  const label = (isLit || isClose) && edge.label !== undefined ? sentence(edge.label) : '';
  const place = label === '' ? undefined : labelPlace(points, widthOf(label, size));
  return (
    <g className={classes.join(' ')} aria-hidden="true">
      <path className="vm-networks-edge__line" d={curve(points)} />
      {place === undefined ? null : (
        <text className="vm-networks-edge__label" x={place.x} y={place.y} fontSize={size}>
          {label}
        </text>
      )}
    </g>
  );
};

export const EdgePath = memo(EdgePathBase);
