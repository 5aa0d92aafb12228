/**
 * VM views and the indexes over them, made from scratch: by NAD, by node and by namespace.
 * Source: domain reference A.7, B.2.
 */
import type { Snapshot } from '../cluster/snapshot';
import { ChunkedMap } from './chunkedMap';
import type { VmFacts } from './graphFacts';
import { pushTo } from './multiMap';
import type { VmView, VnicView } from './networkGraph';
import { VnicMap } from './vnicMap';
import { vmViewOf } from './vmView';

const sortedKeys = (snapshot: Snapshot): readonly string[] => {
  const keys = new Set(snapshot.vms.items.keys());
  for (const key of snapshot.vmis.items.keys()) keys.add(key);
  return [...keys].sort();
};

/** Makes the VM views and the indexes over them. */
export const buildVmFacts = (snapshot: Snapshot): VmFacts => {
  const vnicsByNad = new Map<string, VnicView[]>();
  const vmsByNode = new Map<string, VmView[]>();
  const vmsByNamespace = new Map<string, VmView[]>();
  const keys = sortedKeys(snapshot);
  const views: VmView[] = [];
  for (const key of keys) {
    const vm = vmViewOf(key, snapshot.vms.items.get(key), snapshot.vmis.items.get(key));
    views.push(vm);
    pushTo(vmsByNamespace, vm.namespace, vm);
    for (const node of vm.nodes) pushTo(vmsByNode, node, vm);
    for (const vnic of vm.vnics) {
      if (vnic.nadKey !== undefined) pushTo(vnicsByNad, vnic.nadKey, vnic);
      if (vnic.instanceNadKey !== undefined) pushTo(vnicsByNad, vnic.instanceNadKey, vnic);
    }
  }
  const vms = ChunkedMap.fromSorted(keys, views);
  return { vms, vnics: new VnicMap(vms), vnicsByNad, vmsByNode, vmsByNamespace };
};
