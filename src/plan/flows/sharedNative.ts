/**
 * D.3: br-ex is on the native VLAN of a trunk; VMs leave through it tagged. Only a mapping is
 * written. The native VLAN's own number must never be given: the switch sends it untagged (B.10).
 */
import { text } from '../../cluster/text';
import { brExFacts } from '../brExFacts';
import { localnetNads } from '../localnetNads';
import type { Flow, FlowContext } from './flow';
import { brExObstacle, guestTagObstacle, ovnObstacle } from './obstacles';

const vlanObstacle = ({ intent, nodes }: FlowContext) => {
  const [inside] = brExFacts(nodes).insideVlans;
  if (inside !== undefined) {
    return text('br-ex is itself inside VLAN {{vlan}}: frames would be tagged twice.', {
      vlan: inside,
    });
  }
  return intent.vlan === undefined ? text('A VLAN ID is needed for tagged frames.') : undefined;
};

export const sharedNative: Flow = {
  id: 'sharedNative',
  reference: 'D.3',
  title: text('br-ex, tagged beside the native VLAN'),
  summary: text(
    'VMs share the NIC of the node; the switch port is a trunk whose native VLAN is the machine network. Nothing changes on the NICs.',
  ),
  obstacle: (context) =>
    ovnObstacle(context) ??
    guestTagObstacle(context) ??
    brExObstacle(context) ??
    vlanObstacle(context),
  plan: localnetNads,
};
