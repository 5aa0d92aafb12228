/**
 * Ages in tables, as kubectl shows them (k8s.io/apimachinery/pkg/util/duration, HumanDuration).
 */
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** Up to which age which unit is used, and which smaller unit is added (apimachinery util/duration). */
const AGES: readonly {
  readonly below: number;
  readonly unit: readonly [string, number];
  readonly added?: readonly [string, number];
}[] = [
  { below: 2 * MINUTE, unit: ['s', 1] },
  { below: 10 * MINUTE, unit: ['m', MINUTE], added: ['s', 1] },
  { below: 3 * HOUR, unit: ['m', MINUTE] },
  { below: 8 * HOUR, unit: ['h', HOUR], added: ['m', MINUTE] },
  { below: 2 * DAY, unit: ['h', HOUR] },
  { below: 8 * DAY, unit: ['d', DAY], added: ['h', HOUR] },
  { below: 2 * YEAR, unit: ['d', DAY] },
  { below: 8 * YEAR, unit: ['y', YEAR], added: ['d', DAY] },
  { below: Infinity, unit: ['y', YEAR] },
];

/** An age as kubectl writes it: `45s`, `5m10s`, `3h7m`, `12d`. */
export function age(time: string, now: Date): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - Date.parse(time)) / 1000));
  const scale = AGES.find(({ below }) => seconds < below);
  if (scale === undefined) {
    return '<invalid>'; // not a time: NaN is below nothing
  }
  const [unit, size] = scale.unit;
  const whole = `${Math.floor(seconds / size)}${unit}`;
  if (scale.added === undefined) {
    return whole;
  }
  const [smallUnit, smallSize] = scale.added;
  const rest = Math.floor((seconds % size) / smallSize);
  return rest === 0 ? whole : `${whole}${rest}${smallUnit}`;
}
