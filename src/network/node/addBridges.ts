/**
 * Entities for the bridges of a node and the edges into them: uplink -> bridge, OVS bond ->
 * bridge; and bridge -> NAD of the bridge CNI. Source: domain reference A.3.2, E.2 (5, 6, 20);
 * rulings 2.
 */
import type { BridgePort } from '../../cluster/interfaceRecord';
import { metaKey } from '../../cluster/meta';
import { BR_EX } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import { bridgeOwnState, bridgeReach, bridgeTypes } from '../bridgeState';
import { NO_ATTRIBUTES, attributesOf, edgeOf, entityOf } from '../fragment';
import type { Attributes, LooseAttributes } from '../fragment';
import { ovsBondState } from '../interfaceState';
import { OK, broken } from '../judgement';
import type { Judgement } from '../judgement';
import type { BridgeView, NodeView } from '../networkGraph';
import { connectMembers } from './addInterfaces';
import type { NodeContext } from './nodeContext';

/** A bridge needs an uplink once a mapping or a NAD leads over it. */
const stateOf = ({ view, facts }: NodeContext, bridge: BridgeView): Judgement => {
  const mapped = view.state?.mappings?.some((m) => m.bridge === bridge.name) === true;
  const carries = mapped || bridge.name === BR_EX || facts.nadsByBridge.has(bridge.name);
  return carries ? bridgeReach(bridge) : bridgeOwnState(bridge);
};

const describe = (view: NodeView, bridge: BridgeView): LooseAttributes => {
  const types = bridgeTypes(view, bridge.name);
  const { record } = bridge;
  return {
    type: record.type,
    types: types.length > 1 ? types : undefined,
    state: record.state,
    mtu: bridge.ovs ? view.byTypeAndName.get(`ovs-interface ${bridge.name}`)?.mtu : record.mtu,
    uplinks: bridge.uplinks.map((port) => port.name),
    uplinkMtu: bridge.uplinkMtu,
    insideVlan: bridge.insideVlan,
    stp: record.bridge?.stp,
    mcastSnooping: record.bridge?.mcastSnooping,
    ports: record.bridge?.ports.length,
    description: record.description,
  };
};

/** VLANs of a port as a person writes them: "10", "2-4094", "native 5". */
const vlanAttributes = ({ vlan }: BridgePort): Attributes => {
  if (vlan === undefined || vlan.empty) return NO_ATTRIBUTES;
  const tags = vlan.trunkTags.map(({ min, max }) => (min === max ? `${min}` : `${min}-${max}`));
  if (vlan.tag !== undefined) {
    tags.unshift(vlan.enableNative ? `native ${vlan.tag}` : `${vlan.tag}`);
  }
  return attributesOf({ vlanMode: vlan.mode, vlans: tags.join(', ') });
};

const describeOvsBond = (port: BridgePort): LooseAttributes => ({
  type: 'ovs-bond',
  mode: port.bond?.mode,
  members: port.bond?.members,
});

const connectOvsBond = (context: NodeContext, bridge: BridgeView, port: BridgePort): string => {
  const { node, view } = context;
  const { name } = port;
  const id = context.id('bond', name);
  const members = port.bond?.members ?? [];
  if (context.has(id)) return id;
  const judgement = ovsBondState(view, name, members);
  const origin = context.originOf(id);
  const fields = { id, kind: 'bond', name, node, judgement, origin } as const;
  context.add(entityOf(fields, describeOvsBond, port, undefined));
  connectMembers(context, members, [name, bridge.name], port.bond?.mode ?? '');
  return id;
};

const connectUplink = (context: NodeContext, bridge: BridgeView, port: BridgePort): void => {
  const target = context.id('bridge', bridge.name);
  const isOvsBond = port.bond !== undefined;
  const source = isOvsBond
    ? connectOvsBond(context, bridge, port)
    : context.ensureInterface(port.name);
  const judgement = isOvsBond ? OK : context.membership(port.name, [bridge.name]);
  context.connect(edgeOf(source, target, 'port', judgement, 'actual', vlanAttributes(port)));
};

const connectNads = (context: NodeContext, bridge: BridgeView): void => {
  const nads = context.facts.nadsByBridge.get(bridge.name);
  if (nads === undefined) return;
  const source = context.id('bridge', bridge.name);
  const judgement = bridge.ovs
    ? broken(
        text('{{bridge}} on {{node}} is an OVS bridge: the bridge CNI needs a Linux bridge.', {
          bridge: bridge.name,
          node: context.node,
        }),
      )
    : OK;
  for (const nad of nads) {
    context.connect(edgeOf(source, `nad/${metaKey(nad.meta)}`, 'nad', judgement));
  }
};

/** Adds the bridges with their uplinks and NADs. */
export const addBridges = (context: NodeContext): void => {
  const { view, node } = context;
  for (const bridge of view.bridges.values()) {
    const { name } = bridge;
    const id = context.id('bridge', name);
    const judgement = stateOf(context, bridge);
    const origin = context.originOf(id);
    const fields = { id, kind: 'bridge', name, node, judgement, origin } as const;
    context.add(entityOf(fields, describe, view, bridge));
    for (const port of bridge.uplinks) connectUplink(context, bridge, port);
    connectNads(context, bridge);
  }
};
