/**
 * NODE-001: a node of which NMState tells nothing reliable. An old timestamp alone is normal: the
 * state is written only when it changes.
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { isInScope } from '../facts/scopeNodes';
import { staleSince } from '../../network/applied/staleSince';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import { judgeEach } from '../judgeEach';
import type { Rule, RuleContext } from '../model';
import { NODES } from '../walk';

const id = 'NODE-001';
const NEW_MS = 90_000;

const hasNmstate = ({ snapshot }: NetworkGraph): boolean =>
  snapshot.nmstates.items.size > 0 ||
  snapshot.nodeStates.items.size > 0 ||
  snapshot.policies.items.size > 0;

const problemOf = (node: NodeView): Text | undefined => {
  const values = { node: node.name };
  if (node.record?.ready === false) return text('Node {{node}} is NotReady.', values);
  if (node.state === undefined) return text('Node {{node}} has no NodeNetworkState.', values);
  if (!node.state.hasState) return text('The NodeNetworkState of {{node}} is empty.', values);
  if (staleSince(node) === undefined) return undefined;
  return text(
    'The NodeNetworkState of {{node}} is older than a policy applied there, and does not show it.',
    values,
  );
};

/** What was applied just now cannot be in the state yet: it is written once a minute. */
const isSettling = (context: RuleContext, node: NodeView): boolean => {
  const appliedAt = staleSince(node);
  if (appliedAt === undefined || node.record?.ready === false) return false;
  return node.state?.hasState === true && context.now - appliedAt < NEW_MS;
};

const judgeNode = (context: RuleContext, node: NodeView): Judgement | undefined => {
  const subject = entityId('node', node.name);
  const problem = problemOf(node);
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
  check: (context) => {
    const { graph } = context;
    if (!hasNmstate(graph)) return judge(id, [], () => undefined);
    return judgeEach(context, id, NODES, (node) =>
      isInScope(graph, node) ? judgeNode(context, node) : undefined,
    );
  },
};
