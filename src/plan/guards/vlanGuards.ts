/** NAD-010, NAD-021: the VLAN is one, and frames are not tagged twice. */
import { text } from '../../cluster/text';
import type { BridgeView } from '../../network/networkGraph';
import type { FlowContext } from '../flows/flow';
import type { Guard } from '../model';
import { isVlanId } from '../names';
import { perNodes } from '../perNodes';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

export const NAD_010: GuardRule = {
  id: 'NAD-010',
  check: ({ intent }) => {
    const { vlan, guestVlans = [] } = intent;
    if (vlan !== undefined && !isVlanId(vlan)) return [notVlan()];
    const wrong = guestVlans.find(({ min, max }) => !isVlanId(min) || !isVlanId(max) || min > max);
    return wrong === undefined ? [] : [notVlan()];
  },
};

const notVlan = (): Guard =>
  guard('NAD-010', 'block', 'vlan', text('A VLAN ID is a whole number from 1 to 4094.'));

export const NAD_021: GuardRule = {
  id: 'NAD-021',
  check: (context) => {
    if (context.intent.vlan === undefined || !isVlanId(context.intent.vlan)) return [];
    const tagged = insideVlan(context);
    const isOwnBridge =
      context.intent.flow === 'sharedTagged' && tagged?.insideVlan === context.intent.vlan;
    if (tagged === undefined || isOwnBridge) return [];
    return [
      guard(
        'NAD-021',
        'block',
        'vlan',
        text(
          '{{bridge}} on node {{node}} is already inside VLAN {{inside}}: frames would be tagged twice.',
          { bridge: tagged.name, node: tagged.node, inside: tagged.insideVlan ?? '' },
        ),
        text('Leave the VLAN empty, or use another uplink.'),
      ),
    ];
  },
};

const insideVlan = ({ nodes, intent }: FlowContext): BridgeView | undefined => {
  const { uplink } = intent;
  return uplink.type === 'existingBridge' ? taggedBridge(nodes, uplink.bridge) : undefined;
};

/** The bridge on the first node where it is inside a VLAN. */
const taggedBridge = perNodes((nodes, bridge) =>
  nodes
    .flatMap((node) => node.bridges.get(bridge) ?? [])
    .find((view) => view.insideVlan !== undefined),
);
