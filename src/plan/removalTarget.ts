/**
 * What can be removed: a network with all that offers it, one NAD, a bridge with its mappings, or
 * one mapping. Tells who uses it and which objects have to be read before it can be planned.
 */
import type { NadRecord } from '../cluster/nadRecord';
import type { NetworkGraph, NodeView, VnicView } from '../network/networkGraph';
import type { ObjectRef } from './model';

export type RemovalTarget =
  | { readonly type: 'network'; readonly name: string }
  | { readonly type: 'nad'; readonly key: string }
  | { readonly type: 'bridge'; readonly name: string }
  | { readonly type: 'localnet'; readonly name: string };

/** From the id of an entity of the picture; undefined for what cannot be removed. */
export const removalTarget = (entityId: string): RemovalTarget | undefined => {
  const slash = entityId.indexOf('/');
  const [kind, rest] = [entityId.slice(0, slash), entityId.slice(slash + 1)];
  switch (kind) {
    case 'network':
      return { type: 'network', name: rest };
    case 'nad':
      return { type: 'nad', key: rest };
    case 'localnet':
      return { type: 'localnet', name: rest };
    case 'bridge':
    case 'mapping':
      return {
        type: kind === 'bridge' ? 'bridge' : 'localnet',
        name: rest.slice(rest.indexOf('/') + 1),
      };
    default:
      return undefined;
  }
};

/** NADs that offer the target's networks to VMs, by key. */
export const nadsOfTarget = (
  graph: NetworkGraph,
  target: RemovalTarget,
): ReadonlyMap<string, NadRecord> => {
  const nads = new Map<string, NadRecord>();
  const add = (records: readonly NadRecord[]): void => {
    for (const nad of records) nads.set(`${nad.meta.namespace}/${nad.meta.name}`, nad);
  };
  switch (target.type) {
    case 'network':
      add(graph.networks.get(target.name)?.nads ?? []);
      return nads;
    case 'nad': {
      const nad = graph.snapshot.nads.items.get(target.key);
      if (nad !== undefined) add([nad]);
      return nads;
    }
    case 'localnet':
      addOfLocalnet(graph, target.name, add);
      return nads;
    case 'bridge':
      for (const localnet of localnetsOn(graph, target.name)) addOfLocalnet(graph, localnet, add);
      add([...graph.snapshot.nads.items.values()].filter((nad) => isOnBridge(nad, target.name)));
      return nads;
  }
};

const addOfLocalnet = (
  graph: NetworkGraph,
  localnet: string,
  add: (nads: readonly NadRecord[]) => void,
): void => {
  for (const network of graph.localnets.get(localnet)?.networks ?? []) add(network.nads);
};

const isOnBridge = ({ config }: NadRecord, bridge: string): boolean =>
  (config.form === 'conf' || config.form === 'conflist') &&
  config.plugin.family === 'bridge' &&
  config.plugin.bridge === bridge;

/** Localnets that any node maps to the bridge, sorted. */
export const localnetsOn = (graph: NetworkGraph, bridge: string): readonly string[] => {
  const names = new Set<string>();
  for (const { mappings } of graph.nodes.values()) {
    for (const [localnet, on] of mappings ?? []) if (on === bridge) names.add(localnet);
  }
  return [...names].sort();
};

/** VM NICs that lose their network with the target, sorted by key. */
export const usersOfTarget = (graph: NetworkGraph, target: RemovalTarget): readonly VnicView[] => {
  const users = new Map<string, VnicView>();
  for (const key of nadsOfTarget(graph, target).keys()) {
    for (const vnic of graph.vnicsOfNad(key)) users.set(vnic.key, vnic);
  }
  return [...users.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
};

/** Nodes that have the bridge or the mapping, sorted by name. */
export const nodesWith = (graph: NetworkGraph, target: RemovalTarget): readonly NodeView[] => {
  if (target.type !== 'bridge' && target.type !== 'localnet') return [];
  return [...graph.nodes.values()]
    .filter((node) =>
      target.type === 'bridge'
        ? node.bridges.has(target.name)
        : node.mappings?.has(target.name) === true,
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** Policies that say something of the bridge or mapping, by name, sorted. */
export const policiesOfTarget = (graph: NetworkGraph, target: RemovalTarget): readonly string[] => {
  if (target.type !== 'bridge' && target.type !== 'localnet') return [];
  return [...graph.snapshot.policies.items.values()]
    .filter(({ desired }) =>
      target.type === 'bridge'
        ? desired.interfaces.some(({ name }) => name === target.name) ||
          desired.mappings.some(
            ({ bridge, state }) => bridge === target.name && state === 'present',
          )
        : desired.mappings.some(
            ({ localnet, state }) => localnet === target.name && state === 'present',
          ),
    )
    .map(({ meta }) => meta.name)
    .sort();
};

const POLICY = { apiVersion: 'nmstate.io/v1', kind: 'NodeNetworkConfigurationPolicy' } as const;
const NAD = { apiVersion: 'k8s.cni.cncf.io/v1', kind: 'NetworkAttachmentDefinition' } as const;
const OVN_VERSION = 'k8s.ovn.org/v1';

/** Objects that the plan changes or deletes: to be read from the API before planning. */
export const refsOfTarget = (graph: NetworkGraph, target: RemovalTarget): readonly ObjectRef[] => {
  if (target.type === 'bridge' || target.type === 'localnet') {
    return policiesOfTarget(graph, target).map((name) => ({ ...POLICY, namespace: '', name }));
  }
  const network = target.type === 'network' ? graph.networks.get(target.name) : undefined;
  const { cudn, udn } = network ?? {};
  if (cudn !== undefined) {
    const kind = 'ClusterUserDefinedNetwork';
    return [{ apiVersion: OVN_VERSION, kind, namespace: '', name: cudn.meta.name }];
  }
  if (udn !== undefined) {
    const { namespace, name } = udn.meta;
    return [{ apiVersion: OVN_VERSION, kind: 'UserDefinedNetwork', namespace, name }];
  }
  return [...nadsOfTarget(graph, target).values()].map(({ meta }) => ({
    ...NAD,
    namespace: meta.namespace,
    name: meta.name,
  }));
};
