/**
 * D.4, option c: br-ex is inside a VLAN, so nothing else can leave through it. A second VLAN
 * interface on the same base, and a Linux bridge for it alone, leave br-ex and its NIC untouched:
 * the base is only named as `base-iface`.
 */
import { text } from '../../cluster/text';
import { brExFacts } from '../brExFacts';
import { bridgeNadSteps } from '../bridgeNadSteps';
import { vlanBridgeState, vlanInterfaceName } from '../desiredStates';
import type { VlanBridgePlan } from '../desiredStates';
import { isInterfaceName, toObjectName } from '../names';
import { policyStep } from '../policyStep';
import type { Flow, FlowContext, FlowPlan } from './flow';
import { addressObstacle, brExObstacle } from './obstacles';

const vlanObstacle = ({ intent, nodes }: FlowContext) => {
  const { insideVlans, bases } = brExFacts(nodes);
  const [inside] = insideVlans;
  const [base] = bases;
  if (inside === undefined || base === undefined) {
    return text('br-ex is not on a VLAN interface on these nodes.');
  }
  if (intent.guestVlans !== undefined) {
    return text('A VLAN interface carries one VLAN, so the guest cannot tag.');
  }
  if (intent.vlan === undefined) return text('A VLAN ID is needed for the VLAN interface.');
  if (intent.vlan === inside) {
    return text('VLAN {{vlan}} is the one that br-ex uses: untagged on br-ex reaches it.', {
      vlan: inside,
    });
  }
  if (Number.isInteger(intent.vlan) && !isInterfaceName(vlanInterfaceName(base, intent.vlan))) {
    return text('The name {{name}} of the VLAN interface is longer than 15 characters.', {
      name: vlanInterfaceName(base, intent.vlan),
    });
  }
  return undefined;
};

/** The bridge and its VLAN interface; undefined while the intent is not complete. */
const vlanBridgePlan = ({ intent, nodes }: FlowContext): VlanBridgePlan | undefined => {
  const [base] = brExFacts(nodes).bases;
  if (intent.uplink.type !== 'vlanBridge' || intent.vlan === undefined || base === undefined) {
    return undefined;
  }
  const { bridge } = intent.uplink;
  const { vlan, mtu } = intent;
  return { bridge, base, vlan, ...(mtu === undefined ? {} : { mtu }) };
};

const plan = (context: FlowContext): FlowPlan => {
  const built = vlanBridgePlan(context);
  if (built === undefined) return bridgeNadSteps(context, { vlan: undefined });
  const policy = policyStep(context, {
    wantedName: toObjectName(built.bridge),
    purpose: text(
      'Makes the VLAN interface {{vlanInterface}} and the Linux bridge {{bridge}} on it, one node at a time; br-ex and {{base}} stay as they are.',
      {
        vlanInterface: vlanInterfaceName(built.base, built.vlan),
        bridge: built.bridge,
        base: built.base,
      },
    ),
    desired: vlanBridgeState(built),
    maxUnavailable: 1,
  });
  const nads = bridgeNadSteps(context, { vlan: undefined });
  return { steps: [policy, ...nads.steps], reused: nads.reused };
};

export const sharedTagged: Flow = {
  id: 'sharedTagged',
  reference: 'D.4',
  title: text('A VLAN interface beside br-ex'),
  summary: text(
    'br-ex is inside a VLAN, so VMs of other VLANs leave through a VLAN interface and a Linux bridge beside it.',
  ),
  obstacle: (context) => addressObstacle(context) ?? brExObstacle(context) ?? vlanObstacle(context),
  plan,
};
