/**
 * Which parts can hold edges at an entity. An edge belongs to the part that its records make it
 * part of, mostly that of the end nearer the VM; for each kind of entity this names the parts to
 * look in, through the indexes, so that no question about one entity looks at the whole graph.
 */
import { ovnName } from '../cluster/ovnNames';
import type { GraphFacts } from './graphFacts';
import type { EntityKind } from './model';
import type { NetworkView, VmView } from './networkGraph';
import { ONLY, kindOfId, ownerOf } from './parts';
import type { PartKind, PartName } from './parts';
import { nodesByPolicy } from './nodesByPolicy';
import { segmentsOf } from './segments';

const named = function* (kind: PartKind, keys: Iterable<string> | undefined): Iterable<PartName> {
  for (const key of keys ?? []) yield { kind, key };
};

/** Node names out of claim keys `node/nic`. */
const nodesOfClaims = function* (facts: GraphFacts, portId: string): Iterable<PartName> {
  const nodes = new Set<string>();
  for (const claim of facts.portClaims.get(portId) ?? []) nodes.add(claim.node);
  yield* named('node', nodes);
};

const nodesOfPolicy = function* (facts: GraphFacts, policy: string): Iterable<PartName> {
  const nodes = new Set(facts.enactments.get(policy)?.keys());
  for (const view of nodesByPolicy(facts.nodes).get(policy) ?? []) nodes.add(view.name);
  yield* named('node', nodes);
};

const vmsOf = function* (vms: readonly VmView[] | undefined): Iterable<PartName> {
  for (const { key } of vms ?? []) yield { kind: 'vm', key };
};

/** VMs in the namespaces whose pods use this network as their primary one. */
const vmsOfPrimary = function* (facts: GraphFacts, network: NetworkView): Iterable<PartName> {
  for (const [namespace, primary] of facts.primaryByNamespace) {
    if (primary !== network) continue;
    yield* vmsOf(facts.vmsByNamespace.get(namespace));
  }
};

const ofNetwork = function* (facts: GraphFacts, key: string): Iterable<PartName> {
  const network = facts.networks.get(key);
  if (network === undefined) return;
  yield { kind: 'network', key };
  // An edge between networks of one segment belongs to the one that sorts first.
  yield* named('network', segmentsOf(facts).earlier.get(key));
  for (const { meta } of network.nads) yield { kind: 'nad', key: `${meta.namespace}/${meta.name}` };
  yield* named('node', facts.liveNodes.get(ovnName(key)));
  if (network.primary) yield* vmsOfPrimary(facts, network);
};

const ofNad = function* (facts: GraphFacts, key: string): Iterable<PartName> {
  yield { kind: 'nad', key };
  yield { kind: 'multiNetworkPolicy', key: ONLY };
  const config = facts.snapshot.nads.items.get(key)?.config;
  if (config !== undefined && 'plugin' in config && config.plugin.family === 'bridge') {
    yield* named('node', facts.bridgeNodes.get(config.plugin.bridge));
  }
  yield* vmsOf(facts.vmsByNad.get(key));
};

const ofDefinition = function* (facts: GraphFacts, id: string): Iterable<PartName> {
  for (const { meta } of facts.nadsByDefinition.get(id) ?? []) {
    yield { kind: 'nad', key: `${meta.namespace}/${meta.name}` };
  }
  yield* named('nad', facts.expectedByDefinition.get(id));
  const key = id.slice(id.indexOf('/') + 1);
  const network = id.startsWith('cudn/') ? `cluster_udn_${key}` : key.replace('/', '_');
  yield { kind: 'network', key: network };
};

const ofLocalnet = function* (facts: GraphFacts, key: string): Iterable<PartName> {
  const nodes = new Set(facts.mappings.get(key)?.keys());
  for (const node of facts.wantedMappings.get(key) ?? []) nodes.add(node);
  yield* named('node', nodes);
  for (const network of facts.byPhysicalName.get(key) ?? []) {
    yield { kind: 'network', key: network.name };
  }
};

const ofNode = function* (facts: GraphFacts, key: string): Iterable<PartName> {
  yield { kind: 'node', key };
  yield* vmsOf(facts.vmsByNode.get(key));
};

const ofClusterNetwork = function* (facts: GraphFacts): Iterable<PartName> {
  yield* named('node', facts.nodes.keys());
  yield* named('vm', facts.vms.keys());
};

type Holders = (facts: GraphFacts, key: string, id: string) => Iterable<PartName>;

/** Kinds whose edges are not all in their own part; for the others the owner holds them all. */
const HOLDERS: Partial<Readonly<Record<EntityKind, Holders>>> = {
  switch: (facts, _key, id) => named('switchPort', facts.portsOfSwitch.get(id)),
  switchPort: function* (facts, _key, id) {
    yield { kind: 'switchPort', key: id };
    yield* nodesOfClaims(facts, id);
  },
  node: ofNode,
  policy: nodesOfPolicy,
  localnet: ofLocalnet,
  network: ofNetwork,
  nad: ofNad,
  cudn: (facts, _key, id) => ofDefinition(facts, id),
  udn: (facts, _key, id) => ofDefinition(facts, id),
  clusterNetwork: ofClusterNetwork,
  serviceNetwork: (facts) => named('node', facts.nodes.keys()),
  machineNetwork: (facts, key) => named('node', facts.machineNetworks.get(key)),
};

/**
 * The one part that holds all edges at the entity, of a kind of which that is so; of the others undefined.
 * Most entities of a cluster are of such a kind: what is on a node, VMs and their NICs.
 */
export const soleHolderOf = (id: string): PartName | undefined => {
  const kind = kindOfId(id);
  return kind === undefined || kind in HOLDERS ? undefined : ownerOf(id);
};

/** Parts that may hold edges at the entity, each once. */
export const holdersOf = (facts: GraphFacts, id: string): Iterable<PartName> => {
  const kind = kindOfId(id);
  const owner = ownerOf(id);
  if (kind === undefined || owner === undefined) return [];
  const special = HOLDERS[kind];
  if (special === undefined) return [owner];
  return special(facts, id.slice(id.indexOf('/') + 1), id);
};
