/**
 * NNCP-005: after five failed tries NMState skips every further apply of that generation on the
 * node, so mending the switch or the NIC and waiting does nothing.
 */
import { text } from '../../cluster/text';
import { isCurrent, isTrue } from '../../cluster/conditionState';
import { nameList } from '../facts/nameList';
import { enactmentsAndNodes, policyId } from '../facts/policyIds';
import { fault, judge } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-005';
const MAX_RETRIES = 5;

export const NNCP_005: Rule = {
  id,
  title: text('Policy has used up its tries'),
  severity: 'error',
  tier: 'S',
  reads: ['policies', 'enactments'],
  source: 'kubernetes-nmstate controllers/handler (NNCP_MAX_RETRIES)',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => {
      const { name } = policy.meta;
      const given = graph
        .enactmentsOfPolicy(name)
        .filter(
          (e) =>
            isCurrent(e, policy) &&
            e.retryCount >= MAX_RETRIES &&
            isTrue(e.conditions, 'Failing') &&
            !isTrue(e.conditions, 'Progressing'),
        );
      if (given.length === 0) return undefined;
      return fault({
        severity: 'error',
        subject: policyId(policy),
        related: enactmentsAndNodes(given),
        message: text('Policy {{name}} has used up its {{tries}} tries on {{nodes}}.', {
          name,
          tries: MAX_RETRIES,
          nodes: nameList(given.map((e) => e.node)),
        }),
        symptom: text('The cause is mended, and still nothing happens.'),
        fix: text(
          'When the cause is mended, change the spec of the policy, for example a description: a new generation is tried again.',
        ),
      });
    }),
};
