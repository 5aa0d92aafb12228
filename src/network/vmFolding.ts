/**
 * VMs folded by network and namespace: ten thousand VMs become a few dozen groups. A VM NIC is in
 * the group of what it is plugged into: an OVN network, a NAD of another plugin, or the pod
 * network. Source: domain reference E.4, F.3.
 */
import type { State } from './model';
import { effectiveNadKey, effectiveNetwork, vnicState } from './nadReference';
import type { NetworkGraph, VnicView } from './networkGraph';

export interface VmGroup {
  /** `group/<attached id>/<namespace>`. */
  readonly id: string;
  /** Entity the NICs hang on: `network/…`, `nad/…`, `clusterNetwork/…`; '' when it has none. */
  readonly attachedTo: string;
  readonly namespace: string;
  /** VMs `ns/name`, sorted, each once. */
  readonly vms: readonly string[];
  /** VM NICs `ns/vm/interface`, sorted. */
  readonly vnics: readonly string[];
  readonly running: number;
  /** NICs by the state of their own reference. */
  readonly states: Readonly<Record<State, number>>;
}

const podNetworkId = (graph: NetworkGraph, namespace: string): string => {
  const primary = graph.primaryNetworkOf(namespace);
  if (primary !== undefined) return primary.id;
  for (const { clusterNetworks } of graph.snapshot.clusterNetworks.items.values()) {
    const cidr = clusterNetworks[0]?.cidr;
    if (cidr !== undefined) return `clusterNetwork/${cidr}`;
  }
  return '';
};

/** Entity a VM NIC hangs on. */
export const attachedTo = (graph: NetworkGraph, vnic: VnicView): string => {
  if (effectiveNetwork(vnic)?.source.type === 'pod') return podNetworkId(graph, vnic.namespace);
  const nadKey = effectiveNadKey(vnic);
  if (nadKey === undefined) return '';
  return graph.networkOfNad(nadKey)?.id ?? `nad/${nadKey}`;
};

interface Growing {
  readonly attachedTo: string;
  readonly namespace: string;
  readonly vms: Set<string>;
  readonly vnics: string[];
  readonly running: Set<string>;
  readonly states: Record<State, number>;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Groups of VMs, sorted by what they hang on and by namespace. Linear in the VM NICs. */
export const foldVms = (graph: NetworkGraph): readonly VmGroup[] => {
  const groups = new Map<string, Growing>();
  const find = (id: string, attached: string, namespace: string): Growing => {
    const known = groups.get(id);
    if (known !== undefined) return known;
    const made: Growing = {
      attachedTo: attached,
      namespace,
      vms: new Set(),
      vnics: [],
      running: new Set(),
      states: { ok: 0, unknown: 0, broken: 0 },
    };
    groups.set(id, made);
    return made;
  };
  for (const vnic of graph.vnics.values()) {
    const attached = attachedTo(graph, vnic);
    const group = find(`group/${attached}/${vnic.namespace}`, attached, vnic.namespace);
    const vm = `${vnic.namespace}/${vnic.vmName}`;
    group.vms.add(vm);
    group.vnics.push(vnic.key);
    if (vnic.vmi?.phase === 'Running') group.running.add(vm);
    group.states[vnicState(graph.snapshot, vnic).state] += 1;
  }
  return [...groups.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, group]) => ({
      id,
      attachedTo: group.attachedTo,
      namespace: group.namespace,
      vms: [...group.vms].sort(),
      vnics: group.vnics.sort(),
      running: group.running.size,
      states: group.states,
    }));
};
