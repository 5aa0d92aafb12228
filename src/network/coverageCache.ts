/**
 * Coverage maps that are worked out once per set of nodes: networks on one localnet, and NADs on
 * one bridge or resource, share theirs.
 */
import { coverageKeyOf, nadCoverage, networkCoverage } from './coverage';
import type { GraphFacts } from './graphFacts';
import type { NetworkView, NodeCoverage } from './networkGraph';

type Coverage = ReadonlyMap<string, NodeCoverage>;

const caches = new WeakMap<GraphFacts['nodes'], Map<string, Coverage>>();

const remembered = (facts: GraphFacts, key: string, work: () => Coverage): Coverage => {
  let cache = caches.get(facts.nodes);
  if (cache === undefined) {
    cache = new Map();
    caches.set(facts.nodes, cache);
  }
  const known = cache.get(key);
  if (known !== undefined) return known;
  const coverage = work();
  cache.set(key, coverage);
  return coverage;
};

/** Coverage of an OVN network, by node. */
export const coverageOfNetwork = (facts: GraphFacts, network: NetworkView): Coverage => {
  const key = network.topology === 'localnet' ? `localnet ${network.physicalName}` : 'overlay';
  return remembered(facts, key, () => networkCoverage(facts, network));
};

/** Coverage of a NAD that belongs to no OVN network, by node. */
export const coverageOfPlugin = (facts: GraphFacts, nadKey: string): Coverage => {
  const key = coverageKeyOf(facts, nadKey);
  const work = (): Coverage => nadCoverage(facts, nadKey);
  return key === undefined ? work() : remembered(facts, key, work);
};
