/**
 * D.2: VMs join the machine network through br-ex, untagged. Only a mapping is written. Where
 * br-ex itself is inside a VLAN this reaches exactly that VLAN (D.4, option a).
 */
import { text } from '../../cluster/text';
import { localnetNads } from '../localnetNads';
import type { Flow } from './flow';
import { brExObstacle, guestTagObstacle, ovnObstacle } from './obstacles';

export const sharedUntagged: Flow = {
  id: 'sharedUntagged',
  reference: 'D.2',
  title: text('br-ex, untagged'),
  summary: text(
    'VMs share the NIC and the network of the node. Nothing changes on the NICs; the hypervisor or cloud below must allow foreign MAC addresses.',
  ),
  obstacle: (context) =>
    ovnObstacle(context) ??
    guestTagObstacle(context) ??
    brExObstacle(context) ??
    (context.intent.vlan === undefined
      ? undefined
      : text('Untagged on br-ex reaches the node’s own network only, not VLAN {{vlan}}.', {
          vlan: context.intent.vlan,
        })),
  plan: localnetNads,
};
