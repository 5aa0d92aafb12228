/**
 * VM views and the indexes over them, made from scratch: by NAD, by node and by namespace.
 * Source: domain reference A.7, B.2.
 */
import type { Snapshot } from '../cluster/snapshot';
import { ChunkedMap } from './chunkedMap';
import type { VmFacts } from './graphFacts';
import { pushTo } from './multiMap';
import type { VmView } from './networkGraph';
import { sortedKeys } from './sortedKeys';
import { VnicMap } from './vnicMap';
import { nadKeysOf, vmViewOf } from './vmView';

/** Makes the VM views and the indexes over them. */
export const buildVmFacts = (snapshot: Snapshot): VmFacts => {
  const vmsByNad = new Map<string, VmView[]>();
  const vmsByNode = new Map<string, VmView[]>();
  const vmsByNamespace = new Map<string, VmView[]>();
  const keys = sortedKeys(snapshot.vms.items, snapshot.vmis.items);
  const views: VmView[] = [];
  for (const key of keys) {
    const vm = vmViewOf(key, snapshot.vms.items.get(key), snapshot.vmis.items.get(key));
    views.push(vm);
    pushTo(vmsByNamespace, vm.namespace, vm);
    for (const node of vm.nodes) pushTo(vmsByNode, node, vm);
    for (const nad of nadKeysOf(vm)) pushTo(vmsByNad, nad, vm);
  }
  const vms = ChunkedMap.fromSorted(keys, views);
  return {
    vms,
    vnics: new VnicMap(vms),
    vmsByNad: ChunkedMap.fromMap<readonly VmView[]>(vmsByNad),
    vmsByNode,
    vmsByNamespace,
  };
};
