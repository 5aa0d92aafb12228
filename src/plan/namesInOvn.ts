/**
 * The networks of the cluster by what OVN makes of their names: two that become one there fight over one
 * switch (NAD-007). Worked out once for each graph, for a form asks on every key.
 */
import { ovnName } from '../cluster/ovnNames';
import { pushTo } from '../network/multiMap';
import type { NetworkGraph } from '../network/networkGraph';

const known = new WeakMap<NetworkGraph, ReadonlyMap<string, readonly string[]>>();

/** Names of networks by their name inside OVN. */
export const namesInOvn = (graph: NetworkGraph): ReadonlyMap<string, readonly string[]> => {
  const names = known.get(graph) ?? namesOf(graph);
  known.set(graph, names);
  return names;
};

const namesOf = (graph: NetworkGraph): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, string[]>();
  for (const name of graph.networks.keys()) pushTo(names, ovnName(name), name);
  return names;
};
