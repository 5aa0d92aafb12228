/** One edge as a curve through its points; its label only where the path is lit. */
import { memo } from 'react';
import type { FC } from 'react';
import { useText } from '../../console/translation';
import type { Point } from '../layout/geometry';
import type { DrawnEdge } from '../model/picture';

interface EdgePathProps {
  readonly edge: DrawnEdge;
  readonly points: readonly Point[];
  readonly isLit: boolean;
  readonly isFaded: boolean;
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

const EdgePathBase: FC<EdgePathProps> = ({ edge, points, isLit, isFaded }) => {
  const sentence = useText();
  const classes = [
    'vm-networks-edge',
    `vm-networks-edge--${edge.state}`,
    ...(edge.accent === undefined ? [] : [`vm-networks-accent-${edge.accent}`]),
    ...(edge.isIntended ? ['vm-networks-edge--intended'] : []),
    ...(isLit ? ['vm-networks-edge--lit'] : []),
    ...(isFaded ? ['vm-networks-faded'] : []),
  ];
  const [first, second] = points;
  return (
    <g className={classes.join(' ')} aria-hidden="true">
      <path d={curve(points)} />
      {isLit && edge.label !== undefined && first !== undefined && second !== undefined ? (
        <text x={(first.x + second.x) / 2} y={(first.y + second.y) / 2 - 4}>
          {sentence(edge.label)}
        </text>
      ) : null}
    </g>
  );
};

export const EdgePath = memo(EdgePathBase);
