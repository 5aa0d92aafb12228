/**
 * The part of the graph that lives on one node: the node itself, its interfaces, bridges and
 * mappings, the policies on it, the switch ports it hears, and the networks proven to be plumbed
 * there. Source: domain reference E.1, E.2 (1–10, 19–23).
 */
import { BR_EX } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../evidence';
import { attributesOf, edgeOf, entityOf } from '../fragment';
import type { Fragment, LooseAttributes } from '../fragment';
import type { GraphFacts } from '../graphFacts';
import { OK, broken, unknown } from '../judgement';
import type { Judgement } from '../judgement';
import { liveOvnNames } from '../liveNetworks';
import { machineNetworksOf } from '../machineNetworks';
import type { NodeView } from '../networkGraph';
import { claimsOf } from '../portClaims';
import { addBridges } from './addBridges';
import { addIntegrationBridge, connectOvsPorts } from './addIntegrationBridge';
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

const describe = (view: NodeView): LooseAttributes => ({
  controlPlane: view.isControlPlane || undefined,
  runsVms: view.record && view.runsVms,
  cordoned: view.record?.unschedulable === true || undefined,
  internalIps: view.record?.internalIps,
  policies: view.policies.map((policy) => policy.meta.name),
});

const addNode = (context: NodeContext): void => {
  const { facts, view, node } = context;
  const isNamedOnly = view.record === undefined && view.state === undefined;
  const fields = {
    id: `node/${node}`,
    kind: 'node',
    name: node,
    node,
    judgement: nodeState(facts, view),
    origin: isNamedOnly ? 'intended' : 'actual',
  } as const;
  context.add(entityOf(fields, describe, view, undefined));
};

const addLinks = (context: NodeContext): void => {
  for (const { portId, nic, neighbor } of claimsOf(context.view)) {
    const attributes = attributesOf({
      vlans: neighbor.vlans?.map((vlan) => String(vlan.id)),
      maxFrame: neighbor.maxFrame,
    });
    context.connect(edgeOf(portId, context.id('nic', nic), 'link', OK, 'actual', attributes));
  }
};

const addLiveNetworks = (context: NodeContext): void => {
  for (const name of liveOvnNames(context.view)) {
    for (const network of context.facts.byOvnName.get(name) ?? []) {
      context.connect(edgeOf(network.id, `node/${context.node}`, 'live'));
    }
  }
};

const addMachineNetworks = (context: NodeContext): void => {
  const bridge = context.id('bridge', BR_EX);
  if (!context.exists(bridge)) return;
  for (const cidr of machineNetworksOf(context.view)) {
    context.connect(edgeOf(`machineNetwork/${cidr}`, bridge, 'machineNetwork'));
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
  return context.finish();
};
