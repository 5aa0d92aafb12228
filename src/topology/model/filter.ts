/**
 * What the user narrows the picture to: values of one attribute widen it, attributes narrow each
 * other ("project A or B, and on node C, and broken"). Lives in the URL.
 */
import type { Health } from './picture';

export const FILTER_KEYS = ['project', 'node', 'network', 'vlan', 'state'] as const;

export type FilterKey = (typeof FILTER_KEYS)[number];

/** Values as in the URL: names of projects, nodes and networks, VLAN ids, healths. */
export type Filter = Readonly<Record<FilterKey, readonly string[]>>;

export const NO_FILTER: Filter = { project: [], node: [], network: [], vlan: [], state: [] };

/** Everything that is not known to be well; what "hide healthy" leaves. */
export const UNHEALTHY: readonly Health[] = ['broken', 'warning', 'unknown'];

export const isFiltering = (filter: Filter): boolean =>
  FILTER_KEYS.some((key) => filter[key].length > 0);

export const hidesHealthy = ({ state }: Filter): boolean =>
  state.length > 0 && !state.includes('ok');

/** The filter with a value added to an attribute, or taken away when it is there. */
export const toggleValue = (filter: Filter, key: FilterKey, value: string): Filter => {
  const values = filter[key];
  const next = values.includes(value)
    ? values.filter((other) => other !== value)
    : [...values, value];
  return { ...filter, [key]: next };
};
