/** NNCP-022: nmstate reads a quoted `"false"` for STP as true when it looks back at the bridge. */
import { text } from '../../cluster/text';
import { policyId } from '../facts/policyIds';
import { writtenIntent } from '../../network/policyIntent';
import { fault, judge } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-022';

export const NNCP_022: Rule = {
  id,
  title: text('STP is given as quoted text'),
  severity: 'warning',
  tier: 'S',
  reads: ['policies'],
  source: 'nmstate rust/src/lib/ifaces/ovs.rs (ovs_stp_deserializer)',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => {
      const quoted = writtenIntent(policy).interfaces.find((e) => e.bridge?.stpQuoted === true);
      if (quoted === undefined) return undefined;
      return fault({
        severity: 'warning',
        subject: policyId(policy),
        message: text('Policy {{policy}} gives stp of {{bridge}} as text in quotes.', {
          policy: policy.meta.name,
          bridge: quoted.name,
        }),
        symptom: text('"false" is taken for true: STP comes on, or the policy fails verification.'),
        fix: text('Write stp without quotes: false or true.'),
      });
    }),
};
