/**
 * The smaller parts of the graph: policies, switches and their ports, the cluster's own
 * networks, and the objects that only findings and panels speak of. Source: domain reference
 * A.1, A.8, E.1; ids of rulings 1.
 */
import { metaKey } from '../cluster/meta';
import { resolveNad } from '../cluster/resolveNad';
import { text } from '../cluster/text';
import { policyState } from './enactmentState';
import { isKnown, whyUnknown } from './evidence';
import { attributesOf, edgeOf, entityOf } from './fragment';
import type { Fragment } from './fragment';
import type { GraphFacts } from './graphFacts';
import { broken, unknown } from './judgement';
import type { Entity } from './model';

const only = (entity: Entity): Fragment => ({ entities: [entity], edges: [] });

const missingPolicy = (facts: GraphFacts, name: string): Fragment => {
  const listing = facts.snapshot.policies;
  const judgement = isKnown(listing)
    ? broken(text('There is no policy {{name}} any more, but it has enactments.', { name }))
    : unknown(whyUnknown('policies', listing));
  return only(
    entityOf({ id: `policy/${name}`, kind: 'policy', name, judgement, origin: 'intended' }),
  );
};

/** A policy; its edges belong to the nodes it reaches. */
export const policyFragment = (facts: GraphFacts, name: string): Fragment => {
  const policy = facts.snapshot.policies.items.get(name);
  if (policy === undefined) return missingPolicy(facts, name);
  const selector = Object.entries(policy.nodeSelector).map(([key, value]) => `${key}=${value}`);
  return only(
    entityOf({
      id: `policy/${name}`,
      kind: 'policy',
      name,
      judgement: policyState(policy),
      attributes: attributesOf({
        nodeSelector: selector.sort(),
        maxUnavailable: policy.maxUnavailable,
        interfaces: policy.desired.interfaces.map((i) => i.name),
        mappings: policy.desired.mappings.map((m) => m.localnet),
        generation: policy.meta.generation,
      }),
    }),
  );
};

/** A switch as the first NIC in order describes it. */
export const switchFragment = (facts: GraphFacts, id: string): Fragment => {
  const ports = facts.portsOfSwitch.get(id);
  const neighbors = [...(ports ?? [])]
    .sort()
    .map((port) => facts.portClaims.get(port)?.[0]?.neighbor);
  const first = neighbors.find((neighbor) => neighbor?.systemName !== undefined) ?? neighbors[0];
  return only(
    entityOf({
      id,
      kind: 'switch',
      name: first?.systemName || id.slice('switch/'.length),
      attributes: attributesOf({
        chassisId: first?.chassisId,
        description: first?.systemDescription,
        managementAddresses: first?.managementAddresses,
        ports: ports?.size,
      }),
    }),
  );
};

/** A switch port and the edge from its switch. */
export const switchPortFragment = (facts: GraphFacts, id: string): Fragment => {
  const claim = facts.portClaims.get(id)?.[0];
  if (claim === undefined) return { entities: [], edges: [] };
  const { neighbor } = claim;
  const entity = entityOf({
    id,
    kind: 'switchPort',
    name: neighbor.portId || neighbor.portDescription || id,
    attributes: attributesOf({
      description: neighbor.portDescription,
      vlans: neighbor.vlans?.map((vlan) => String(vlan.id)),
      maxFrame: neighbor.maxFrame,
    }),
  });
  return { entities: [entity], edges: [edgeOf(claim.switchId, id, 'switchPort')] };
};

/** The cluster and the networks that are its own. */
export const clusterFragment = (facts: GraphFacts): Fragment => {
  const entities = new Map<string, Entity>();
  const add = (entity: Entity): void => void entities.set(entity.id, entity);
  const networks = [...facts.snapshot.clusterNetworks.items.values()];
  const networkType = networks[0]?.networkType;
  add(
    entityOf({
      id: 'cluster',
      kind: 'cluster',
      name: 'cluster',
      attributes: attributesOf({ networkType, overlayMtu: networks[0]?.mtu }),
    }),
  );
  for (const network of networks) {
    for (const { cidr, hostPrefix } of network.clusterNetworks) {
      const attributes = attributesOf({ hostPrefix, mtu: network.mtu });
      add(
        entityOf({ id: `clusterNetwork/${cidr}`, kind: 'clusterNetwork', name: cidr, attributes }),
      );
    }
    for (const cidr of network.serviceNetworks) {
      add(entityOf({ id: `serviceNetwork/${cidr}`, kind: 'serviceNetwork', name: cidr }));
    }
  }
  for (const [cidr, nodes] of facts.machineNetworks) {
    const attributes = attributesOf({ nodes: nodes.size });
    add(entityOf({ id: `machineNetwork/${cidr}`, kind: 'machineNetwork', name: cidr, attributes }));
  }
  return { entities: [...entities.values()], edges: [] };
};

/** Namespaces, launcher pods and daemon sets, one entity each. */
export const plainFragments = (facts: GraphFacts): Fragment => {
  const entities: Entity[] = [];
  const { namespaces, pods, daemonSets } = facts.snapshot;
  for (const { meta, phase } of namespaces.items.values()) {
    const attributes = attributesOf({ phase });
    entities.push(
      entityOf({ id: `namespace/${meta.name}`, kind: 'namespace', name: meta.name, attributes }),
    );
  }
  for (const { meta, node, phase } of pods.items.values()) {
    const { name, namespace } = meta;
    const attributes = attributesOf({ phase, node });
    entities.push(
      entityOf({ id: `pod/${metaKey(meta)}`, kind: 'pod', name, namespace, node, attributes }),
    );
  }
  for (const { meta, desired, ready } of daemonSets.items.values()) {
    const { name, namespace } = meta;
    const attributes = attributesOf({ desired, ready });
    entities.push(
      entityOf({
        id: `daemonSet/${metaKey(meta)}`,
        kind: 'daemonSet',
        name,
        namespace,
        attributes,
      }),
    );
  }
  return { entities, edges: [] };
};

/** Multi-network policies and the NADs they apply to. */
export const multiNetworkPolicyFragment = (facts: GraphFacts): Fragment => {
  const entities: Entity[] = [];
  const edges = [];
  for (const { meta, policyFor } of facts.snapshot.multiNetworkPolicies.items.values()) {
    const { name, namespace } = meta;
    const id = `multiNetworkPolicy/${metaKey(meta)}`;
    const attributes = attributesOf({ policyFor });
    entities.push(entityOf({ id, kind: 'multiNetworkPolicy', name, namespace, attributes }));
    for (const reference of new Set(policyFor.map((nad) => resolveNad(namespace, nad)))) {
      edges.push(edgeOf(id, `nad/${reference}`, 'applies'));
    }
  }
  return { entities, edges };
};
