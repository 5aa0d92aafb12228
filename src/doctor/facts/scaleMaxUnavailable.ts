/**
 * How many nodes a policy may change at once: an integer, or a percentage of the matching nodes
 * rounded up, never below one; the default and every value that cannot be read is 50%.
 * Source: kubernetes-nmstate pkg/node/nodes.go; domain reference A.1.1.
 */
const DEFAULT_PERCENT = 50;

/** Number of nodes, at least 1. `matching` is the number of nodes the policy matches. */
export const scaleMaxUnavailable = (stated: string | undefined, matching: number): number => {
  const written = stated?.trim() ?? '';
  if (/^\d+$/.test(written)) return Math.max(1, Number(written));
  const percent = /^(\d+)%$/.exec(written)?.[1];
  const share = percent === undefined ? DEFAULT_PERCENT : Number(percent);
  return Math.max(1, Math.ceil((matching * share) / 100));
};
