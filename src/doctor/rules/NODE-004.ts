/**
 * NODE-004: a bridge that VMs are meant to reach the wire through, with no port that leads there.
 * Bridges for one host alone exist on purpose; the finding can be dismissed.
 */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { dependentsOf } from '../facts/bridgeUse';
import type { BridgeUse } from '../facts/bridgeUse';
import { judgeBridges } from '../facts/judgeBridges';
import { nameList } from '../facts/nameList';
import { fault } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';

const id = 'NODE-004';

const usersOf = (use: BridgeUse): string =>
  nameList([...use.localnets, ...use.nads.map((n) => `${n.meta.namespace}/${n.meta.name}`)]);

const judgeUse = (use: BridgeUse): readonly Fault[] => {
  if (use.bridge.uplinks.length > 0) return [];
  return [
    fault({
      severity: 'error',
      subject: entityId('bridge', use.node.name, use.bridge.name),
      related: [entityId('node', use.node.name), ...dependentsOf(use)],
      message: text('Bridge {{bridge}} on {{node}} carries {{users}}, but it has no uplink.', {
        bridge: use.bridge.name,
        node: use.node.name,
        users: usersOf(use),
      }),
      symptom: text('VMs on this node reach each other, and nothing beyond.'),
      fix: text('Add a NIC or bond as port of the bridge, in the policy that makes it.'),
    }),
  ];
};

export const NODE_004: Rule = {
  id,
  title: text('Bridge has no uplink'),
  severity: 'error',
  tier: 'N',
  reads: ['nodeStates'],
  consults: ['nodes', 'policies', 'enactments', 'nads', 'vms', 'vmis', 'cudns', 'udns'],
  source: 'nmstate rust/src/lib/ifaces/ovs.rs; cni plugins/main/bridge/bridge.go',
  check: (context) => judgeBridges(id, context, judgeUse),
};
