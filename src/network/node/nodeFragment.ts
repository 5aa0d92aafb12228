/**
 * The part of the graph that lives on one node: the node itself, its interfaces, bridges and
 * mappings, the policies on it, the switch ports it hears, and the networks proven to be plumbed
 * there. Source: domain reference E.1, E.2 (1–10, 19–23).
 */
import { BR_EX, ovnName } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../evidence';
import { attributesOf, edgeOf, entityOf } from '../fragment';
import type { Fragment } from '../fragment';
import type { GraphFacts } from '../graphFacts';
import { OK, broken, unknown } from '../judgement';
import type { Judgement } from '../judgement';
import { liveOvnNames } from '../liveNetworks';
import { machineNetworksOf } from '../machineNetworks';
import type { NodeView } from '../networkGraph';
import { claimsOf } from '../portClaims';
import { addBridges, addIntegrationBridge, connectOvsPorts } from './addBridges';
import { addInterfaces, connectInterfaces } from './addInterfaces';
import { addMappings } from './addMappings';
import { addPolicies } from './addPolicies';
import { NodeContext } from './nodeContext';

const nodeState = (facts: GraphFacts, view: NodeView): Judgement => {
  const { record, name: node } = view;
  const listing = facts.snapshot.nodes;
  if (record === undefined) {
    return unknown(
      isKnown(listing)
        ? text('There is no Node {{node}}; other objects still name it.', { node })
        : whyUnknown('nodes', listing),
    );
  }
  if (record.ready === false) return broken(text('Node {{node}} is not Ready.', { node }));
  if (record.ready === true) return OK;
  return unknown(text('Node {{node}} does not report whether it is Ready.', { node }));
};

const addNode = ({ facts, view, builder, node }: NodeContext): void => {
  const { record } = view;
  builder.add(
    entityOf({
      id: `node/${node}`,
      kind: 'node',
      name: node,
      node,
      judgement: nodeState(facts, view),
      origin: record === undefined && view.state === undefined ? 'intended' : 'actual',
      attributes: attributesOf({
        controlPlane: view.isControlPlane || undefined,
        runsVms: record && view.runsVms,
        cordoned: record?.unschedulable === true || undefined,
        internalIps: record?.internalIps,
        policies: view.policies.map((policy) => policy.meta.name),
      }),
    }),
  );
};

const addLinks = ({ view, builder, node }: NodeContext): void => {
  for (const claim of claimsOf(view)) {
    const { vlans, maxFrame } = claim.neighbor;
    const attributes = attributesOf({ vlans: vlans?.map((vlan) => String(vlan.id)), maxFrame });
    builder.connect(
      edgeOf(claim.portId, `nic/${node}/${claim.nic}`, 'link', OK, 'actual', attributes),
    );
  }
};

const addLiveNetworks = ({ facts, view, builder, node }: NodeContext): void => {
  for (const name of liveOvnNames(view)) {
    for (const network of facts.byOvnName.get(name) ?? []) {
      if (ovnName(network.name) === name) {
        builder.connect(edgeOf(network.id, `node/${node}`, 'live'));
      }
    }
  }
};

const addMachineNetworks = ({ view, builder, node }: NodeContext): void => {
  const bridge = `bridge/${node}/${BR_EX}`;
  if (!builder.exists(bridge)) return;
  for (const cidr of machineNetworksOf(view)) {
    builder.connect(edgeOf(`machineNetwork/${cidr}`, bridge, 'machineNetwork'));
  }
};

/** Entities and edges of one node. */
export const nodeFragment = (facts: GraphFacts, view: NodeView): Fragment => {
  const context = new NodeContext(facts, view);
  addNode(context);
  addInterfaces(context);
  addBridges(context);
  connectInterfaces(context);
  addIntegrationBridge(context);
  connectOvsPorts(context);
  addMappings(context);
  addPolicies(context);
  addLinks(context);
  addLiveNetworks(context);
  addMachineNetworks(context);
  return context.builder.finish();
};
