/**
 * Networks that are one segment on the wire: the same VLAN on the same bridge of some node,
 * though they are separate OVN switches. Source: domain reference B.1, E.2 (24), NAD-023.
 */
import type { GraphFacts } from './graphFacts';
import { memoBy } from './memoBy';
import { pushTo } from './multiMap';
import type { NetworkView, NodeView } from './networkGraph';

type Facts = Pick<GraphFacts, 'nodes' | 'mappings' | 'byPhysicalName'>;

/**
 * Up to this many networks on one segment every pair is named; beyond it each one only names the
 * next, so that the edges stay linear in the networks.
 */
const ALL_PAIRS_LIMIT = 12;

type Localnets = readonly string[];

/** The sets of localnets that share a bridge of the node, each with what names the set. */
const setsOfNode = memoBy((view: NodeView): readonly (readonly [string, Localnets])[] => {
  const byBridge = new Map<string, string[]>();
  for (const [localnet, bridge] of view.mappings ?? []) pushTo(byBridge, bridge, localnet);
  return [...byBridge.values()].map((localnets) => [localnets.sort().join('\n'), localnets]);
});

/** Sets of localnets that share a bridge on some node, each set once. */
const sharedBridges = (facts: Facts): ReadonlyMap<string, Localnets> => {
  const sets = new Map<string, Localnets>();
  for (const view of facts.nodes.values()) {
    for (const [name, localnets] of setsOfNode(view)) sets.set(name, localnets);
  }
  return sets;
};

const byVlan = (facts: Facts, localnets: Localnets): Iterable<readonly string[]> => {
  const groups = new Map<number | undefined, string[]>();
  const add = (network: NetworkView): void => {
    const group = groups.get(network.vlan);
    if (group === undefined) groups.set(network.vlan, [network.name]);
    else group.push(network.name);
  };
  for (const localnet of localnets) facts.byPhysicalName.get(localnet)?.forEach(add);
  return groups.values();
};

export interface Segments {
  /** Network name -> networks on the same segment that sort after it. */
  readonly later: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same the other way round. */
  readonly earlier: ReadonlyMap<string, ReadonlySet<string>>;
}

const work = (facts: Facts): Segments => {
  const later = new Map<string, Set<string>>();
  const earlier = new Map<string, Set<string>>();
  for (const localnets of sharedBridges(facts).values()) {
    for (const group of byVlan(facts, localnets)) {
      const names = [...group].sort();
      const reach = names.length > ALL_PAIRS_LIMIT ? 1 : names.length;
      names.forEach((name, at) => {
        for (const other of names.slice(at + 1, at + 1 + reach)) {
          addTo(later, name, other);
          addTo(earlier, other, name);
        }
      });
    }
  }
  return { later, earlier };
};

const addTo = (map: Map<string, Set<string>>, key: string, item: string): void => {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([item]));
  else set.add(item);
};

interface Known {
  readonly byPhysicalName: Facts['byPhysicalName'];
  readonly segments: Segments;
}

/** The last answer for each state of the mappings. */
const known = new WeakMap<Facts['mappings'], Known>();

/**
 * Which networks share a segment. Linear in the mappings of all nodes; the answer is remembered
 * as long as mappings and networks stay the same.
 */
export const segmentsOf = (facts: Facts): Segments => {
  const before = known.get(facts.mappings);
  if (before?.byPhysicalName === facts.byPhysicalName) return before.segments;
  const segments = work(facts);
  known.set(facts.mappings, { byPhysicalName: facts.byPhysicalName, segments });
  return segments;
};
