/**
 * The part of the graph that one VM owns: the VM, its instance, its NICs, and the edges from
 * NADs, networks and nodes to them. Source: domain reference A.7, E.1, E.2 (15–18).
 */
import { text } from '../cluster/text';
import { isKnown, whyUnknown } from './evidence';
import { edgeOf, entityOf } from './fragment';
import type { Fragment, LooseAttributes } from './fragment';
import type { GraphFacts } from './graphFacts';
import { OK, broken, unknown, worse } from './judgement';
import type { Judgement } from './judgement';
import type { Edge, Entity, Origin } from './model';
import { effectiveNetwork, nadExistence, nadPermission, vnicState } from './nadReference';
import type { VmView, VnicView } from './networkGraph';

/** Words of `status.printableStatus` that mean that the VM cannot run as it is. */
const FAILED_STATUS = new Set([
  'CrashLoopBackOff',
  'ErrorUnschedulable',
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrorPvcNotFound',
  'DataVolumeError',
]);

const vmState = (facts: GraphFacts, { vm, vmi, key }: VmView): Judgement => {
  if (vm === undefined) {
    // An instance without a VM is legal; without sight of the VMs nothing can be said.
    const listing = facts.snapshot.vms;
    return isKnown(listing, vmi?.meta.namespace) ? OK : unknown(whyUnknown('vms', listing));
  }
  if (!FAILED_STATUS.has(vm.printableStatus)) return OK;
  return broken(text('VM {{vm}} reports {{status}}.', { vm: key, status: vm.printableStatus }));
};

const instanceState = (vm: VmView): Judgement => {
  const phase = vm.vmi?.phase ?? '';
  if (phase === 'Running' || phase === 'Succeeded') return OK;
  if (phase === 'Failed') return broken(text('The instance of {{vm}} has failed.', { vm: vm.key }));
  return unknown(
    text('The instance of {{vm}} is not running yet (phase {{phase}}).', {
      vm: vm.key,
      phase: phase === '' ? '-' : phase,
    }),
  );
};

const originOf = (wanted: unknown, actual: unknown): Origin => {
  if (wanted === undefined) return 'actual';
  return actual === undefined ? 'intended' : 'both';
};

const describeVm = (view: VmView): LooseAttributes => ({
  status: view.vm?.printableStatus,
  runStrategy: view.vm?.runStrategy,
  nics: view.vnics.length,
});

const describeInstance = (view: VmView): LooseAttributes => ({
  phase: view.vmi?.phase,
  node: view.node,
});

const networkWord = (vnic: VnicView): string => {
  const source = effectiveNetwork(vnic)?.source;
  if (source?.type === 'multus') return source.networkName;
  return source?.type ?? '';
};

const describeVnic = (vnic: VnicView): LooseAttributes => ({
  vm: vnic.vmName,
  network: networkWord(vnic),
  binding: vnic.nic?.binding || 'bridge',
  model: vnic.nic?.model || 'virtio',
  mac: vnic.status?.mac || vnic.nic?.mac,
  ips: vnic.status?.ips,
  guestName: vnic.status?.guestName,
  linkState: vnic.status?.linkState,
  wantedState: vnic.nic?.state,
  pendingNad: vnic.instanceNadKey === undefined ? undefined : vnic.nadKey,
});

const vnicEntity = (facts: GraphFacts, vnic: VnicView): Entity => {
  const { id, name, namespace } = vnic;
  const judgement = vnicState(facts.snapshot, vnic);
  const origin = originOf(vnic.vm === undefined ? undefined : vnic.nic, vnic.instanceNic);
  const fields = { id, kind: 'vnic', name, namespace, judgement, origin } as const;
  return entityOf(fields, describeVnic, vnic, undefined);
};

const attachment = (facts: GraphFacts, vnic: VnicView, nadKey: string, origin: Origin): Edge => {
  const judgement = worse(nadExistence(facts.snapshot, nadKey), nadPermission(vnic, nadKey));
  return edgeOf(`nad/${nadKey}`, vnic.id, 'attachment', judgement, origin);
};

/** nad -> vnic; while a change of NAD is pending, one edge for each of the two. */
const addAttachments = (facts: GraphFacts, vnic: VnicView, edges: Edge[]): void => {
  if (vnic.instanceNadKey !== undefined) {
    edges.push(attachment(facts, vnic, vnic.instanceNadKey, 'actual'));
    if (vnic.nadKey !== undefined) edges.push(attachment(facts, vnic, vnic.nadKey, 'intended'));
  } else if (vnic.nadKey !== undefined) {
    const wanted = vnic.vm === undefined ? undefined : vnic.network;
    edges.push(attachment(facts, vnic, vnic.nadKey, originOf(wanted, vnic.instanceNetwork)));
  }
};

/** The pod network of a namespace: its primary network, else the cluster network. */
const addPrimary = (facts: GraphFacts, vnic: VnicView, edges: Edge[]): void => {
  const primary = facts.primaryByNamespace.get(vnic.namespace);
  if (primary !== undefined) {
    edges.push(edgeOf(primary.id, vnic.id, 'primary'));
    return;
  }
  for (const cidr of facts.clusterCidrs) {
    edges.push(edgeOf(`clusterNetwork/${cidr}`, vnic.id, 'primary'));
  }
};

const TARGET = { migrationTarget: true };

const addInstance = (view: VmView, entities: Entity[], edges: Edge[]): void => {
  const { key, name, namespace } = view;
  const id = `vmi/${key}`;
  const node = view.node === '' ? undefined : view.node;
  const judgement = instanceState(view);
  const fields = { id, kind: 'vmi', name, namespace, node, judgement } as const;
  entities.push(entityOf(fields, describeInstance, view, undefined));
  edges.push(edgeOf(view.id, id, 'instance'));
  for (const host of view.nodes) {
    edges.push(
      host === view.node
        ? edgeOf(`node/${host}`, id, 'host')
        : edgeOf(`node/${host}`, id, 'host', OK, 'intended', TARGET),
    );
  }
};

/** Entities and edges of one VM. */
export const vmFragment = (facts: GraphFacts, view: VmView): Fragment => {
  const { id, name, namespace } = view;
  const node = view.node === '' ? undefined : view.node;
  const judgement = vmState(facts, view);
  const origin = originOf(view.vm, view.vmi);
  const fields = { id, kind: 'vm', name, namespace, node, judgement, origin } as const;
  const entities: Entity[] = [entityOf(fields, describeVm, view, undefined)];
  const edges: Edge[] = [];
  if (view.vmi !== undefined) addInstance(view, entities, edges);
  for (const vnic of view.vnics) {
    entities.push(vnicEntity(facts, vnic));
    addAttachments(facts, vnic, edges);
    if (effectiveNetwork(vnic)?.source.type === 'pod') addPrimary(facts, vnic, edges);
    edges.push(edgeOf(vnic.id, id, 'vm'));
  }
  return { entities, edges };
};
