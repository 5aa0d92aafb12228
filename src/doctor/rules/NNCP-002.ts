/**
 * NNCP-002: a policy that never finishes. Until it does, the API refuses every edit of it. One
 * node may legally take five tries of up to eight minutes, so it is an error only after 45.
 */
import type { EnactmentRecord } from '../../cluster/enactmentRecord';
import type { PolicyRecord } from '../../cluster/policyRecord';
import { conditionOf } from '../../cluster/readConditions';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../../network/evidence';
import { isCurrent, isTrue, lastTransition } from '../../cluster/conditionState';
import { nameList } from '../facts/nameList';
import { enactmentsAndNodes, policyId } from '../facts/policyIds';
import { scaleMaxUnavailable } from '../facts/scaleMaxUnavailable';
import { fault, judge, unclear } from '../finding';
import type { Fault, Judgement } from '../finding';
import type { Rule, RuleContext, Severity } from '../model';

const id = 'NNCP-002';
const MINUTE_MS = 60_000;
const STUCK_MINUTES = 10;
const DEAD_MINUTES = 45;
/** Between two nodes nobody progresses for a moment. */
const PAUSE_MS = 90_000;

const isUnknownThroughout = (policy: PolicyRecord): boolean =>
  policy.conditions.length > 0 && policy.conditions.every((c) => c.status === 'Unknown');

const stuck = (
  policy: PolicyRecord,
  concerned: readonly EnactmentRecord[],
  severity: Severity,
  message: Text,
): Fault =>
  fault({
    severity,
    subject: policyId(policy),
    related: enactmentsAndNodes(concerned),
    message,
    symptom: text('The policy cannot be edited: "policy {{name}} is still in progress".', {
      name: policy.meta.name,
    }),
    fix: text(
      'Look at the nodes that are still at it: is the node Ready, does its nmstate-handler pod run?',
    ),
  });

/** Since when the policy has been progressing, in milliseconds; undefined when it is not dated. */
const progressingSince = (policy: PolicyRecord): number | undefined =>
  isTrue(policy.conditions, 'Progressing')
    ? conditionOf(policy.conditions, 'Progressing')?.changedAt
    : lastTransition(policy.conditions);

const tooLong = (
  policy: PolicyRecord,
  unfinished: readonly EnactmentRecord[],
  context: RuleContext,
): Judgement | undefined => {
  if (!isTrue(policy.conditions, 'Progressing') && !isUnknownThroughout(policy)) return undefined;
  const { name } = policy.meta;
  const since = progressingSince(policy);
  if (since === undefined) {
    return unclear(policyId(policy), text('Policy {{name}} does not say since when.', { name }));
  }
  const age = context.now - since;
  const minutes = Math.floor(age / MINUTE_MS);
  if (age <= STUCK_MINUTES * MINUTE_MS) return undefined;
  return stuck(
    policy,
    unfinished,
    minutes >= DEAD_MINUTES ? 'error' : 'warning',
    text('Policy {{name}} has been in progress for {{minutes}} minutes.', { name, minutes }),
  );
};

const waitsForNobody = (
  policy: PolicyRecord,
  current: readonly EnactmentRecord[],
  context: RuleContext,
): Fault | undefined => {
  const { graph } = context;
  if (current.some((e) => isTrue(e.conditions, 'Progressing'))) return undefined;
  const { name } = policy.meta;
  const pending = current.filter((e) => isTrue(e.conditions, 'Pending'));
  const count = policy.unavailableNodeCount ?? 0;
  const limit = scaleMaxUnavailable(policy.maxUnavailable, graph.nodesOfPolicy(name).length);
  const isFull = isTrue(policy.conditions, 'Progressing') && count >= limit;
  if (pending.length === 0 && !isFull) return undefined;
  // A counter without any enactment was left by nodes that never came to write one.
  const changes =
    current.length === 0
      ? [lastTransition(policy.conditions) ?? context.now]
      : current.map((e) => lastTransition(e.conditions) ?? 0);
  if (context.now - Math.max(0, ...changes) < PAUSE_MS) return undefined;
  if (pending.length > 0) {
    const nodes = nameList(pending.map((e) => e.node));
    const message = text('Policy {{name}} waits on {{nodes}}, but no node is at work on it.', {
      name,
      nodes,
    });
    return stuck(policy, pending, 'warning', message);
  }
  const message = text(
    'Policy {{name}} counts {{count}} of at most {{limit}} nodes as busy, but none is at work on it.',
    { name, count, limit },
  );
  return stuck(policy, [], 'warning', message);
};

export const NNCP_002: Rule = {
  id,
  title: text('Policy is stuck in progress'),
  severity: 'error',
  tier: 'S',
  reads: ['policies'],
  consults: ['enactments', 'nodes'],
  source: 'kubernetes-nmstate controllers/handler; issue 1063',
  check: (context) =>
    judge(id, context.graph.snapshot.policies.items.values(), (policy) => {
      const current = context.graph
        .enactmentsOfPolicy(policy.meta.name)
        .filter((enactment) => isCurrent(enactment, policy));
      const unfinished = current.filter((e) => !isTrue(e.conditions, 'Available'));
      const slow = tooLong(policy, unfinished, context);
      if (slow !== undefined) return slow;
      const { enactments } = context.graph.snapshot;
      if (current.length > 0 || isKnown(enactments)) {
        return waitsForNobody(policy, current, context);
      }
      return isTrue(policy.conditions, 'Progressing')
        ? unclear(policyId(policy), whyUnknown('enactments', enactments))
        : undefined;
    }),
};
