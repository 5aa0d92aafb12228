/**
 * NNCP-006: two policies want one localnet on different bridges of a node. Bridge mappings merge
 * by localnet and the last applied wins, so the winner may change with a reboot or a new label.
 */
import type { DesiredMapping } from '../../cluster/desiredState';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { nameList } from '../facts/nameList';
import { policyId } from '../facts/policyIds';
import { unseenNodes } from '../facts/policyNodes';
import { policyPairs } from '../facts/policyPairs';
import type { PolicyPair } from '../facts/policyPairs';
import { fault, judge, judgeOnce, unclear } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';
import { WHOLE_CLUSTER } from '../entityKind';

const id = 'NNCP-006';

const describe = (mapping: DesiredMapping): string =>
  mapping.state === 'absent' ? 'absent' : mapping.bridge;

const conflict = (pair: PolicyPair, ours: DesiredMapping, theirs: DesiredMapping): Fault => {
  const names = { a: pair.younger.meta.name, b: pair.older.meta.name };
  const both = ours.state === 'present' && theirs.state === 'present';
  return fault({
    severity: both ? 'error' : 'warning',
    subject: policyId(pair.younger),
    related: [
      policyId(pair.older),
      entityId('localnet', ours.localnet),
      ...pair.nodes.map((node) => entityId('mapping', node, ours.localnet)),
    ],
    message: text(
      'On {{nodes}} policy {{a}} wants localnet {{localnet}} on {{ours}}, policy {{b}} on {{theirs}}.',
      {
        ...names,
        localnet: ours.localnet,
        ours: describe(ours),
        theirs: describe(theirs),
        nodes: nameList(pair.nodes),
      },
    ),
    symptom: text('Which of them holds depends on the order, and may flip at a reboot.'),
    fix: text('Describe the localnet in one of the two policies only.'),
  });
};

const conflicts = (pair: PolicyPair): readonly Fault[] => {
  const older = new Map(pair.olderIntent.mappings.map((m) => [m.localnet, m]));
  return pair.youngerIntent.mappings.flatMap((ours) => {
    const theirs = older.get(ours.localnet);
    if (theirs === undefined) return [];
    const agree =
      ours.state === theirs.state && (ours.state === 'absent' || ours.bridge === theirs.bridge);
    return agree ? [] : [conflict(pair, ours, theirs)];
  });
};

export const NNCP_006: Rule = {
  id,
  title: text('Two policies map one localnet to different bridges'),
  severity: 'error',
  tier: 'S',
  reads: ['policies'],
  consults: ['nodes', 'enactments'],
  source: 'nmstate rust/src/lib/ovn.rs; kubernetes-nmstate controllers/handler (allPolicies)',
  check: ({ graph }) => {
    const unseen = unseenNodes(graph);
    if (unseen !== undefined) return judgeOnce(id, () => unclear(WHOLE_CLUSTER, unseen));
    return judge(id, policyPairs(graph), conflicts);
  },
};
