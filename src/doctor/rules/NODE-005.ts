/**
 * NODE-005: the way from the bridge to the wire is down as a whole. A bond of which one member
 * still works is only less redundant (NODE-007).
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { dependentsOf, isForVms } from '../facts/bridgeUse';
import type { BridgeUse } from '../facts/bridgeUse';
import { judgeBridges } from '../facts/judgeBridges';
import { culpritsOf, isDead } from '../../network/uplinkParts';
import type { UplinkPart } from '../../network/uplinkParts';
import { fault } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';

const id = 'NODE-005';

const toFault = (use: BridgeUse, subject: string, message: Text): Fault =>
  fault({
    severity: 'error',
    subject,
    related: [
      entityId('node', use.node.name),
      entityId('bridge', use.node.name, use.bridge.name),
      ...dependentsOf(use),
    ],
    message,
    symptom: text('VMs on this node are cut off from the wire.'),
    fix: text('Bring the device up, in the policy that describes it, or replace it.'),
  });

const partFault = (use: BridgeUse, part: UplinkPart): Fault => {
  const values = { name: part.name, bridge: use.bridge.name, node: use.node.name };
  return toFault(
    use,
    part.id,
    part.record === undefined
      ? text('{{name}}, uplink of {{bridge}} on {{node}}, does not exist there.', values)
      : text('{{name}}, uplink of {{bridge}} on {{node}}, is down.', values),
  );
};

const bridgeFault = (use: BridgeUse): readonly Fault[] => {
  const { state } = use.bridge.record;
  if (state !== 'down' && state !== 'absent') return [];
  const values = { bridge: use.bridge.name, node: use.node.name };
  const subject = entityId('bridge', use.node.name, use.bridge.name);
  return [toFault(use, subject, text('Bridge {{bridge}} on {{node}} is down.', values))];
};

const judgeUse = (use: BridgeUse): readonly Fault[] => {
  if (!isForVms(use)) return [];
  const dead = use.bridge.stack.ports.filter(isDead);
  if (dead.length === 0) return bridgeFault(use);
  return [...dead.flatMap(culpritsOf).map((part) => partFault(use, part)), ...bridgeFault(use)];
};

export const NODE_005: Rule = {
  id,
  title: text('Uplink is down'),
  severity: 'error',
  tier: 'N',
  reads: ['nodeStates'],
  consults: ['nodes', 'policies', 'enactments', 'nads', 'vms', 'vmis', 'cudns', 'udns'],
  source: 'nmstate rust/src/lib/nispor/base_iface.rs',
  check: (context) => judgeBridges(id, context, judgeUse),
};
