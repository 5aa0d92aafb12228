/**
 * NNCP-004: "Available" can be a partial success: NotReady nodes are left out, and nodes that
 * joined while their handler was down have not been reached. Only the enactments tell.
 */
import type { PolicyRecord } from '../../cluster/policyRecord';
import { conditionOf } from '../../cluster/readConditions';
import { text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../../network/evidence';
import { entityId } from '../../network/model';
import type { NodeView } from '../../network/networkGraph';
import { isApplied, isTrue, lastTransition } from '../../cluster/conditionState';
import { nameList } from '../facts/nameList';
import { enactmentId, policyId } from '../facts/policyIds';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule, RuleContext } from '../model';

const id = 'NNCP-004';
const SETTLING_MS = 90_000;

const partial = (policy: PolicyRecord, nodes: readonly string[]): Judgement =>
  fault({
    severity: 'warning',
    subject: policyId(policy),
    related: nodes.flatMap((node) => [enactmentId(policy, node), entityId('node', node)]),
    message:
      nodes.length === 0
        ? text('Policy {{name}} is Available, but some nodes were left out as NotReady.', {
            name: policy.meta.name,
          })
        : text('Policy {{name}} is Available, but it has not been applied on {{nodes}}.', {
            name: policy.meta.name,
            nodes: nameList(nodes),
          }),
    symptom: text('VMs that land on such a node do not find their network.'),
    fix: text('Bring the node and its nmstate-handler pod back; the policy is then applied there.'),
  });

const isNew = (node: NodeView, policy: PolicyRecord, context: RuleContext): boolean => {
  const born = Math.max(
    node.record?.meta.createdAt ?? 0,
    policy.meta.specChangedAt ?? policy.meta.createdAt ?? 0,
    lastTransition(policy.conditions) ?? 0,
    lastTransition(node.enactments.get(policy.meta.name)?.conditions ?? []) ?? 0,
  );
  const age = context.now - born;
  return age >= 0 && age < SETTLING_MS;
};

const leftOut = (context: RuleContext, policy: PolicyRecord): readonly string[] =>
  context.graph
    .nodesOfPolicy(policy.meta.name)
    .filter((node) => !isApplied(node.enactments.get(policy.meta.name), policy))
    .filter((node) => !isNew(node, policy, context))
    .map((node) => node.name);

const saysIgnored = (policy: PolicyRecord): boolean =>
  conditionOf(policy.conditions, 'Available')?.message.includes('ignored due to NotReady') === true;

export const NNCP_004: Rule = {
  id,
  title: text('Policy succeeded on some nodes only'),
  severity: 'warning',
  tier: 'S',
  reads: ['policies'],
  consults: ['enactments', 'nodes'],
  source: 'kubernetes-nmstate pkg/policyconditions/conditions.go',
  check: (context) => {
    const { graph } = context;
    return judge(id, graph.snapshot.policies.items.values(), (policy) => {
      if (!isTrue(policy.conditions, 'Available')) return undefined;
      const { enactments } = graph.snapshot;
      if (!isKnown(enactments)) {
        if (saysIgnored(policy)) return partial(policy, []);
        return unclear(policyId(policy), whyUnknown('enactments', enactments));
      }
      const nodes = leftOut(context, policy);
      if (nodes.length > 0 || saysIgnored(policy)) return partial(policy, nodes);
      const unseen = isKnown(graph.snapshot.nodes)
        ? undefined
        : whyUnknown('nodes', graph.snapshot.nodes);
      return unseen === undefined ? undefined : unclear(policyId(policy), unseen);
    });
  },
};
