/**
 * NNCP-025: a policy with nothing in it. The API server drops what stands outside desiredState,
 * as in `spec.interfaces`, without a word.
 */
import { text } from '../../cluster/text';
import { policyId } from '../facts/policyIds';
import { fault, judge, unclear } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-025';

export const NNCP_025: Rule = {
  id,
  title: text('Policy does nothing'),
  severity: 'warning',
  tier: 'S',
  reads: ['policies'],
  source: 'kubernetes-nmstate deploy/crds/nmstate.io_nodenetworkconfigurationpolicies.yaml',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => {
      const { desired, meta } = policy;
      const subject = policyId(policy);
      if (desired.problem !== undefined) {
        return unclear(
          subject,
          text('The desiredState of policy {{name}} cannot be read: {{problem}}.', {
            name: meta.name,
            problem: desired.problem,
          }),
        );
      }
      if (!desired.empty) return undefined;
      return fault({
        severity: 'warning',
        subject,
        message: text('Policy {{name}} has an empty desiredState and does nothing.', {
          name: meta.name,
        }),
        symptom: text('The policy is Available and nothing changes.'),
        fix: text('Put interfaces and ovn under spec.desiredState, not beside it.'),
      });
    }),
};
