/**
 * The part of the graph that one NAD owns: itself, and the edges from its network and from the
 * CUDN or UDN that generated it. A NAD that somebody refers to and that is not there has one
 * too. Source: domain reference A.4, E.1, E.2 (12, 13); rulings 2.
 */
import type { NadRecord } from '../cluster/nadRecord';
import { bareEntity, edgeOf, entityOf } from './fragment';
import type { Fragment, LooseAttributes } from './fragment';
import type { GraphFacts } from './graphFacts';
import { worse } from './judgement';
import type { Judgement } from './judgement';
import { bridgeAnywhere } from './localnetState';
import type { Edge } from './model';
import { nadExistence, namespaceOfKey } from './nadReference';
import { nadState } from './nadState';
import { ovnNetworkNameOf } from './networkView';

const describe = (nad: NadRecord): LooseAttributes => {
  const config = nad.config;
  if (!('plugin' in config)) return {};
  const { plugin } = config;
  const common = {
    type: config.type,
    network: config.name,
    mtu: plugin.mtu?.raw,
    resourceName: nad.resourceName,
    generated: nad.generated || undefined,
  };
  if (plugin.family !== 'ovn') {
    const bridge = plugin.family === 'bridge' ? plugin.bridge : undefined;
    return { ...common, bridge, vlan: plugin.vlan?.raw };
  }
  return {
    ...common,
    topology: plugin.topology,
    physicalNetworkName: plugin.physicalNetworkName,
    vlan: plugin.vlanID?.raw,
    accepted: nad.ovnNetworkId !== undefined,
  };
};

const stateOf = (facts: GraphFacts, nad: NadRecord): Judgement => {
  const own = nadState(nad);
  const { config } = nad;
  if (!('plugin' in config) || config.plugin.family !== 'bridge') return own;
  return worse(own, bridgeAnywhere(facts, config.plugin.bridge));
};

/** A NAD that somebody refers to, or a CUDN should have made, and that is not there. */
const missingNad = (facts: GraphFacts, key: string): Fragment => {
  const judgement = nadExistence(facts.snapshot, key);
  const id = `nad/${key}`;
  const entity = bareEntity({
    id,
    kind: 'nad',
    name: key.slice(key.indexOf('/') + 1),
    namespace: namespaceOfKey(key),
    judgement,
    origin: 'intended',
  });
  const definition = facts.expectedNads.get(key);
  const edges =
    definition === undefined ? [] : [edgeOf(definition, id, 'nad', judgement, 'intended')];
  return { entities: [entity], edges };
};

/** The part of the NAD `ns/name`. */
export const nadFragment = (facts: GraphFacts, key: string): Fragment => {
  const nad = facts.snapshot.nads.items.get(key);
  if (nad === undefined) return missingNad(facts, key);
  const id = `nad/${key}`;
  const { name, namespace } = nad.meta;
  const judgement = stateOf(facts, nad);
  const edges: Edge[] = [];
  const network = ovnNetworkNameOf(nad);
  if (network !== undefined) edges.push(edgeOf(`network/${network}`, id, 'nad', judgement));
  const definition = facts.definitionByNad.get(key);
  if (definition !== undefined) edges.push(edgeOf(definition, id, 'nad', judgement));
  const fields = { id, kind: 'nad', name, namespace, judgement } as const;
  return { entities: [entityOf(fields, describe, nad, undefined)], edges };
};
