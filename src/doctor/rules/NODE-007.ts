/**
 * NODE-007: a bond under VMs that would not survive the loss of one more port. A bond that is
 * down as a whole is NODE-005.
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NodeView } from '../../network/networkGraph';
import { dependentsOf, isForVms } from '../facts/bridgeUse';
import type { BridgeUse } from '../facts/bridgeUse';
import { judgeBridges } from '../facts/judgeBridges';
import { lacksSpeed } from '../../network/lacksSpeed';
import { nameList } from '../facts/nameList';
import { isDead } from '../../network/uplinkParts';
import type { UplinkPart } from '../../network/uplinkParts';
import { fault } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';

const id = 'NODE-007';

const problemOf = (node: NodeView, bond: UplinkPart): Text | undefined => {
  const members = bond.below;
  const values = { bond: bond.name, node: node.name };
  if (members.length < 2) {
    return text('Bond {{bond}} on {{node}} has {{count}} members.', {
      ...values,
      count: members.length,
    });
  }
  if (isDead(bond)) return undefined;
  const dead = members.filter(isDead);
  if (dead.length > 0) {
    return text('Of bond {{bond}} on {{node}}, {{members}} is down.', {
      ...values,
      members: nameList(dead.map((part) => part.name)),
    });
  }
  const silent = members.filter((part) => lacksSpeed(node, part.name));
  if (silent.length === 0) return undefined;
  return text('Of bond {{bond}} on {{node}}, {{members}} reports no speed: likely no link.', {
    ...values,
    members: nameList(silent.map((part) => part.name)),
  });
};

const NONE: readonly Fault[] = [];

const judgeUse = (use: BridgeUse): readonly Fault[] => {
  if (!isForVms(use)) return NONE;
  const bonds = use.bridge.stack.all.filter((part) => part.kind === 'bond');
  return bonds.length === 0
    ? NONE
    : bonds.flatMap((bond) => {
        const message = problemOf(use.node, bond);
        if (message === undefined) return [];
        return [
          fault({
            severity: 'warning',
            subject: bond.id,
            related: [
              entityId('node', use.node.name),
              entityId('bridge', use.node.name, use.bridge.name),
              ...bond.below.map((part) => part.id),
              ...dependentsOf(use),
            ],
            message,
            symptom: text('The VMs still have their network; one more failure takes it away.'),
            fix: text('Bring the missing port back, or add a second one to the bond.'),
          }),
        ];
      });
};

export const NODE_007: Rule = {
  id,
  title: text('Bond is not redundant'),
  severity: 'warning',
  tier: 'N',
  reads: ['nodeStates'],
  consults: ['nodes', 'policies', 'enactments', 'nads', 'vms', 'vmis', 'cudns', 'udns'],
  source: 'nmstate rust/src/lib/ifaces/bond.rs',
  check: (context) => judgeBridges(id, context, judgeUse),
};
