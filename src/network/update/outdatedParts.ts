/**
 * Which parts a change outdates: those that are made of a changed record, and those that read an
 * index entry that changed. Whatever a part's maker reads has to be covered here; the property
 * "an update equals a rebuild" watches over it.
 */
import type { Snapshot } from '../../cluster/snapshot';
import type { GraphFacts } from '../graphFacts';
import type { VmView } from '../networkGraph';
import { ONLY, PART_KINDS } from '../parts';
import type { PartKind } from '../parts';
import { segmentsOf } from '../segments';
import { evidenceChanges } from './changes';
import type { Changes } from './changes';
import type { VmUpdate } from './updateVmFacts';
import { changedEntries, changedKeySet } from './changedEntries';

export type Outdated = Readonly<Record<PartKind, Set<string>>>;

const addAll = (set: Set<string>, keys: Iterable<string> | undefined): void => {
  for (const key of keys ?? []) set.add(key);
};

const addVms = (set: Set<string>, vms: readonly VmView[] | undefined): void => {
  for (const vm of vms ?? []) set.add(vm.key);
};

/** NADs that came or went: what refers to them now does, or does not, hold. */
const existenceOfNads = (
  { snapshot: old }: GraphFacts,
  snapshot: Snapshot,
  changes: Changes,
): readonly string[] =>
  [...changes.nads].filter((key) => old.nads.items.has(key) !== snapshot.nads.items.has(key));

/** What an instance without a VM means hangs on whether all VMs were seen. */
const outdateLoneInstances = (out: Outdated, before: GraphFacts, after: GraphFacts) => {
  if (!evidenceChanges(before.snapshot, after.snapshot).includes('vms')) return;
  for (const { key, vm } of after.vms.values()) if (vm === undefined) out.vm.add(key);
};

const outdateVms = (out: Outdated, before: GraphFacts, after: GraphFacts, changes: Changes) => {
  addAll(out.vm, changes.vms);
  addAll(out.vm, changes.vmis);
  outdateLoneInstances(out, before, after);
  for (const nad of existenceOfNads(before, after.snapshot, changes)) {
    addVms(out.vm, after.vmsByNad.get(nad));
  }
  for (const namespace of changedEntries(before.primaryByNamespace, after.primaryByNamespace)) {
    addAll(
      out.vm,
      after.vmsByNamespace.get(namespace)?.map((vm) => vm.key),
    );
  }
};

const outdateNodes = (out: Outdated, before: GraphFacts, after: GraphFacts) => {
  addAll(out.node, changedEntries(before.nodes, after.nodes));
  for (const bridge of changedEntries(before.nadsByBridge, after.nadsByBridge)) {
    addAll(out.node, after.bridgeNodes.get(bridge));
  }
  for (const name of changedEntries(before.byOvnName, after.byOvnName)) {
    addAll(out.node, after.liveNodes.get(name));
  }
};

const outdateSwitches = (out: Outdated, before: GraphFacts, after: GraphFacts) => {
  addAll(out.switchPort, changedEntries(before.portClaims, after.portClaims));
  for (const facts of [before, after]) {
    for (const port of out.switchPort) {
      for (const claim of facts.portClaims.get(port) ?? []) out.switch.add(claim.switchId);
    }
  }
  addAll(out.switch, changedEntries(before.portsOfSwitch, after.portsOfSwitch));
};

/** What "no node maps it" means has changed. */
const isSilenceChanged = (before: GraphFacts, after: GraphFacts): boolean =>
  before.silentNodes.size !== after.silentNodes.size || before.nodes.size !== after.nodes.size;

const outdateLocalnets = (out: Outdated, before: GraphFacts, after: GraphFacts) => {
  if (isSilenceChanged(before, after)) {
    for (const facts of [before, after]) {
      addAll(out.localnet, facts.mappings.keys());
      addAll(out.localnet, facts.wantedMappings.keys());
      addAll(out.localnet, facts.byPhysicalName.keys());
    }
    return;
  }
  addAll(out.localnet, changedEntries(before.mappings, after.mappings));
  addAll(out.localnet, changedKeySet(before.wantedMappings, after.wantedMappings));
  addAll(out.localnet, changedEntries(before.byPhysicalName, after.byPhysicalName));
};

const outdateNetworks = (out: Outdated, before: GraphFacts, after: GraphFacts) => {
  addAll(out.network, changedEntries(before.networks, after.networks));
  for (const localnet of out.localnet) {
    addAll(
      out.network,
      after.byPhysicalName.get(localnet)?.map((network) => network.name),
    );
  }
  const old = segmentsOf(before).later;
  const now = segmentsOf(after).later;
  if (old === now) return;
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const was = [...(old.get(name) ?? [])];
    const is = now.get(name);
    if (was.length !== (is?.size ?? 0) || was.some((other) => is?.has(other) !== true)) {
      out.network.add(name);
    }
  }
};

const outdateNads = (out: Outdated, before: GraphFacts, after: GraphFacts, changes: Changes) => {
  addAll(out.nad, changes.nads);
  addAll(out.nad, changedEntries(before.expectedNads, after.expectedNads));
  addAll(out.nad, changedEntries(before.definitionByNad, after.definitionByNad));
  for (const facts of [before, after])
    if (changes.multiNetworkPolicies.size > 0) addAll(out.nad, facts.nadsOfPolicies);
  for (const bridge of changedKeySet(before.bridgeNodes, after.bridgeNodes)) {
    addAll(
      out.nad,
      after.nadsByBridge.get(bridge)?.map(({ meta }) => `${meta.namespace}/${meta.name}`),
    );
  }
};

const outdateDefinitions = (
  out: Outdated,
  before: GraphFacts,
  after: GraphFacts,
  changes: Changes,
) => {
  for (const key of changes.cudns) out.definition.add(`cudn/${key}`);
  for (const key of changes.udns) out.definition.add(`udn/${key}`);
  addAll(out.definition, changedKeySet(before.nadsByDefinition, after.nadsByDefinition));
};

const outdateRest = (out: Outdated, before: GraphFacts, after: GraphFacts, changes: Changes) => {
  addAll(out.policy, changes.policies);
  addAll(out.policy, changedKeySet(before.enactments, after.enactments));
  if (before.machineNetworks !== after.machineNetworks) out.cluster.add(ONLY);
  if (changes.namespaces.size + changes.pods.size + changes.daemonSets.size > 0) {
    out.plain.add(ONLY);
  }
  if (changes.multiNetworkPolicies.size > 0) out.multiNetworkPolicy.add(ONLY);
};

/** Keys of outdated parts, by kind: changed, new and gone ones. */
export const outdatedParts = (
  before: GraphFacts,
  after: GraphFacts,
  changes: Changes,
  vms: VmUpdate,
): Outdated => {
  const out = Object.fromEntries(PART_KINDS.map((kind) => [kind, new Set<string>()])) as Outdated;
  outdateVms(out, before, after, changes);
  outdateNodes(out, before, after);
  outdateSwitches(out, before, after);
  outdateLocalnets(out, before, after);
  outdateNetworks(out, before, after);
  outdateNads(out, before, after, changes);
  addAll(out.nad, vms.nads);
  outdateDefinitions(out, before, after, changes);
  outdateRest(out, before, after, changes);
  return out;
};
