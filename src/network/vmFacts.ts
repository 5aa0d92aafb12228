/**
 * Indexes over VMs and their NICs: by NAD, by node and by namespace. Source: domain reference
 * A.7, B.2.
 */
import type { Snapshot } from '../cluster/snapshot';
import type { VmFacts } from './graphFacts';
import { pushTo } from './multiMap';
import type { VmView, VnicView } from './networkGraph';
import { vmViewOf } from './vmView';

/** NADs a NIC refers to: the template's and, while a change is pending, the instance's. */
export const nadKeysOf = (vnic: VnicView): readonly string[] =>
  [vnic.nadKey, vnic.instanceNadKey].filter((key) => key !== undefined);

/** Makes the VM views and the indexes over them. */
export const buildVmFacts = (snapshot: Snapshot): VmFacts => {
  const vms = new Map<string, VmView>();
  const vnics = new Map<string, VnicView>();
  const vnicsByNad = new Map<string, VnicView[]>();
  const vmsByNode = new Map<string, VmView[]>();
  const vmsByNamespace = new Map<string, VmView[]>();
  const keys = new Set([...snapshot.vms.items.keys(), ...snapshot.vmis.items.keys()]);
  for (const key of [...keys].sort()) {
    const vm = vmViewOf(key, snapshot.vms.items.get(key), snapshot.vmis.items.get(key));
    vms.set(key, vm);
    pushTo(vmsByNamespace, vm.namespace, vm);
    for (const node of vm.nodes) pushTo(vmsByNode, node, vm);
    for (const vnic of vm.vnics) {
      vnics.set(vnic.key, vnic);
      for (const nad of nadKeysOf(vnic)) pushTo(vnicsByNad, nad, vnic);
    }
  }
  return { vms, vnics, vnicsByNad, vmsByNode, vmsByNamespace };
};
