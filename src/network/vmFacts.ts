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

const viewFrom = (
  key: string,
  { vms, vmis }: Snapshot,
  before: ReadonlyMap<string, VmView> | undefined,
): VmView => {
  const vm = vms.items.get(key);
  const vmi = vmis.items.get(key);
  const known = before?.get(key);
  return known !== undefined && known.vm === vm && known.vmi === vmi
    ? known
    : vmViewOf(key, vm, vmi);
};

/** Makes the VM views and the indexes over them; views of `before` are kept where they hold. */
export const buildVmFacts = (snapshot: Snapshot, before?: ReadonlyMap<string, VmView>): VmFacts => {
  const vmsByNad = new Map<string, VmView[]>();
  const vmsByNode = new Map<string, VmView[]>();
  const vmsByNamespace = new Map<string, VmView[]>();
  const keys = sortedKeys(snapshot.vms.items, snapshot.vmis.items);
  const views: VmView[] = [];
  for (const key of keys) {
    const vm = viewFrom(key, snapshot, before);
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
