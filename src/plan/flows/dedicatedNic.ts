/**
 * D.1: a NIC or bond of its own, an OVS bridge on it, one localnet for the physical network, one
 * NAD per VLAN and project. Bridge and mapping are one policy, because policies have no order.
 */
import { text } from '../../cluster/text';
import { localnetNads } from '../localnetNads';
import type { Flow } from './flow';
import { guestTagObstacle, ovnObstacle } from './obstacles';

export const dedicatedNic: Flow = {
  id: 'dedicatedNic',
  reference: 'D.1',
  title: text('OVS bridge on a NIC of its own'),
  summary: text(
    'VM traffic has its own NIC or bond, apart from the node’s. Each VLAN is one network attachment definition per project.',
  ),
  obstacle: (context) => ovnObstacle(context) ?? guestTagObstacle(context),
  plan: localnetNads,
};
