/**
 * Which wanted bonds end up under a bridge that VMs use, read from the policies of a node: a port
 * of the bridge, or the base of a VLAN interface that is one (domain reference NNCP-017).
 */
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import { PHYSNET } from '../../cluster/ovnNames';
import type { PolicyRecord } from '../../cluster/policyRecord';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { enslavedPorts } from './enslavedPorts';
import { linuxBridgeNads } from './bridgeUse';
import { intentOn, isBridgeEntry, isWanted } from '../../network/policyIntent';

export interface WantedBond {
  readonly policy: PolicyRecord;
  readonly entry: InterfaceRecord;
  readonly bridge: string;
}

interface WantedEntry {
  readonly policy: PolicyRecord;
  readonly entry: InterfaceRecord;
}

const entriesOn = (node: NodeView): readonly WantedEntry[] =>
  node.policies.flatMap((policy) =>
    (intentOn(policy, node)?.interfaces ?? []).filter(isWanted).map((entry) => ({ policy, entry })),
  );

/** Name -> what stands on it directly. */
const standsOn = (entries: readonly WantedEntry[]): ReadonlyMap<string, readonly string[]> => {
  const above = new Map<string, string[]>();
  const add = (below: string, name: string): void => {
    above.set(below, [...(above.get(below) ?? []), name]);
  };
  for (const { entry } of entries) {
    if (isBridgeEntry(entry)) enslavedPorts(entry).forEach((port) => add(port.name, entry.name));
    if (entry.vlan !== undefined) add(entry.vlan.base, entry.name);
  }
  return above;
};

const usedBridges = (graph: NetworkGraph, node: NodeView): ReadonlySet<string> => {
  const used = new Set<string>(linuxBridgeNads(graph).keys());
  const add = (localnet: string, bridge: string): void => {
    const networks = graph.localnets.get(localnet)?.networks.length ?? 0;
    if (localnet !== PHYSNET || networks > 0) used.add(bridge);
  };
  node.mappings?.forEach((bridge, localnet) => add(localnet, bridge));
  for (const policy of node.policies) {
    for (const mapping of intentOn(policy, node)?.mappings ?? []) {
      if (mapping.state === 'present') add(mapping.localnet, mapping.bridge);
    }
  }
  return used;
};

const wantsBond = (policy: PolicyRecord, node: NodeView): boolean =>
  intentOn(policy, node)?.interfaces.some((entry) => entry.type === 'bond') === true;

/** Kernel bonds that policies of the node put under a bridge for VMs. */
export const wantedBonds = (graph: NetworkGraph, node: NodeView): readonly WantedBond[] => {
  if (!node.policies.some((policy) => wantsBond(policy, node))) return [];
  const entries = entriesOn(node);
  const bonds = entries.filter(({ entry }) => entry.type === 'bond');
  const above = standsOn(entries);
  const used = usedBridges(graph, node);
  return bonds.flatMap(({ policy, entry }) => {
    const direct = above.get(entry.name) ?? [];
    const reached = [...direct, ...direct.flatMap((name) => above.get(name) ?? [])];
    const bridge = reached.find((name) => used.has(name));
    return bridge === undefined ? [] : [{ policy, entry, bridge }];
  });
};
