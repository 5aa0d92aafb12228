/**
 * Which policies map a localnet to a bridge: a bridge is "mapped" as soon as any policy that
 * meets it on a node, or the node itself, says so (domain reference NNCP-012, NNCP-013).
 */
import type { PolicyRecord } from '../../cluster/policyRecord';
import type { NetworkGraph } from '../../network/networkGraph';
import { perGraph } from './perGraph';
import { intentsOf } from '../../network/policyIntent';

interface WantedMapping {
  readonly policy: PolicyRecord;
  readonly localnet: string;
}

const byBridge = perGraph((graph): ReadonlyMap<string, readonly WantedMapping[]> => {
  const index = new Map<string, WantedMapping[]>();
  for (const policy of graph.snapshot.policies.items.values()) {
    for (const { bridge, localnet, state } of intentsOf(graph, policy).flatMap((i) => i.mappings)) {
      if (state === 'absent') continue;
      const kept = index.get(bridge);
      if (kept === undefined) index.set(bridge, [{ policy, localnet }]);
      else kept.push({ policy, localnet });
    }
  }
  return index;
});

/** Policies of which nobody knows a node are taken to meet. */
const canMeet = (graph: NetworkGraph, a: PolicyRecord, b: PolicyRecord): boolean => {
  if (a === b) return true;
  const ofA = graph.nodesOfPolicy(a.meta.name);
  const ofB = new Set(graph.nodesOfPolicy(b.meta.name));
  return ofA.length === 0 || ofB.size === 0 || ofA.some((node) => ofB.has(node));
};

/** Localnets mapped to the bridge of this policy, by policies or on its nodes; sorted. */
export const localnetsMappedTo = (
  graph: NetworkGraph,
  policy: PolicyRecord,
  bridge: string,
): readonly string[] => {
  const localnets = new Set<string>();
  for (const wanted of byBridge(graph).get(bridge) ?? []) {
    if (canMeet(graph, policy, wanted.policy)) localnets.add(wanted.localnet);
  }
  return [...localnets].sort();
};
