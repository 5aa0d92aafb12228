/**
 * NNCP-001: a policy could not be applied everywhere. The enactments hold the reason, buried in
 * the log of the apply; the line that matters is shown.
 */
import type { EnactmentRecord } from '../../cluster/enactmentRecord';
import type { PolicyRecord } from '../../cluster/policyRecord';
import { conditionOf } from '../../cluster/readConditions';
import { text } from '../../cluster/text';
import { isCurrent, isTrue } from '../../cluster/conditionState';
import { nameList } from '../facts/nameList';
import { nmstateError } from '../facts/nmstateError';
import { enactmentsAndNodes, policyId } from '../facts/policyIds';
import { decodeWith } from '../decoders/decodeWith';
import { NMSTATE_MESSAGES } from '../decoders/nmstateMessages';
import { fault, judge, unclear } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-001';

const failureOf = (enactment: EnactmentRecord): string =>
  conditionOf(enactment.conditions, 'Failing')?.message ?? '';

/** The error most nodes share. */
const commonError = (failing: readonly EnactmentRecord[]): string => {
  const counts = new Map<string, number>();
  for (const error of failing.map(failureOf).map(nmstateError)) {
    if (error !== '') counts.set(error, (counts.get(error) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? '';
};

const failure = (policy: PolicyRecord, failing: readonly EnactmentRecord[]): Fault => {
  const error = commonError(failing);
  const raw = failing.map(failureOf).find((message) => nmstateError(message) === error) ?? '';
  const name = policy.meta.name;
  const nodes = nameList(failing.map((enactment) => enactment.node));
  const summary = conditionOf(policy.conditions, 'Degraded')?.message ?? '';
  return fault({
    severity: 'error',
    subject: policyId(policy),
    related: enactmentsAndNodes(failing),
    message:
      error === ''
        ? text('Policy {{name}} is degraded: {{summary}}.', { name, summary: summary || '-' })
        : text('Policy {{name}} failed on {{nodes}}: {{error}}', { name, nodes, error }),
    ...(error === '' ? {} : { quote: { placeholder: 'error', raw } }),
    symptom: text('On these nodes bridges and mappings of the policy are missing or as before.'),
    fix:
      decodeWith(NMSTATE_MESSAGES, raw)?.fix ??
      text('Correct what the error names in the policy; the change makes NMState try again.'),
  });
};

export const NNCP_001: Rule = {
  id,
  title: text('Policy is degraded'),
  severity: 'error',
  tier: 'S',
  reads: ['policies'],
  consults: ['enactments'],
  source: 'kubernetes-nmstate pkg/policyconditions/conditions.go',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => {
      if (policy.conditions.length === 0) {
        return unclear(
          policyId(policy),
          text('Policy {{name}} has no status yet.', { name: policy.meta.name }),
        );
      }
      if (!isTrue(policy.conditions, 'Degraded')) return undefined;
      const failing = graph
        .enactmentsOfPolicy(policy.meta.name)
        .filter((e) => isCurrent(e, policy) && isTrue(e.conditions, 'Failing'));
      return failure(policy, failing);
    }),
};
