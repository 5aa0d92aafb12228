/** Brings VM views and their indexes forward: only VMs whose VM or instance changed are joined anew. */
import type { Snapshot } from '../../cluster/snapshot';
import type { VmFacts } from '../graphFacts';
import { pushTo } from '../multiMap';
import type { VmView, VnicView } from '../networkGraph';
import { VnicMap } from '../vnicMap';
import { vmViewOf } from '../vmView';
import type { Changes } from './changes';
import { ListIndexEditor } from './sortedList';

const vmKeyOf = (vnic: VnicView): string => `${vnic.namespace}/${vnic.vmName}`;
const keyOf = (vm: VmView): string => vm.key;

/** The VM's NICs by the NADs they refer to. */
const byNad = (vm: VmView | undefined): ReadonlyMap<string, VnicView[]> => {
  const found = new Map<string, VnicView[]>();
  for (const vnic of vm?.vnics ?? []) {
    if (vnic.nadKey !== undefined) pushTo(found, vnic.nadKey, vnic);
    if (vnic.instanceNadKey !== undefined) pushTo(found, vnic.instanceNadKey, vnic);
  }
  return found;
};

const union = (a: Iterable<string>, b: Iterable<string>): ReadonlySet<string> =>
  new Set([...a, ...b]);

/** The VM facts of `snapshot`; undefined when no VM or instance changed. */
export const updateVmFacts = (
  before: VmFacts,
  snapshot: Snapshot,
  changes: Changes,
): VmFacts | undefined => {
  const keys = union(changes.vms, changes.vmis);
  if (keys.size === 0) return undefined;
  const vnicsByNad = new ListIndexEditor(before.vnicsByNad, vmKeyOf);
  const vmsByNode = new ListIndexEditor(before.vmsByNode, keyOf);
  const vmsByNamespace = new ListIndexEditor(before.vmsByNamespace, keyOf);
  const edits = new Map<string, VmView | undefined>();
  for (const key of keys) {
    const vm = snapshot.vms.items.get(key);
    const vmi = snapshot.vmis.items.get(key);
    const old = before.vms.get(key);
    const now = vm === undefined && vmi === undefined ? undefined : vmViewOf(key, vm, vmi);
    edits.set(key, now);
    const gone = old === undefined ? [] : [old];
    const fresh = now === undefined ? [] : [now];
    for (const namespace of union(gone.map(namespaceOf), fresh.map(namespaceOf))) {
      const is = (one: VmView): boolean => one.namespace === namespace;
      vmsByNamespace.replace(namespace, key, gone.filter(is), fresh.filter(is));
    }
    for (const node of union(old?.nodes ?? [], now?.nodes ?? [])) {
      const is = (one: VmView): boolean => one.nodes.includes(node);
      vmsByNode.replace(node, key, gone.filter(is), fresh.filter(is));
    }
    const oldNads = byNad(old);
    const newNads = byNad(now);
    for (const nad of union(oldNads.keys(), newNads.keys())) {
      vnicsByNad.replace(nad, key, oldNads.get(nad) ?? [], newNads.get(nad) ?? []);
    }
  }
  const vms = before.vms.with(edits);
  return {
    vms,
    vnics: new VnicMap(vms),
    vnicsByNad: vnicsByNad.finish(),
    vmsByNode: vmsByNode.finish(),
    vmsByNamespace: vmsByNamespace.finish(),
  };
};

const namespaceOf = (vm: VmView): string => vm.namespace;
