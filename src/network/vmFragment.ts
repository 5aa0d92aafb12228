/**
 * The part of the graph that one VM owns: the VM, its instance, its NICs, and the edges from
 * NADs, networks and nodes to them. Source: domain reference A.7, E.1, E.2 (15–18).
 */
import { isKnown, whyUnknown } from './evidence';
import { attributesOf, edgeOf, entityOf } from './fragment';
import type { Fragment } from './fragment';
import type { GraphFacts } from './graphFacts';
import { text } from '../cluster/text';
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

const networkWord = (vnic: VnicView): string => {
  const source = effectiveNetwork(vnic)?.source;
  if (source?.type === 'multus') return source.networkName;
  return source?.type ?? '';
};

const vnicEntity = (facts: GraphFacts, vnic: VnicView): Entity =>
  entityOf({
    id: vnic.id,
    kind: 'vnic',
    name: vnic.name,
    namespace: vnic.namespace,
    judgement: vnicState(facts.snapshot, vnic),
    origin: originOf(vnic.vm === undefined ? undefined : vnic.nic, vnic.instanceNic),
    attributes: attributesOf({
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
    }),
  });

const attachment = (facts: GraphFacts, vnic: VnicView, nadKey: string, origin: Origin): Edge => {
  const judgement = worse(nadExistence(facts.snapshot, nadKey), nadPermission(vnic, nadKey));
  return edgeOf(`nad/${nadKey}`, vnic.id, 'attachment', judgement, origin);
};

/** nad -> vnic; while a change of NAD is pending, one edge for each of the two. */
const attachments = (facts: GraphFacts, vnic: VnicView): readonly Edge[] => {
  if (vnic.nadKey === undefined) return [];
  if (vnic.instanceNadKey === undefined) {
    const wanted = vnic.vm === undefined ? undefined : vnic.network;
    const origin = originOf(wanted, vnic.instanceNetwork);
    return [attachment(facts, vnic, vnic.nadKey, origin)];
  }
  return [
    attachment(facts, vnic, vnic.instanceNadKey, 'actual'),
    attachment(facts, vnic, vnic.nadKey, 'intended'),
  ];
};

/** The pod network of a namespace: its primary network, else the cluster network. */
const primaryEdges = (facts: GraphFacts, vnic: VnicView): readonly Edge[] => {
  const primary = facts.primaryByNamespace.get(vnic.namespace);
  if (primary !== undefined) return [edgeOf(primary.id, vnic.id, 'primary')];
  const edges: Edge[] = [];
  for (const network of facts.snapshot.clusterNetworks.items.values()) {
    for (const { cidr } of network.clusterNetworks) {
      edges.push(edgeOf(`clusterNetwork/${cidr}`, vnic.id, 'primary'));
    }
  }
  return edges;
};

const hostEdges = (vm: VmView): readonly Edge[] =>
  vm.nodes.map((node, index) =>
    index === 0 && vm.node !== ''
      ? edgeOf(`node/${node}`, `vmi/${vm.key}`, 'host')
      : edgeOf(`node/${node}`, `vmi/${vm.key}`, 'host', OK, 'intended', { migrationTarget: true }),
  );

const instanceParts = (vm: VmView): Fragment => {
  if (vm.vmi === undefined) return { entities: [], edges: [] };
  const entity = entityOf({
    id: `vmi/${vm.key}`,
    kind: 'vmi',
    name: vm.name,
    namespace: vm.namespace,
    node: vm.node === '' ? undefined : vm.node,
    judgement: instanceState(vm),
    attributes: attributesOf({ phase: vm.vmi.phase, node: vm.node }),
  });
  return { entities: [entity], edges: [edgeOf(vm.id, entity.id, 'instance'), ...hostEdges(vm)] };
};

/** Entities and edges of one VM. */
export const vmFragment = (facts: GraphFacts, vm: VmView): Fragment => {
  const instance = instanceParts(vm);
  const entities: Entity[] = [
    entityOf({
      id: vm.id,
      kind: 'vm',
      name: vm.name,
      namespace: vm.namespace,
      node: vm.node === '' ? undefined : vm.node,
      judgement: vmState(facts, vm),
      origin: originOf(vm.vm, vm.vmi),
      attributes: attributesOf({
        status: vm.vm?.printableStatus,
        runStrategy: vm.vm?.runStrategy,
        nics: vm.vnics.length,
      }),
    }),
    ...instance.entities,
  ];
  const edges: Edge[] = [...instance.edges];
  for (const vnic of vm.vnics) {
    entities.push(vnicEntity(facts, vnic));
    edges.push(...attachments(facts, vnic));
    if (effectiveNetwork(vnic)?.source.type === 'pod') edges.push(...primaryEdges(facts, vnic));
    edges.push(edgeOf(vnic.id, vm.id, 'vm'));
  }
  return { entities, edges };
};
