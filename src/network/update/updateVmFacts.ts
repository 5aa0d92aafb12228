/** Brings VM views and their indexes forward: only VMs whose VM or instance changed are joined anew. */
import type { Snapshot } from '../../cluster/snapshot';
import type { VmFacts } from '../graphFacts';
import type { VmView } from '../networkGraph';
import { VnicMap } from '../vnicMap';
import { nadKeysOf, vmViewOf } from '../vmView';
import type { Changes } from './changes';
import { ListIndexEditor } from '../listIndexEditor';

const keyOf = (vm: VmView): string => vm.key;

export interface VmUpdate {
  readonly facts: VmFacts;
  /** NADs that have begun or ceased to be referred to. */
  readonly nads: ReadonlySet<string>;
  /** Nodes that have begun or ceased to be named by VMs. */
  readonly hosts: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** The VM facts of `snapshot`, and what that means for others. */
export const updateVmFacts = (before: VmFacts, snapshot: Snapshot, changes: Changes): VmUpdate => {
  if (changes.vms.size + changes.vmis.size === 0) return { facts: before, nads: NONE, hosts: NONE };
  const vmsByNad = new ListIndexEditor(before.vmsByNad, keyOf);
  const vmsByNode = new ListIndexEditor(before.vmsByNode, keyOf);
  const vmsByNamespace = new ListIndexEditor(before.vmsByNamespace, keyOf);
  const edits = new Map<string, VmView | undefined>();
  for (const key of new Set([...changes.vms, ...changes.vmis])) {
    const vm = snapshot.vms.items.get(key);
    const vmi = snapshot.vmis.items.get(key);
    const now = vm === undefined && vmi === undefined ? undefined : vmViewOf(key, vm, vmi);
    edits.set(key, now);
    const old = before.vms.get(key);
    if (old !== undefined) {
      vmsByNamespace.remove(old.namespace, old);
      for (const node of old.nodes) vmsByNode.remove(node, old);
      for (const nad of nadKeysOf(old)) vmsByNad.remove(nad, old);
    }
    if (now === undefined) continue;
    vmsByNamespace.add(now.namespace, now);
    for (const node of now.nodes) vmsByNode.add(node, now);
    for (const nad of nadKeysOf(now)) vmsByNad.add(nad, now);
  }
  const vms = before.vms.with(edits);
  return {
    facts: {
      vms,
      vnics: new VnicMap(vms),
      vmsByNad: vmsByNad.finish(),
      vmsByNode: vmsByNode.finish(),
      vmsByNamespace: vmsByNamespace.finish(),
    },
    nads: vmsByNad.appearances,
    hosts: vmsByNode.appearances,
  };
};
