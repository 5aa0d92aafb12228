/** FLOW-001: the chosen way cannot bring about what is wished; the flow itself says why (D). */
import { text } from '../../cluster/text';
import { FLOWS } from '../flows';
import { BR_EX } from '../../cluster/ovnNames';
import type { FlowContext } from '../flows/flow';
import type { Guard } from '../model';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'FLOW-001';

export const FLOW_001: GuardRule = {
  id: ID,
  check: (context) => {
    const { flow, uplink } = context.intent;
    if (uplink.type === 'unseen') return [];
    if (context.nodes.length === 0 && flow !== 'layer2') return [];
    const obstacle = FLOWS[flow].obstacle(context);
    if (obstacle !== undefined) {
      return [guard(ID, 'block', 'flow', obstacle, text('Choose another way.'))];
    }
    return uplinkFits(context);
  },
};

/** The uplink that is typed must be of the kind that the flow hangs its network on. */
const uplinkFits = ({ intent }: FlowContext): readonly Guard[] => {
  const { flow, uplink } = intent;
  const onBrEx = uplink.type === 'existingBridge' && uplink.bridge === BR_EX;
  const fits = {
    dedicatedNic: !onBrEx && (uplink.type === 'existingBridge' || uplink.type === 'newBridge'),
    sharedUntagged: onBrEx,
    sharedNative: onBrEx,
    sharedTagged: !onBrEx && (uplink.type === 'vlanBridge' || uplink.type === 'existingBridge'),
    linuxBridge: !onBrEx && (uplink.type === 'existingBridge' || uplink.type === 'newBridge'),
    cudnLocalnet: uplink.type === 'existingBridge' || uplink.type === 'newBridge',
    layer2: uplink.type === 'none',
  }[flow];
  if (fits) return [];
  return [
    guard(
      ID,
      'block',
      'uplink',
      text('This uplink does not belong to the chosen way.'),
      text('Choose the uplink again.'),
    ),
  ];
};
