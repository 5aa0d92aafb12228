/**
 * The guards of the form, live: what blocks the plan, what deserves a warning, and at which field
 * (domain reference C.7 and the catalogue entries it predicts). Node-protecting ones block.
 */
import { BR_EX } from '../cluster/ovnNames';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { BridgeView, NetworkGraph, NodeView } from '../network/networkGraph';
import type { AttachIntent, FlowId } from './attachIntent';
import { checkNetworkName } from './checkNetworkName';
import { checkVms } from './checkVms';
import type { Guard, GuardLevel, IntentField } from './model';
import { isInterfaceName, isMtu, isVlanId } from './names';
import { bridgeChoice, bridgeTypeOf } from './bridgeChoices';
import { nicCaution, nicObstacle } from './nicChoices';
import { nodesOfSelector } from './nodeChoices';

/** All guards for the intent, most severe first, in the order of the form's fields. */
export const checkAttachIntent = (graph: NetworkGraph, intent: AttachIntent): readonly Guard[] => {
  const nodes = nodesOfSelector(graph, intent.nodeSelector);
  const guards = [
    ...checkNodes(nodes, intent),
    ...checkUplink(nodes, intent),
    ...checkVlan(nodes, intent),
    ...checkMtu(nodes, intent),
    ...checkNetworkName(graph, intent, nodes),
    ...checkVms(graph, intent, nodes),
  ];
  return guards.sort((a, b) => RANK[a.level] - RANK[b.level]);
};

const RANK: Readonly<Record<GuardLevel, number>> = { block: 0, warn: 1, info: 2 };

const guard = (id: string, level: GuardLevel, field: IntentField, message: Text): Guard => ({
  id,
  level,
  field,
  message,
});

const checkNodes = (nodes: readonly NodeView[], intent: AttachIntent): readonly Guard[] => {
  if (nodes.length === 0) {
    return [guard('NNCP-003', 'block', 'nodes', text('No node matches this selection.'))];
  }
  const guards: Guard[] = [];
  const notReady = nodes.filter((node) => node.record?.ready !== true).map((node) => node.name);
  if (notReady.length > 0) {
    guards.push(
      guard(
        'NNCP-004',
        'warn',
        'nodes',
        text('Not ready, and skipped until they are: {{nodes}}.', { nodes: notReady.join(', ') }),
      ),
    );
  }
  const controlPlane = nodes.filter((node) => node.isControlPlane && !node.runsVms);
  if (controlPlane.length > 0 && changesInterfaces(intent.uplink)) {
    guards.push(
      guard(
        'NNCP-020',
        'warn',
        'nodes',
        text('The selection includes control-plane nodes that run no VMs: {{nodes}}.', {
          nodes: controlPlane.map((node) => node.name).join(', '),
        }),
      ),
    );
  }
  return guards;
};

const checkUplink = (nodes: readonly NodeView[], intent: AttachIntent): readonly Guard[] => {
  const { uplink } = intent;
  if (nodes.length === 0) return [];
  switch (uplink.type) {
    case 'existingBridge':
      return checkExisting(nodes, uplink.bridge, intent.flow);
    case 'newBridge':
      return [
        ...checkBridgeName(nodes, uplink.bridge),
        ...(uplink.nics.length === 0
          ? [guard('PRE-004', 'block', 'nic', text('Choose a NIC.'))]
          : uplink.nics.flatMap((nic) => checkNic(nodes, nic))),
      ];
    case 'vlanBridge':
      return checkBridgeName(nodes, uplink.bridge);
    case 'none':
      return [];
  }
};

const checkExisting = (
  nodes: readonly NodeView[],
  bridge: string,
  flow: FlowId,
): readonly Guard[] => {
  if (bridge === '') return [guard('PRE-004', 'block', 'uplink', text('Choose a bridge.'))];
  const { obstacle } = bridgeChoice(bridge, nodes, bridgeTypeOf(flow));
  return obstacle === undefined ? [] : [guard('NODE-002', 'block', 'uplink', obstacle)];
};

const changesInterfaces = (uplink: AttachIntent['uplink']): boolean =>
  uplink.type === 'newBridge' || uplink.type === 'vlanBridge';

const checkBridgeName = (nodes: readonly NodeView[], bridge: string): readonly Guard[] => {
  if (!isInterfaceName(bridge) || /[,:]/.test(bridge)) {
    return [
      guard(
        'NNCP-018',
        'block',
        'bridgeName',
        text('A bridge name has 1 to 15 characters and no space, slash, comma or colon.'),
      ),
    ];
  }
  const holder = nodes.find((node) => node.byName.has(bridge));
  if (holder === undefined) return [];
  return [
    guard(
      'PRE-004',
      'block',
      'bridgeName',
      text('Node {{node}} already has an interface {{bridge}}.', { node: holder.name, bridge }),
    ),
  ];
};

const checkNic = (nodes: readonly NodeView[], nic: string): readonly Guard[] => {
  const obstacle = nicObstacle(nic, nodes);
  if (obstacle !== undefined) return [guard('PRE-004', 'block', 'nic', obstacle)];
  const caution = nicCaution(nic, nodes);
  return caution === undefined ? [] : [guard('NNCP-019', 'warn', 'nic', caution)];
};

const bridgesOf = (nodes: readonly NodeView[], intent: AttachIntent): readonly BridgeView[] => {
  const { uplink } = intent;
  if (uplink.type !== 'existingBridge') return [];
  return nodes.flatMap((node) => node.bridges.get(uplink.bridge) ?? []);
};

const checkVlan = (nodes: readonly NodeView[], intent: AttachIntent): readonly Guard[] => {
  const { vlan } = intent;
  if (vlan === undefined) return [];
  if (!isVlanId(vlan)) {
    return [guard('NAD-010', 'block', 'vlan', text('A VLAN ID is a whole number from 1 to 4094.'))];
  }
  const tagged = bridgesOf(nodes, intent).find((bridge) => bridge.insideVlan !== undefined);
  if (tagged !== undefined) {
    return [
      guard(
        'NAD-021',
        'block',
        'vlan',
        text(
          '{{bridge}} on node {{node}} is already inside VLAN {{inside}}: frames would be tagged twice. Leave the VLAN empty, or use another uplink.',
          { bridge: tagged.name, node: tagged.node, inside: tagged.insideVlan ?? '' },
        ),
      ),
    ];
  }
  return checkSwitch(nodes, intent, vlan);
};

/** PRE-010: what LLDP says of the VLAN on each switch port below the uplink. */
const checkSwitch = (
  nodes: readonly NodeView[],
  intent: AttachIntent,
  vlan: number,
): readonly Guard[] => {
  const lacking: string[] = [];
  let proven = 0;
  for (const node of nodes) {
    for (const nic of uplinkNics(node, intent)) {
      for (const neighbor of node.neighbors.get(nic) ?? []) {
        if (neighbor.vlans === undefined) continue;
        if (neighbor.vlans.some((entry) => entry.id === vlan)) proven += 1;
        else
          lacking.push(
            [neighbor.systemName ?? neighbor.chassisId ?? '', neighbor.portId ?? '']
              .join(' ')
              .trim(),
          );
      }
    }
  }
  if (lacking.length > 0) {
    return [
      guard(
        'PRE-010',
        'warn',
        'vlan',
        text('VLAN {{vlan}} is not advertised by the switch at: {{ports}}.', {
          vlan,
          ports: [...new Set(lacking)].join(', '),
        }),
      ),
    ];
  }
  if (proven > 0) return [];
  return [
    guard(
      'PRE-010',
      'info',
      'vlan',
      text(
        'Whether the switch carries VLAN {{vlan}} is not known: no LLDP neighbour reports its VLANs.',
        {
          vlan,
        },
      ),
    ),
  ];
};

const uplinkNics = (node: NodeView, intent: AttachIntent): readonly string[] =>
  intent.uplink.type === 'newBridge'
    ? intent.uplink.nics
    : (node.bridges.get(uplinkBridge(intent.uplink))?.leaves ?? []);

/** The bridge through which frames leave; a VLAN interface beside br-ex has the NICs of br-ex. */
const uplinkBridge = (uplink: AttachIntent['uplink']): string => {
  if (uplink.type === 'vlanBridge') return BR_EX;
  return uplink.type === 'none' ? '' : uplink.bridge;
};

const checkMtu = (nodes: readonly NodeView[], intent: AttachIntent): readonly Guard[] => {
  const { mtu, uplink } = intent;
  if (mtu === undefined) return [];
  if (!isMtu(mtu)) {
    return [
      guard('NAD-013', 'block', 'mtu', text('An MTU is a whole number from 576 to 65536 bytes.')),
    ];
  }
  if (uplink.type !== 'existingBridge') return [];
  const small = bridgesOf(nodes, intent).find(
    (bridge) => bridge.uplinkMtu !== undefined && bridge.uplinkMtu < mtu,
  );
  if (small === undefined) return [];
  return [
    guard(
      'NAD-013',
      'block',
      'mtu',
      text(
        'The uplink of {{bridge}} on node {{node}} has an MTU of {{uplinkMtu}} bytes, less than {{mtu}}.',
        {
          bridge: small.name,
          node: small.node,
          uplinkMtu: small.uplinkMtu ?? '',
          mtu,
        },
      ),
    ),
  ];
};
