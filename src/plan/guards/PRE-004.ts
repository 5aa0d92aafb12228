/**
 * PRE-004: a NIC that carries the node's own traffic, or that something uses already, cannot
 * become an uplink. What the nodes would lose and undo could not give back blocks too (B.7: one
 * policy describes a NIC alike on all its nodes).
 */
import { text } from '../../cluster/text';
import { nicCaution, nicObstacle, nicUnrestorable } from '../nicChoices';
import type { Guard } from '../model';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'PRE-004';

export const PRE_004: GuardRule = {
  id: ID,
  check: ({ nodes, intent }) => {
    const { uplink } = intent;
    if (nodes.length === 0 || uplink.type !== 'newBridge') return [];
    if (uplink.nics.length === 0) return [guard(ID, 'block', 'nic', text('Choose a NIC.'))];
    if (
      intent.flow === 'linuxBridge' &&
      uplink.nics.length > 1 &&
      uplink.bondMode === 'balance-slb'
    ) {
      return [
        guard(
          ID,
          'block',
          'nic',
          text('balance-slb is a bond of Open vSwitch; a Linux bridge cannot hold it.'),
          text('Choose another bond mode.'),
        ),
      ];
    }
    return uplink.nics.flatMap((nic): readonly Guard[] => {
      const obstacle = nicObstacle(nic, nodes);
      if (obstacle !== undefined) {
        return [guard(ID, 'block', 'nic', obstacle, text('Choose another NIC, or other nodes.'))];
      }
      const lost = nicUnrestorable(nic, nodes, intent.mtu);
      if (lost !== undefined) {
        return [guard(ID, 'block', 'nic', lost, text('Choose one node, or nodes that are alike.'))];
      }
      const caution = nicCaution(nic, nodes);
      return caution === undefined ? [] : [guard('NNCP-019', 'warn', 'nic', caution)];
    });
  },
};
