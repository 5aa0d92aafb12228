/**
 * Kubernetes quantities ("1k", "2Gi", "100m") as plain numbers, for counting extended resources
 * such as the marker `bridge.network.kubevirt.io/br1: 1k`.
 * Source: k8s.io/apimachinery pkg/api/resource.
 */
const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['n', 1e-9],
  ['u', 1e-6],
  ['m', 1e-3],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
  ['Ei', 2 ** 60],
]);

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(Ki|[MGTPE]i?|[numk])?$/;

/** The number a quantity stands for; undefined when it is none. */
export const parseQuantity = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const match = QUANTITY.exec(value);
  if (match === null) return undefined;
  const [, digits, suffix] = match;
  const factor = SUFFIXES.get(suffix ?? '');
  return factor === undefined ? undefined : Number(digits) * factor;
};
