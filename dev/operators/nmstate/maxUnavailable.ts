/**
 * How many nodes of a policy may be configured at once: a number or a percentage of the matching
 * nodes, rounded up, never below 1; what cannot be parsed counts as the default 50%.
 * Source: kubernetes-nmstate pkg/node/nodes.go.
 */
const DEFAULT_SHARE = 50;

export function maxUnavailable(value: number | string | undefined, matching: number): number {
  if (typeof value === 'number' && Number.isInteger(value)) return Math.max(1, value);
  const digits = typeof value === 'string' ? /^(\d+)%$/.exec(value)?.[1] : undefined;
  const share = digits === undefined ? DEFAULT_SHARE : Number(digits);
  return Math.max(1, Math.ceil((matching * share) / 100));
}
