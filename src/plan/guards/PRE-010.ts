/** PRE-010: what LLDP says of the VLAN and the frame size at each switch port below the uplink. */
import type { LldpNeighbor } from '../../cluster/interfaceRecord';
import { BR_EX } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import type { NodeView } from '../../network/networkGraph';
import type { AttachIntent, UplinkChoice } from '../attachIntent';
import { isVlanId } from '../names';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'PRE-010';

export const PRE_010: GuardRule = {
  id: ID,
  check: ({ nodes, intent }) => {
    const { vlan } = intent;
    if (vlan === undefined || !isVlanId(vlan) || intent.uplink.type === 'none') return [];
    const { lacking, proven } = heard(nodes, intent, vlan);
    if (lacking.length > 0) {
      return [
        guard(
          ID,
          'warn',
          'vlan',
          text('VLAN {{vlan}} is not advertised by the switch at: {{ports}}.', {
            vlan,
            ports: lacking.join(', '),
          }),
          text('Have the VLAN added to these ports, or make sure that the switch advertises all.'),
        ),
      ];
    }
    if (proven > 0) return [];
    return [
      guard(
        ID,
        'info',
        'vlan',
        text(
          'Whether the switch carries VLAN {{vlan}} is not known: no LLDP neighbour reports its VLANs.',
          { vlan },
        ),
      ),
    ];
  },
};

const heard = (nodes: readonly NodeView[], intent: AttachIntent, vlan: number) => {
  const lacking = new Set<string>();
  let proven = 0;
  for (const node of nodes) {
    for (const nic of uplinkNics(node, intent.uplink)) {
      for (const neighbor of node.neighbors.get(nic) ?? []) {
        if (neighbor.vlans === undefined) continue;
        if (neighbor.vlans.some((entry) => entry.id === vlan)) proven += 1;
        else lacking.add(portName(neighbor));
      }
    }
  }
  return { lacking: [...lacking], proven };
};

const portName = (neighbor: LldpNeighbor): string =>
  `${neighbor.systemName ?? neighbor.chassisId ?? ''} ${neighbor.portId ?? ''}`.trim();

/** NICs through which frames leave; a VLAN interface beside br-ex has the NICs of br-ex. */
const uplinkNics = (node: NodeView, uplink: UplinkChoice): readonly string[] => {
  switch (uplink.type) {
    case 'newBridge':
      return uplink.nics;
    case 'existingBridge':
      return node.bridges.get(uplink.bridge)?.leaves ?? [];
    case 'vlanBridge':
      return node.bridges.get(BR_EX)?.leaves ?? [];
    case 'unseen':
    case 'none':
      return [];
  }
};
