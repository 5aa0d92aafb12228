/** What the rules ask of VMs and their NICs. */
import { entityId } from '../network/model';
import type { NetworkGraph, NodeView, VmView, VnicView } from '../network/networkGraph';
import { attachedNics } from './facts/attachedNics';
import type { NadRecord } from '../cluster/nadRecord';

/** The VM a NIC belongs to. */
export const vmOfVnic = (graph: NetworkGraph, vnic: VnicView): VmView | undefined =>
  graph.vms.get(`${vnic.namespace}/${vnic.vmName}`);

export const vmIdOfVnic = (vnic: VnicView): string => entityId('vm', vnic.namespace, vnic.vmName);

/** What a sentence calls a NIC: `ns/vm interface`. */
export const vnicLabel = (vnic: VnicView): string =>
  `${vnic.namespace}/${vnic.vmName} ${vnic.name}`;

/** The NAD of the NIC, where it exists and can be read. */
export const nadOfVnic = (graph: NetworkGraph, vnic: VnicView): NadRecord | undefined =>
  vnic.nadKey === undefined ? undefined : graph.snapshot.nads.items.get(vnic.nadKey);

/** Namespace part of the NAD reference; undefined for the pod network. */
export const nadNamespace = (nadKey: string): string => nadKey.slice(0, nadKey.indexOf('/'));

/** Name part of the NAD reference. */
export const nadName = (nadKey: string): string => nadKey.slice(nadKey.indexOf('/') + 1);

/** Nodes of the VMs that are on the NAD now, sources and targets of migrations alike. */
export const nodesOfVms = (graph: NetworkGraph, nadKey: string): readonly NodeView[] => {
  const names = new Set<string>();
  for (const { vm } of attachedNics(graph, nadKey)) {
    for (const name of vm.nodes) names.add(name);
  }
  return [...names].sort().flatMap((name) => graph.nodes.get(name) ?? []);
};

/** The NIC is being removed: nothing about it needs mending. */
export const isLeaving = (vnic: VnicView): boolean => vnic.nic?.state === 'absent';

/** The binding as it acts: none stated means bridge. */
export const bindingOf = (vnic: VnicView): string => {
  const binding = vnic.nic?.binding ?? '';
  return binding === '' && vnic.nic?.bindingPlugin !== true ? 'bridge' : binding;
};

/** MAC addresses are compared in lower case. */
export const sameCase = (mac: string): string => mac.toLowerCase();

/** The VM's instance is up: what it reports is worth judging. */
export const isRunning = (vm: VmView): boolean => vm.vmi?.phase === 'Running';
