/**
 * NNCP-011: NIC names differ between machines; a policy that names one fails on the nodes that do
 * not have it, and an OVS bridge comes up there without uplink.
 */
import type { DesiredState } from '../../cluster/desiredState';
import type { PolicyRecord } from '../../cluster/policyRecord';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { whyNoState } from '../../network/nodeEvidence';
import { declaredNames } from '../facts/declaredNames';
import { enslavedPorts } from '../facts/enslavedPorts';
import { memoBy } from '../../network/memoBy';
import { nameList } from '../facts/nameList';
import { policyId } from '../facts/policyIds';
import { intentOn, isNamedByMac, isWanted } from '../../network/policyIntent';
import { unseenNodes } from '../facts/policyNodes';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { notesFrom, policyNotes } from '../facts/policyNotes';
import type { PolicyNotes } from '../facts/policyNotes';

const id = 'NNCP-011';

interface Missing {
  readonly node: NodeView;
  readonly nic: string;
}

/** Names that have to exist already: NICs, ports, bond members, bases of VLAN interfaces. */
const namesNeeded = memoBy((desired: DesiredState): readonly string[] => {
  const names = new Set<string>();
  for (const entry of desired.interfaces) {
    if (!isWanted(entry)) continue;
    if (entry.type === 'ethernet' && !isNamedByMac(entry)) names.add(entry.name);
    for (const { name } of enslavedPorts(entry)) names.add(name);
    if (entry.type === 'vlan' && entry.vlan !== undefined) names.add(entry.vlan.base);
  }
  names.delete('');
  return [...names];
});

const NOTHING: readonly string[] = [];

const neededNames = (policy: PolicyRecord, node: NodeView): readonly string[] => {
  const intent = intentOn(policy, node);
  return intent === undefined ? NOTHING : namesNeeded(intent);
};

const absentNames = (policy: PolicyRecord, node: NodeView): readonly string[] => {
  const names = neededNames(policy, node);
  return names.every((nic) => node.byName.has(nic))
    ? NOTHING
    : names.filter((nic) => !node.byName.has(nic) && !declaredNames(node).has(nic));
};

const missingOn = (policy: PolicyRecord, node: NodeView): readonly Missing[] =>
  absentNames(policy, node).map((nic) => ({ node, nic }));

const noteOn = (
  graph: NetworkGraph,
  policy: PolicyRecord,
  node: NodeView,
): PolicyNotes<Missing> | undefined => {
  if (node.state?.hasState === true) return notesFrom(missingOn(policy, node), undefined);
  const doubt =
    neededNames(policy, node).length > 0 ? whyNoState(graph.snapshot, node, node.name) : undefined;
  return doubt === undefined ? undefined : { found: [], doubt };
};

const judgePolicies = policyNotes<Missing>();

const judgePolicy = (
  graph: NetworkGraph,
  policy: PolicyRecord,
  { found, doubt }: PolicyNotes<Missing>,
): Judgement | undefined => {
  const [first] = found;
  if (first === undefined) {
    const unseen = policy.desired.interfaces.length > 0 ? unseenNodes(graph) : undefined;
    const reason = doubt ?? unseen;
    return reason === undefined ? undefined : unclear(policyId(policy), reason);
  }
  const alike = found.filter((f) => f.nic === first.nic);
  return fault({
    severity: 'error',
    subject: policyId(policy),
    related: found.flatMap(({ node, nic }) => [
      entityId('node', node.name),
      entityId('nic', node.name, nic),
    ]),
    message: text('Policy {{policy}} needs {{nic}}, which does not exist on {{nodes}}.', {
      policy: policy.meta.name,
      nic: first.nic,
      nodes: nameList(alike.map((f) => f.node.name)),
    }),
    symptom: text('The policy fails on these nodes, or the bridge there has no uplink.'),
    fix: text('Make one policy for each group of nodes whose NICs have the same names.'),
  });
};

export const NNCP_011: Rule = {
  id,
  title: text('NIC does not exist on some matching nodes'),
  severity: 'error',
  tier: 'N',
  reads: ['policies', 'nodeStates'],
  consults: ['nodes', 'enactments'],
  source: 'openshift-docs modules/virt-node-network-considerations-localnet.adoc',
  check: (context) => {
    const { graph } = context;
    return judgePolicies(
      context,
      id,
      (policy, node) => noteOn(graph, policy, node),
      (policy, notes) => judgePolicy(graph, policy, notes),
    );
  },
};
