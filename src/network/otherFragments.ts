/**
 * The smaller parts of the graph: policies, switches and their ports, the cluster's own
 * networks, and the objects that only findings and panels speak of. Source: domain reference
 * A.1, A.8, E.1; ids of rulings 1.
 */
import type { LldpNeighbor } from '../cluster/interfaceRecord';
import { metaKey } from '../cluster/meta';
import type { PolicyRecord } from '../cluster/policyRecord';
import { resolveNad } from '../cluster/resolveNad';
import { text } from '../cluster/text';
import { policyState } from './enactmentState';
import { isKnown, whyUnknown } from './evidence';
import { EMPTY_FRAGMENT, bareEntity, edgeOf, entityOf } from './fragment';
import type { Fragment, LooseAttributes } from './fragment';
import type { GraphFacts } from './graphFacts';
import { broken, unknown } from './judgement';
import type { Edge, Entity, EntityKind } from './model';
import type { PortClaim } from './portClaims';

const only = (entity: Entity): Fragment => ({ entities: [entity], edges: [] });

/** For attributes that are worked out at once. */
const same = (attributes: LooseAttributes): LooseAttributes => attributes;

const describePolicy = (policy: PolicyRecord): LooseAttributes => ({
  nodeSelector: Object.entries(policy.nodeSelector)
    .map(([key, value]) => `${key}=${value}`)
    .sort(),
  maxUnavailable: policy.maxUnavailable,
  interfaces: policy.desired.interfaces.map((i) => i.name),
  mappings: policy.desired.mappings.map((m) => m.localnet),
  generation: policy.meta.generation,
});

/** A policy; its edges belong to the nodes it reaches. */
export const policyFragment = (facts: GraphFacts, name: string): Fragment => {
  const policy = facts.snapshot.policies.items.get(name);
  const id = `policy/${name}`;
  if (policy !== undefined) {
    const fields = { id, kind: 'policy', name, judgement: policyState(policy) } as const;
    return only(entityOf(fields, describePolicy, policy, undefined));
  }
  const listing = facts.snapshot.policies;
  const judgement = isKnown(listing)
    ? broken(text('There is no policy {{name}} any more, but it has enactments.', { name }))
    : unknown(whyUnknown('policies', listing));
  return only(bareEntity({ id, kind: 'policy', name, judgement, origin: 'intended' }));
};

const describeSwitch = (neighbor: LldpNeighbor | undefined, ports: number): LooseAttributes => ({
  chassisId: neighbor?.chassisId,
  description: neighbor?.systemDescription,
  managementAddresses: neighbor?.managementAddresses,
  ports,
});

/** The claim that speaks for a port. */
const firstClaim = (facts: GraphFacts, portId: string): PortClaim | undefined =>
  facts.portClaims.get(portId)?.[0];

/** A switch as the first of its ports in order describes it. */
export const switchFragment = (facts: GraphFacts, id: string): Fragment => {
  const ports = facts.portsOfSwitch.get(id) ?? [];
  const neighbors = ports.map((port) => firstClaim(facts, port)?.neighbor);
  const first = neighbors.find((neighbor) => neighbor?.systemName) ?? neighbors[0];
  const name = first?.systemName || id.slice('switch/'.length);
  return only(entityOf({ id, kind: 'switch', name }, describeSwitch, first, ports.length));
};

const describePort = (neighbor: LldpNeighbor): LooseAttributes => ({
  description: neighbor.portDescription,
  vlans: neighbor.vlans?.map((vlan) => String(vlan.id)),
  maxFrame: neighbor.maxFrame,
});

/** A switch port and the edge from its switch. */
export const switchPortFragment = (facts: GraphFacts, id: string): Fragment => {
  const claim = firstClaim(facts, id);
  if (claim === undefined) return EMPTY_FRAGMENT;
  const { neighbor, switchId } = claim;
  const name = neighbor.portId || neighbor.portDescription || id;
  const entity = entityOf({ id, kind: 'switchPort', name }, describePort, neighbor, undefined);
  return { entities: [entity], edges: [edgeOf(switchId, id, 'switchPort')] };
};

const networkEntity = (kind: EntityKind, cidr: string, attributes: LooseAttributes): Entity =>
  entityOf({ id: `${kind}/${cidr}`, kind, name: cidr }, same, attributes, undefined);

/** The cluster and the networks that are its own. */
export const clusterFragment = (facts: GraphFacts): Fragment => {
  const [config] = facts.snapshot.clusterNetworks.items.values();
  const fields = { id: 'cluster', kind: 'cluster', name: 'cluster' } as const;
  const attributes = { networkType: config?.networkType, overlayMtu: config?.mtu };
  const entities: Entity[] = [entityOf(fields, same, attributes, undefined)];
  for (const cidr of facts.clusterCidrs) {
    const hostPrefix = config?.clusterNetworks.find((n) => n.cidr === cidr)?.hostPrefix;
    entities.push(networkEntity('clusterNetwork', cidr, { hostPrefix, mtu: config?.mtu }));
  }
  for (const cidr of facts.serviceCidrs) entities.push(networkEntity('serviceNetwork', cidr, {}));
  for (const [cidr, nodes] of facts.machineNetworks) {
    entities.push(networkEntity('machineNetwork', cidr, { nodes: nodes.length }));
  }
  return { entities, edges: [] };
};

/** Namespaces, launcher pods and daemon sets. */
export const plainFragment = ({ snapshot }: GraphFacts): Fragment => {
  const entities: Entity[] = [];
  for (const { meta, phase } of snapshot.namespaces.items.values()) {
    const { name } = meta;
    const fields = { id: `namespace/${name}`, kind: 'namespace', name } as const;
    entities.push(entityOf(fields, same, { phase }, undefined));
  }
  for (const { meta, node, phase } of snapshot.pods.items.values()) {
    const { name, namespace } = meta;
    const fields = { id: `pod/${metaKey(meta)}`, kind: 'pod', name, namespace, node } as const;
    entities.push(entityOf(fields, same, { phase, node }, undefined));
  }
  for (const { meta, desired, ready } of snapshot.daemonSets.items.values()) {
    const { name, namespace } = meta;
    const fields = {
      id: `daemonSet/${metaKey(meta)}`,
      kind: 'daemonSet',
      name,
      namespace,
    } as const;
    entities.push(entityOf(fields, same, { desired, ready }, undefined));
  }
  return { entities, edges: [] };
};

/** Multi-network policies and the NADs they apply to. */
export const multiNetworkPolicyFragment = ({ snapshot }: GraphFacts): Fragment => {
  const entities: Entity[] = [];
  const edges: Edge[] = [];
  for (const { meta, policyFor } of snapshot.multiNetworkPolicies.items.values()) {
    const { name, namespace } = meta;
    const id = `multiNetworkPolicy/${metaKey(meta)}`;
    const fields = { id, kind: 'multiNetworkPolicy', name, namespace } as const;
    entities.push(entityOf(fields, same, { policyFor }, undefined));
    for (const reference of new Set(policyFor.map((nad) => resolveNad(namespace, nad)))) {
      edges.push(edgeOf(id, `nad/${reference}`, 'applies'));
    }
  }
  return { entities, edges };
};
