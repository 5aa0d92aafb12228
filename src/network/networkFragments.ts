/**
 * The parts of the graph that networks own: localnet, network, NAD, CUDN and UDN, with the edges
 * between them. Source: domain reference A.4–A.6, B.1, E.1, E.2 (11–14, 24); rulings 2.
 */
import type { Condition } from '../cluster/condition';
import { metaKey } from '../cluster/meta';
import type { NadRecord } from '../cluster/nadRecord';
import { text } from '../cluster/text';
import type { CudnRecord, UdnRecord } from '../cluster/udnRecord';
import { isKnown, whyUnknown } from './evidence';
import { attributesOf, edgeOf, entityOf } from './fragment';
import type { Attributes, Fragment } from './fragment';
import type { GraphFacts } from './graphFacts';
import { OK, broken, unknown, worse } from './judgement';
import type { Judgement } from './judgement';
import { bridgeAnywhere, localnetState } from './localnetState';
import type { Edge } from './model';
import { nadExistence } from './nadReference';
import { nadState } from './nadState';
import type { NetworkView } from './networkGraph';
import { ovnNetworkNameOf } from './networkView';

/** The localnet itself; the mappings to it belong to their nodes. */
export const localnetFragment = (facts: GraphFacts, name: string): Fragment => {
  const nodes = facts.mappings.get(name)?.size ?? 0;
  const used = facts.byPhysicalName.has(name);
  const wanted = used || facts.wantedMappings.has(name);
  const entity = entityOf({
    id: `localnet/${name}`,
    kind: 'localnet',
    name,
    judgement: localnetState(facts, name),
    origin: nodes === 0 ? 'intended' : wanted ? 'both' : 'actual',
    attributes: attributesOf({
      mappedNodes: nodes,
      nodes: facts.nodes.size,
      networks: facts.byPhysicalName.get(name)?.length,
    }),
  });
  return { entities: [entity], edges: [] };
};

const attributesOfNetwork = (network: NetworkView): Attributes =>
  attributesOf({
    topology: network.topology,
    vlan: network.vlan,
    mtu: network.mtu,
    mtuStated: network.mtu === undefined ? undefined : network.mtuStated,
    physicalNetworkName: network.physicalName,
    role: network.primary ? 'primary' : 'secondary',
    subnets: network.subnets,
    nads: network.nads.length,
  });

/** A network, its localnet, its definition and its neighbours on the wire. */
export const networkFragment = (
  facts: GraphFacts,
  network: NetworkView,
  sameSegment: ReadonlySet<string> | undefined,
): Fragment => {
  const localnet = network.physicalName;
  const judgement = localnet === '' ? OK : localnetState(facts, localnet);
  const edges: Edge[] = [];
  if (localnet !== '') {
    const vlan = attributesOf({ vlan: network.vlan });
    edges.push(
      edgeOf(`localnet/${localnet}`, network.id, 'physicalNetwork', judgement, 'both', vlan),
    );
  }
  if (network.cudn !== undefined) {
    edges.push(edgeOf(network.id, `cudn/${network.cudn.meta.name}`, 'definition'));
  }
  if (network.udn !== undefined) {
    edges.push(edgeOf(network.id, `udn/${metaKey(network.udn.meta)}`, 'definition'));
  }
  for (const other of sameSegment ?? []) {
    edges.push(edgeOf(network.id, `network/${other}`, 'sameSegment'));
  }
  const entity = entityOf({
    id: network.id,
    kind: 'network',
    name: network.name,
    judgement,
    origin: network.nads.length > 0 ? 'both' : 'intended',
    attributes: attributesOfNetwork(network),
  });
  return { entities: [entity], edges };
};

const attributesOfNad = (nad: NadRecord): Attributes => {
  const config = nad.config;
  if (config.form !== 'conf' && config.form !== 'conflist') return {};
  const plugin = config.plugin;
  return attributesOf({
    type: config.type,
    network: config.name,
    topology: plugin.family === 'ovn' ? plugin.topology : undefined,
    physicalNetworkName: plugin.family === 'ovn' ? plugin.physicalNetworkName : undefined,
    bridge: plugin.family === 'bridge' ? plugin.bridge : undefined,
    vlan: plugin.family === 'ovn' ? plugin.vlanID?.raw : plugin.vlan?.raw,
    mtu: plugin.mtu?.raw,
    resourceName: nad.resourceName,
    generated: nad.generated || undefined,
    accepted: plugin.family === 'ovn' ? nad.ovnNetworkId !== undefined : undefined,
  });
};

const stateOfNad = (facts: GraphFacts, nad: NadRecord): Judgement => {
  const own = nadState(nad);
  const config = nad.config;
  if (config.form !== 'conf' && config.form !== 'conflist') return own;
  if (config.plugin.family !== 'bridge') return own;
  return worse(own, bridgeAnywhere(facts, config.plugin.bridge));
};

const namespaceOf = (key: string): string => key.slice(0, Math.max(0, key.indexOf('/')));

/** A NAD that somebody refers to, or a CUDN should have made, and that is not there. */
const missingNad = (facts: GraphFacts, key: string): Fragment => {
  const judgement = nadExistence(facts.snapshot, key);
  const id = `nad/${key}`;
  const entity = entityOf({
    id,
    kind: 'nad',
    name: key.slice(key.indexOf('/') + 1),
    namespace: namespaceOf(key),
    judgement,
    origin: 'intended',
  });
  const definition = facts.expectedNads.get(key);
  const edges =
    definition === undefined ? [] : [edgeOf(definition, id, 'nad', judgement, 'intended')];
  return { entities: [entity], edges };
};

/** A NAD by `ns/name`, with the edges from its network and from what generated it. */
export const nadFragment = (facts: GraphFacts, key: string): Fragment => {
  const nad = facts.snapshot.nads.items.get(key);
  if (nad === undefined) return missingNad(facts, key);
  const id = `nad/${key}`;
  const judgement = stateOfNad(facts, nad);
  const edges: Edge[] = [];
  const network = ovnNetworkNameOf(nad);
  if (network !== undefined) edges.push(edgeOf(`network/${network}`, id, 'nad', judgement));
  const definition = facts.definitionByNad.get(key);
  if (definition !== undefined) edges.push(edgeOf(definition, id, 'nad', judgement));
  const entity = entityOf({
    id,
    kind: 'nad',
    name: nad.meta.name,
    namespace: nad.meta.namespace,
    judgement,
    attributes: attributesOfNad(nad),
  });
  return { entities: [entity], edges };
};

const conditionOf = (conditions: readonly Condition[], type: string): Condition | undefined =>
  conditions.find((condition) => condition.type === type);

const definitionState = (name: string, conditions: readonly Condition[]): Judgement => {
  for (const type of ['NetworkCreated', 'NetworkAllocationSucceeded']) {
    const condition = conditionOf(conditions, type);
    if (condition?.status === 'False') {
      return broken(
        text('{{name}}: {{type}} is False: {{message}}', {
          name,
          type,
          message: condition.message || condition.reason,
        }),
      );
    }
  }
  if (conditionOf(conditions, 'NetworkCreated')?.status === 'True') return OK;
  return unknown(
    text('OVN-Kubernetes does not say yet whether it has created {{name}}.', { name }),
  );
};

const definitionEntity = (record: CudnRecord | UdnRecord, id: string): Fragment => {
  const { meta, network, conditions } = record;
  const entity = entityOf({
    id,
    kind: record.kind,
    name: meta.name,
    namespace: meta.namespace === '' ? undefined : meta.namespace,
    judgement: definitionState(meta.name, conditions),
    attributes: attributesOf({
      topology: network.topology,
      role: network.role,
      physicalNetworkName: network.physicalNetworkName,
      vlan: network.vlanId,
      mtu: network.mtu,
      subnets: network.subnets,
      ipam: network.ipamMode,
    }),
  });
  return { entities: [entity], edges: [] };
};

const missingDefinition = (facts: GraphFacts, id: string): Fragment => {
  const isCudn = id.startsWith('cudn/');
  const key = id.slice(id.indexOf('/') + 1);
  const kind = isCudn ? 'cudns' : 'udns';
  const listing = facts.snapshot[kind];
  const namespace = isCudn ? undefined : namespaceOf(key);
  const judgement = isKnown(listing, namespace)
    ? broken(text('{{name}}, which owns a generated NAD, does not exist.', { name: key }))
    : unknown(whyUnknown(kind, listing));
  const entity = entityOf({
    id,
    kind: isCudn ? 'cudn' : 'udn',
    name: key.slice(isCudn ? 0 : key.indexOf('/') + 1),
    namespace,
    judgement,
    origin: 'intended',
  });
  return { entities: [entity], edges: [] };
};

/** A CUDN or UDN by its entity id; one that only an owner reference names is added as missing. */
export const definitionFragment = (facts: GraphFacts, id: string): Fragment => {
  const key = id.slice(id.indexOf('/') + 1);
  const { cudns, udns } = facts.snapshot;
  const record = id.startsWith('cudn/') ? cudns.items.get(key) : udns.items.get(key);
  return record === undefined ? missingDefinition(facts, id) : definitionEntity(record, id);
};
