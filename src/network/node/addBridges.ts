/**
 * Entities for the bridges of a node and the edges around them: uplink -> bridge, OVS bond ->
 * bridge, bridge -> internal interface, bridge -> br-int, bridge -> NAD. `br-int` is not in
 * NodeNetworkState as a bridge; it is added where one of its interfaces shows that it is there.
 * Source: domain reference A.3.2, E.2 (5–8, 20, 23); rulings 2.
 */
import type { BridgePort, InterfaceRecord } from '../../cluster/interfaceRecord';
import { metaKey } from '../../cluster/meta';
import { BR_EX, BR_INT } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import { bridgeOwnState, bridgeReach, bridgeTypes } from '../bridgeState';
import { attributesOf, edgeOf, entityOf } from '../fragment';
import type { Attributes } from '../fragment';
import { ovsBondState } from '../interfaceState';
import { OK, broken } from '../judgement';
import type { Judgement } from '../judgement';
import type { BridgeView } from '../networkGraph';
import { connectMember } from './addInterfaces';
import type { NodeContext } from './nodeContext';

/** A bridge needs an uplink once a mapping or a NAD leads over it. */
const stateOf = ({ view, facts }: NodeContext, bridge: BridgeView): Judgement => {
  const mapped = view.state?.mappings?.some((m) => m.bridge === bridge.name) === true;
  const carries = mapped || bridge.name === BR_EX || facts.nadsByBridge.has(bridge.name);
  return carries ? bridgeReach(bridge) : bridgeOwnState(bridge);
};

const attributesOfBridge = ({ view }: NodeContext, bridge: BridgeView): Attributes => {
  const types = bridgeTypes(view, bridge.name);
  return attributesOf({
    type: bridge.record.type,
    types: types.length > 1 ? types : undefined,
    state: bridge.record.state,
    mtu: bridge.ovs
      ? view.byTypeAndName.get(`ovs-interface ${bridge.name}`)?.mtu
      : bridge.record.mtu,
    uplinks: bridge.uplinks.map((port) => port.name),
    uplinkMtu: bridge.uplinkMtu,
    insideVlan: bridge.insideVlan,
    stp: bridge.record.bridge?.stp,
    mcastSnooping: bridge.record.bridge?.mcastSnooping,
    ports: bridge.record.bridge?.ports.length,
    description: bridge.record.description,
  });
};

/** VLANs of a port as a person writes them: "10", "2-4094", "native 5". */
const vlanText = (port: BridgePort): string | undefined => {
  const vlan = port.vlan;
  if (vlan === undefined || vlan.empty) return undefined;
  const tags = vlan.trunkTags.map(({ min, max }) => (min === max ? `${min}` : `${min}-${max}`));
  if (vlan.tag !== undefined)
    tags.unshift(vlan.enableNative ? `native ${vlan.tag}` : `${vlan.tag}`);
  return tags.join(', ');
};

const connectUplink = (context: NodeContext, bridge: BridgeView, port: BridgePort): void => {
  const { builder, node, view } = context;
  const target = `bridge/${node}/${bridge.name}`;
  const attributes = attributesOf({ vlanMode: port.vlan?.mode, vlans: vlanText(port) });
  if (port.bond === undefined) {
    const source = context.ensureInterface(port.name);
    const judgement = context.membership(port.name, [bridge.name]);
    builder.connect(edgeOf(source, target, 'port', judgement, 'actual', attributes));
    return;
  }
  const bond = `bond/${node}/${port.name}`;
  builder.add(
    entityOf({
      id: bond,
      kind: 'bond',
      name: port.name,
      node,
      judgement: ovsBondState(view, port.name, port.bond.members),
      origin: context.originOf(bond),
      attributes: attributesOf({
        type: 'ovs-bond',
        mode: port.bond.mode,
        members: port.bond.members,
      }),
    }),
  );
  const holders = [port.name, bridge.name];
  for (const member of port.bond.members) connectMember(context, member, holders, port.bond.mode);
  builder.connect(edgeOf(bond, target, 'port', OK, 'actual', attributes));
};

const connectNads = (context: NodeContext, bridge: BridgeView): void => {
  const source = `bridge/${context.node}/${bridge.name}`;
  for (const nad of context.facts.nadsByBridge.get(bridge.name) ?? []) {
    const judgement = bridge.ovs
      ? broken(
          text('{{bridge}} on {{node}} is an OVS bridge: the bridge CNI needs a Linux bridge.', {
            bridge: bridge.name,
            node: context.node,
          }),
        )
      : OK;
    context.builder.connect(edgeOf(source, `nad/${metaKey(nad.meta)}`, 'nad', judgement));
  }
};

/** Adds the bridges with their uplinks and NADs. */
export const addBridges = (context: NodeContext): void => {
  const { builder, view, node } = context;
  for (const bridge of view.bridges.values()) {
    const id = `bridge/${node}/${bridge.name}`;
    builder.add(
      entityOf({
        id,
        kind: 'bridge',
        name: bridge.name,
        node,
        judgement: stateOf(context, bridge),
        origin: context.originOf(id),
        attributes: attributesOfBridge(context, bridge),
      }),
    );
    for (const port of bridge.uplinks) connectUplink(context, bridge, port);
    connectNads(context, bridge);
  }
};

const INTEGRATION = attributesOf({ type: 'ovs-bridge', synthesised: true });

const isOfIntegrationBridge = (record: InterfaceRecord): boolean =>
  record.type === 'ovs-interface' && (record.controller === BR_INT || record.name === BR_INT);

/** Adds br-int where one of its interfaces is reported, and what OVN hangs on it. */
export const addIntegrationBridge = (context: NodeContext): void => {
  const { builder, node, view, facts } = context;
  const id = `bridge/${node}/${BR_INT}`;
  if (view.state === undefined) return;
  if (!builder.has(id)) {
    if (!view.state.interfaces.some(isOfIntegrationBridge)) return;
    builder.add(entityOf({ id, kind: 'bridge', name: BR_INT, node, attributes: INTEGRATION }));
  }
  for (const network of facts.snapshot.clusterNetworks.items.values()) {
    for (const { cidr } of network.clusterNetworks) {
      builder.connect(edgeOf(id, `clusterNetwork/${cidr}`, 'clusterNetwork'));
    }
    for (const cidr of network.serviceNetworks) {
      builder.connect(edgeOf(id, `serviceNetwork/${cidr}`, 'clusterNetwork'));
    }
  }
};

/** Whether the far end of a patch port is on br-int: by its record, else by OVN's naming. */
const leadsToIntegration = ({ view }: NodeContext, record: InterfaceRecord): boolean => {
  const peer = record.patchPeer ?? '';
  const far = view.byTypeAndName.get(`ovs-interface ${peer}`);
  return far === undefined ? peer.startsWith(`patch-${BR_INT}-to-`) : far.controller === BR_INT;
};

/** Connects bridges with their internal interfaces and, through patch ports, with br-int. */
export const connectOvsPorts = (context: NodeContext): void => {
  const { builder, node, view } = context;
  const integration = `bridge/${node}/${BR_INT}`;
  for (const record of view.state?.interfaces ?? []) {
    if (record.type !== 'ovs-interface' || record.controller === undefined) continue;
    const bridge = `bridge/${node}/${record.controller}`;
    if (!builder.has(bridge)) continue;
    if (record.patchPeer === undefined) {
      builder.connect(edgeOf(bridge, `internalIf/${node}/${record.name}`, 'internal'));
    } else if (record.controller !== BR_INT && builder.has(integration)) {
      if (leadsToIntegration(context, record))
        builder.connect(edgeOf(bridge, integration, 'patch'));
    }
  }
};
