/** A small sign at an element's corner for everything but ok: a form per health, not only a colour. */
import type { FC } from 'react';
import type { Health } from '../model/picture';

/** Octagon, triangle, circle: told apart without colour and before the sign is read. */
const FORM: Readonly<Record<Exclude<Health, 'ok'>, string>> = {
  broken: 'M-3.3,-8 L3.3,-8 L8,-3.3 L8,3.3 L3.3,8 L-3.3,8 L-8,3.3 L-8,-3.3 Z',
  warning: 'M0,-8.5 L8.5,7 L-8.5,7 Z',
  unknown: 'M-7.5,0 A7.5,7.5 0 1 1 7.5,0 A7.5,7.5 0 1 1 -7.5,0 Z',
};

const SIGN: Readonly<Record<Exclude<Health, 'ok'>, string>> = {
  broken: '✕',
  warning: '!',
  unknown: '?',
};

interface HealthMarkProps {
  readonly health: Health;
  readonly x: number;
  readonly y: number;
  /** Factor of its size; 1 is 16 units. */
  readonly scale: number;
}

export const HealthMark: FC<HealthMarkProps> = ({ health, x, y, scale }) => {
  if (health === 'ok') return null;
  return (
    <g
      className={`vm-networks-mark vm-networks-mark--${health}`}
      transform={`translate(${x},${y}) scale(${scale})`}
    >
      <path className="vm-networks-mark__disc" d={FORM[health]} />
      <text className="vm-networks-mark__sign" dy={health === 'warning' ? '0.5em' : '0.35em'}>
        {SIGN[health]}
      </text>
    </g>
  );
};
