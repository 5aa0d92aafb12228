/**
 * NNCP-007: two policies fight over an interface of a node: one setting with two values, two
 * port lists for one bridge, or one NIC in two bridges. NMState merges nothing between policies;
 * the one applied last wins, until the other is applied again.
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { interfaceConflicts } from '../facts/interfaceConflict';
import type { InterfaceConflict } from '../facts/interfaceConflict';
import { nameList } from '../facts/nameList';
import { isBridgeEntry } from '../../network/policyIntent';
import { policyId } from '../facts/policyIds';
import { unseenNodes } from '../facts/policyNodes';
import { policyPairs } from '../facts/policyPairs';
import type { PolicyPair } from '../facts/policyPairs';
import { fault, judge, judgeOnce, unclear } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';
import { WHOLE_CLUSTER } from '../entityKind';

const id = 'NNCP-007';

const messageOf = (pair: PolicyPair, conflict: InterfaceConflict): Text => {
  const [ours, theirs] = conflict.values;
  const values = {
    a: pair.younger.meta.name,
    b: pair.older.meta.name,
    name: conflict.name,
    nodes: nameList(pair.nodes),
    ours,
    theirs,
  };
  switch (conflict.kind) {
    case 'setting':
      return text(
        'On {{nodes}} policy {{a}} sets {{setting}} of {{name}} to {{ours}}, policy {{b}} to {{theirs}}.',
        { ...values, setting: conflict.setting },
      );
    case 'ports':
      return text(
        'On {{nodes}} policy {{a}} wants the ports {{ours}} in {{name}}, policy {{b}} the ports {{theirs}}.',
        values,
      );
    case 'controller':
      return text(
        'On {{nodes}} policy {{a}} puts {{name}} into {{ours}}, policy {{b}} into {{theirs}}.',
        values,
      );
  }
};

/** Bridges that may end up without their port; `bridge/bond` names an OVS bond. */
const contested = (pair: PolicyPair, conflict: InterfaceConflict): readonly string[] => {
  if (conflict.kind === 'setting') return [];
  const entries = [...pair.youngerIntent.interfaces, ...pair.olderIntent.interfaces];
  const bridges = new Set(entries.filter(isBridgeEntry).map((entry) => entry.name));
  const names =
    conflict.kind === 'ports'
      ? [conflict.name]
      : conflict.values.map((controller) => controller.split('/')[0] ?? controller);
  return names.filter((name) => bridges.has(name));
};

const toFault = (pair: PolicyPair, conflict: InterfaceConflict): Fault =>
  fault({
    severity: 'error',
    subject: policyId(pair.younger),
    related: [
      policyId(pair.older),
      ...pair.nodes.flatMap((node) =>
        contested(pair, conflict).map((bridge) => entityId('bridge', node, bridge)),
      ),
    ],
    message: messageOf(pair, conflict),
    symptom: text('One network loses its uplink or its settings after a reboot or any edit.'),
    fix: text('Describe the interface in one of the two policies, or select different nodes.'),
  });

export const NNCP_007: Rule = {
  id,
  title: text('Two policies fight over an interface'),
  severity: 'error',
  tier: 'S',
  reads: ['policies'],
  consults: ['nodes', 'enactments'],
  source: 'kubernetes-nmstate controllers/handler (allPolicies); nmstate rust/src/lib/ifaces',
  check: ({ graph }) => {
    const unseen = unseenNodes(graph);
    if (unseen !== undefined) return judgeOnce(id, () => unclear(WHOLE_CLUSTER, unseen));
    return judge(id, policyPairs(graph), (pair) =>
      interfaceConflicts(pair.youngerIntent, pair.olderIntent).map((c) => toFault(pair, c)),
    );
  },
};
