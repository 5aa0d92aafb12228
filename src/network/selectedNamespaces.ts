/**
 * Which namespaces each CUDN selects. Most selectors begin with one exact label, so an index
 * from label to namespaces replaces a pass over all namespaces per CUDN.
 * Source: domain reference A.6, CUDN-003.
 */
import type { NamespaceRecord } from '../cluster/clusterRecords';
import type { LabelSelector } from '../cluster/labelSelector';
import { labelSelectorMatches } from '../cluster/labelSelectorMatches';
import type { CudnRecord } from '../cluster/udnRecord';

const indexByLabel = (
  namespaces: Iterable<NamespaceRecord>,
): ReadonlyMap<string, readonly NamespaceRecord[]> => {
  const index = new Map<string, NamespaceRecord[]>();
  for (const namespace of namespaces) {
    for (const [key, value] of Object.entries(namespace.meta.labels)) {
      const label = `${key}=${value}`;
      const list = index.get(label);
      if (list === undefined) index.set(label, [namespace]);
      else list.push(namespace);
    }
  }
  return index;
};

const firstPair = (selector: LabelSelector): string | undefined => {
  for (const [key, value] of Object.entries(selector.matchLabels)) return `${key}=${value}`;
  return undefined;
};

/** CUDN name -> names of the namespaces it selects, sorted. */
export const selectedNamespaces = (
  cudns: Iterable<CudnRecord>,
  namespaces: ReadonlyMap<string, NamespaceRecord>,
): ReadonlyMap<string, readonly string[]> => {
  const index = indexByLabel(namespaces.values());
  const selected = new Map<string, readonly string[]>();
  for (const cudn of cudns) {
    const pair = firstPair(cudn.namespaceSelector);
    const candidates = pair === undefined ? namespaces.values() : (index.get(pair) ?? []);
    const names: string[] = [];
    for (const { meta } of candidates) {
      if (labelSelectorMatches(cudn.namespaceSelector, meta.labels)) names.push(meta.name);
    }
    selected.set(cudn.meta.name, names.sort());
  }
  return selected;
};
