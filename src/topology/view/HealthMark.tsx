/** A small sign at an element's corner for everything but ok: a form per health, not only a colour. */
import type { FC } from 'react';
import type { Health } from '../model/picture';

const RADIUS = 7;

const SIGN: Readonly<Record<Exclude<Health, 'ok'>, string>> = {
  broken: '✕',
  warning: '!',
  unknown: '?',
};

interface HealthMarkProps {
  readonly health: Health;
  readonly x: number;
  readonly y: number;
}

export const HealthMark: FC<HealthMarkProps> = ({ health, x, y }) => {
  if (health === 'ok') return null;
  return (
    <g
      className={`vm-networks-mark vm-networks-mark--${health}`}
      transform={`translate(${x},${y})`}
    >
      <circle className="vm-networks-mark__disc" r={RADIUS} />
      <text className="vm-networks-mark__sign" dy="0.35em">
        {SIGN[health]}
      </text>
    </g>
  );
};
