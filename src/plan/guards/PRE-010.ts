/** PRE-010: what LLDP says of the VLAN and the frame size at each switch port below the uplink. */
import type { LldpNeighbor } from '../../cluster/interfaceRecord';
import { BR_EX } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import type { NodeView } from '../../network/networkGraph';
import type { AttachIntent, UplinkChoice } from '../attachIntent';
import { isVlanId } from '../names';
import { perNodes } from '../perNodes';
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

/** Whether some switch port below the uplink says that it does not carry the VLAN. */
export const lacksVlan = (
  nodes: readonly NodeView[],
  uplink: UplinkChoice,
  vlan: number,
): boolean => portsBelow(nodes, uplink).some(({ vlans }) => !vlans.has(vlan));

interface SwitchPort {
  readonly name: string;
  /** That it says it carries. */
  readonly vlans: ReadonlySet<number>;
}

/** Switch ports below the uplink that tell their VLANs; br-ex's for a VLAN interface beside it. */
const portsBelow = (nodes: readonly NodeView[], uplink: UplinkChoice): readonly SwitchPort[] => {
  switch (uplink.type) {
    case 'newBridge':
      return uplink.nics.flatMap((nic) => portsOfNic(nodes, nic));
    case 'existingBridge':
      return portsOfBridge(nodes, uplink.bridge);
    case 'vlanBridge':
      return portsOfBridge(nodes, BR_EX);
    case 'unseen':
    case 'none':
      return [];
  }
};

const portsOf = (node: NodeView, nic: string): readonly SwitchPort[] =>
  (node.neighbors.get(nic) ?? []).flatMap((neighbor) =>
    neighbor.vlans === undefined
      ? []
      : [{ name: portName(neighbor), vlans: new Set(neighbor.vlans.map(({ id }) => id)) }],
  );

const portsOfNic = perNodes((nodes, nic) => nodes.flatMap((node) => portsOf(node, nic)));

const portsOfBridge = perNodes((nodes, bridge) =>
  nodes.flatMap((node) =>
    (node.bridges.get(bridge)?.leaves ?? []).flatMap((nic) => portsOf(node, nic)),
  ),
);

const heard = (nodes: readonly NodeView[], intent: AttachIntent, vlan: number) => {
  const lacking = new Set<string>();
  let proven = 0;
  for (const { name, vlans } of portsBelow(nodes, intent.uplink)) {
    if (vlans.has(vlan)) proven += 1;
    else lacking.add(name);
  }
  return { lacking: [...lacking], proven };
};

const portName = (neighbor: LldpNeighbor): string =>
  `${neighbor.systemName ?? neighbor.chassisId ?? ''} ${neighbor.portId ?? ''}`.trim();
