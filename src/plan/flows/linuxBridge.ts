/**
 * D.5: a Linux bridge and the bridge CNI. The way for guests that tag themselves or change their
 * MAC, and where the scheduler shall know which nodes have the network.
 */
import { text } from '../../cluster/text';
import { bridgeNadSteps } from '../bridgeNadSteps';
import { linuxBridgeState } from '../desiredStates';
import { toObjectName } from '../names';
import { policyStep } from '../policyStep';
import { uplinkPort } from '../uplinkPort';
import type { Flow, FlowContext, FlowPlan } from './flow';
import { addressObstacle } from './obstacles';

const plan = (context: FlowContext): FlowPlan => {
  const { intent, nodes } = context;
  const nads = bridgeNadSteps(context, { vlan: intent.vlan });
  if (intent.uplink.type !== 'newBridge') {
    const bridge = 'bridge' in intent.uplink ? intent.uplink.bridge : '';
    if (intent.uplink.type === 'unseen') return nads;
    const used = text('Linux bridge {{bridge}} is on every chosen node.', { bridge });
    return { steps: nads.steps, reused: [used, ...nads.reused] };
  }
  const { bridge } = intent.uplink;
  const port = uplinkPort(intent.uplink, nodes);
  const policy = policyStep(context, {
    wantedName: toObjectName(`${bridge}-${port.name}`),
    purpose: text('Makes the Linux bridge {{bridge}} with uplink {{nic}}, one node at a time.', {
      bridge,
      nic: port.bond?.members.join(' + ') ?? port.name,
    }),
    desired: linuxBridgeState({
      bridge,
      port,
      ...(intent.mtu === undefined ? {} : { mtu: intent.mtu }),
    }),
    maxUnavailable: 1,
  });
  return { steps: [policy, ...nads.steps], reused: nads.reused };
};

export const linuxBridge: Flow = {
  id: 'linuxBridge',
  reference: 'D.5',
  title: text('Linux bridge'),
  summary: text(
    'For guests that tag their own VLANs or change their MAC address. The scheduler knows which nodes have the bridge.',
  ),
  obstacle: addressObstacle,
  plan,
};
