/** NNCP-014: multicast only to who listens. */
import { text } from '../../cluster/text';
import type { Fix } from './fix';
import { policyApplied, policyTarget, setOnBridges } from './policyFix';

export const FIX_NNCP_014: Fix = {
  rule: 'NNCP-014',
  purpose: text('Turn multicast snooping on on the OVS bridge'),
  targetOf: policyTarget,
  operations: (policy) => setOnBridges(policy, ['options', 'mcast-snooping-enable'], true),
  waitFor: policyApplied,
};
