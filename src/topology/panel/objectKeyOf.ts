/**
 * Which object of the cluster stands behind an entity, so that the panel can link to its page and
 * show its YAML. What NMState reports of a node's interfaces is all in one NodeNetworkState; a VM
 * NIC is part of its VM; a network is the CUDN or UDN that defines it, if one does.
 */
import type { ObjectKey } from '../../console/objectKey';
import type { Entity, EntityKind } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';

const OF_NODE_STATE: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'nic',
  'vlanIf',
  'bond',
  'bridge',
  'internalIf',
  'patch',
  'mapping',
]);

const OWN_OBJECT: Readonly<Partial<Record<EntityKind, ObjectKey['kind']>>> = {
  node: 'Node',
  namespace: 'Namespace',
  pod: 'Pod',
  vmi: 'VirtualMachineInstance',
  nad: 'NetworkAttachmentDefinition',
  udn: 'UserDefinedNetwork',
  cudn: 'ClusterUserDefinedNetwork',
  policy: 'NodeNetworkConfigurationPolicy',
  multiNetworkPolicy: 'MultiNetworkPolicy',
  daemonSet: 'DaemonSet',
};

/** Of these, an entity that is only intended is a name that something refers to: no object. */
const REFERRED_TO: ReadonlySet<EntityKind> = new Set<EntityKind>(['nad', 'udn', 'cudn']);

const vmKey = (graph: NetworkGraph, namespace: string, name: string): ObjectKey => {
  const hasTemplate = graph.vms.get(`${namespace}/${name}`)?.vm !== undefined;
  return { kind: hasTemplate ? 'VirtualMachine' : 'VirtualMachineInstance', namespace, name };
};

const nodeStateKey = (graph: NetworkGraph, node: string): ObjectKey | undefined =>
  graph.nodes.get(node)?.state === undefined
    ? undefined
    : { kind: 'NodeNetworkState', namespace: '', name: node };

const networkKey = (graph: NetworkGraph, name: string): ObjectKey | undefined => {
  const network = graph.networks.get(name);
  if (network?.cudn !== undefined) {
    return { kind: 'ClusterUserDefinedNetwork', namespace: '', name: network.cudn.meta.name };
  }
  const udn = network?.udn?.meta;
  return udn && { kind: 'UserDefinedNetwork', namespace: udn.namespace, name: udn.name };
};

const enactmentKey = (graph: NetworkGraph, entity: Entity): ObjectKey | undefined => {
  const node = entity.node ?? '';
  const policy = entity.id.slice(`enactment/${node}/`.length);
  const record = graph.nodes.get(node)?.enactments.get(policy);
  return (
    record && { kind: 'NodeNetworkConfigurationEnactment', namespace: '', name: record.meta.name }
  );
};

/** The object behind the entity; undefined for what has none, such as a switch. */
export const objectKeyOf = (graph: NetworkGraph, entity: Entity): ObjectKey | undefined => {
  const { kind, name, namespace = '', node = '' } = entity;
  if (OF_NODE_STATE.has(kind)) return nodeStateKey(graph, node);
  switch (kind) {
    case 'vm':
      return vmKey(graph, namespace, name);
    case 'vnic': {
      const vnic = graph.vnics.get(entity.id.slice('vnic/'.length));
      return vnic && vmKey(graph, vnic.namespace, vnic.vmName);
    }
    case 'network':
      return networkKey(graph, name);
    case 'enactment':
      return enactmentKey(graph, entity);
    default: {
      const own = OWN_OBJECT[kind];
      const isMissing = REFERRED_TO.has(kind) && entity.origin === 'intended';
      return own === undefined || isMissing ? undefined : { kind: own, namespace, name };
    }
  }
};
