/** NAD-013: the MTU is one, and fits through what is below (B.9). */
import { BR_EX } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import type { FlowContext } from '../flows/flow';
import type { Guard } from '../model';
import { isMtu } from '../names';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'NAD-013';

export const NAD_013: GuardRule = {
  id: ID,
  check: (context) => {
    const { mtu, flow } = context.intent;
    if (mtu === undefined) return [];
    if (!isMtu(mtu)) {
      return [guard(ID, 'block', 'mtu', text('An MTU is a whole number from 576 to 65536 bytes.'))];
    }
    return flow === 'layer2' ? checkOverlay(context, mtu) : checkUplink(context, mtu);
  },
};

const checkOverlay = ({ graph }: FlowContext, mtu: number): readonly Guard[] => {
  const overlay = graph.snapshot.clusterNetworks.items.get('cluster')?.mtu;
  if (overlay === undefined || mtu <= overlay) return [];
  return [
    guard(
      ID,
      'block',
      'mtu',
      text('The overlay of the cluster carries {{overlay}} bytes, less than {{mtu}}.', {
        overlay,
        mtu,
      }),
    ),
  ];
};

/** A bridge that exists keeps its uplink's MTU; so does what a VLAN interface stands on. */
const checkUplink = ({ nodes, intent }: FlowContext, mtu: number): readonly Guard[] => {
  const { uplink } = intent;
  if (!('bridge' in uplink) || uplink.type === 'newBridge') return [];
  const name = uplink.type === 'vlanBridge' ? BR_EX : uplink.bridge;
  const small = nodes
    .flatMap((node) => node.bridges.get(name) ?? [])
    .find((bridge) => bridge.uplinkMtu !== undefined && bridge.uplinkMtu < mtu);
  if (small === undefined) return [];
  return [
    guard(
      ID,
      'block',
      'mtu',
      text(
        'The uplink of {{bridge}} on node {{node}} has an MTU of {{uplinkMtu}} bytes, less than {{mtu}}.',
        { bridge: small.name, node: small.node, uplinkMtu: small.uplinkMtu ?? '', mtu },
      ),
    ),
  ];
};
