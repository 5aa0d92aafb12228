/**
 * NODE-001: a node of which NMState tells nothing reliable. An old timestamp alone is normal: the
 * state is written only when it changes.
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { scopeNodes } from '../facts/scopeNodes';
import { staleNodes } from '../facts/staleNodes';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule, RuleContext } from '../model';

const id = 'NODE-001';
const NEW_MS = 90_000;

const hasNmstate = ({ snapshot }: NetworkGraph): boolean =>
  snapshot.nmstates.items.size > 0 ||
  snapshot.nodeStates.items.size > 0 ||
  snapshot.policies.items.size > 0;

const problemOf = (graph: NetworkGraph, node: NodeView): Text | undefined => {
  const values = { node: node.name };
  if (node.record?.ready === false) return text('Node {{node}} is NotReady.', values);
  if (node.state === undefined) return text('Node {{node}} has no NodeNetworkState.', values);
  if (!node.state.hasState) return text('The NodeNetworkState of {{node}} is empty.', values);
  if (!staleNodes(graph).has(node.name)) return undefined;
  return text(
    'The NodeNetworkState of {{node}} is older than a policy applied there, and does not show it.',
    values,
  );
};

/** What was applied just now cannot be in the state yet: it is written once a minute. */
const isSettling = ({ graph, now }: RuleContext, { name, record, state }: NodeView): boolean => {
  const appliedAt = staleNodes(graph).get(name);
  if (appliedAt === undefined || record?.ready === false || state?.hasState !== true) return false;
  return now - appliedAt < NEW_MS;
};

const judgeNode = (context: RuleContext, node: NodeView): Judgement | undefined => {
  const { graph } = context;
  const subject = entityId('node', node.name);
  const problem = problemOf(graph, node);
  if (problem === undefined) {
    return node.record !== undefined && node.record.ready === undefined
      ? unclear(
          subject,
          text('Node {{node}} does not say whether it is Ready.', { node: node.name }),
        )
      : undefined;
  }
  if (isSettling(context, node)) {
    return unclear(subject, text('Settling: a policy changed here less than 90 seconds ago'));
  }
  const born = node.record?.meta.createdAt;
  const age = born === undefined ? NEW_MS : context.now - born;
  if (age >= 0 && age < NEW_MS) {
    return unclear(subject, text('Node {{node}} has just joined.', { node: node.name }));
  }
  return fault({
    severity: 'warning',
    subject,
    message: problem,
    symptom: text('What is said of this node may be out of date; its checks are unknown.'),
    fix: text('Look at the node and at its nmstate-handler pod in openshift-nmstate.'),
  });
};

export const NODE_001: Rule = {
  id,
  title: text('No reliable state of the node'),
  severity: 'warning',
  tier: 'R',
  reads: ['nodes', 'nodeStates'],
  consults: ['policies', 'enactments', 'vmis', 'vms', 'nmstates'],
  source: 'kubernetes-nmstate pkg/node/refresh.go, controllers/handler/node_controller.go',
  check: (context) =>
    judge(id, hasNmstate(context.graph) ? scopeNodes(context.graph) : [], (node) =>
      judgeNode(context, node),
    ),
};
