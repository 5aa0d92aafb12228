/**
 * Networks that are one segment on the wire: the same VLAN on the same bridge of some node,
 * though they are separate OVN switches. Source: domain reference B.1, E.2 (24), NAD-023.
 */
import type { GraphFacts } from './graphFacts';
import type { NetworkView } from './networkGraph';

type Facts = Pick<GraphFacts, 'nodes' | 'byPhysicalName'>;

/**
 * Up to this many networks on one segment every pair is named; beyond it each one only names the
 * next, so that the edges stay linear in the networks.
 */
const ALL_PAIRS_LIMIT = 12;

/** Sets of localnets that share a bridge on some node, each set once. */
const sharedBridges = (facts: Facts): ReadonlyMap<string, readonly string[]> => {
  const sets = new Map<string, readonly string[]>();
  for (const view of facts.nodes.values()) {
    const byBridge = new Map<string, string[]>();
    for (const [localnet, bridge] of view.mappings ?? []) {
      const list = byBridge.get(bridge);
      if (list === undefined) byBridge.set(bridge, [localnet]);
      else list.push(localnet);
    }
    for (const localnets of byBridge.values()) sets.set(localnets.sort().join('\n'), localnets);
  }
  return sets;
};

const byVlan = (facts: Facts, localnets: readonly string[]): Iterable<readonly string[]> => {
  const groups = new Map<number | undefined, string[]>();
  const add = (network: NetworkView): void => {
    const group = groups.get(network.vlan);
    if (group === undefined) groups.set(network.vlan, [network.name]);
    else group.push(network.name);
  };
  for (const localnet of localnets) facts.byPhysicalName.get(localnet)?.forEach(add);
  return groups.values();
};

/** Network name -> networks on the same segment that sort after it. */
export const segmentsOf = (facts: Facts): ReadonlyMap<string, ReadonlySet<string>> => {
  const later = new Map<string, Set<string>>();
  const join = (a: string, b: string): void => {
    const known = later.get(a);
    if (known === undefined) later.set(a, new Set([b]));
    else known.add(b);
  };
  for (const localnets of sharedBridges(facts).values()) {
    for (const group of byVlan(facts, localnets)) {
      const names = [...group].sort();
      const reach = names.length > ALL_PAIRS_LIMIT ? 1 : names.length;
      names.forEach((name, at) => {
        for (const other of names.slice(at + 1, at + 1 + reach)) join(name, other);
      });
    }
  }
  return later;
};
