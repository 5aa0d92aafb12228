/** NNCP-013: no spanning tree on a bridge for VMs. */
import { text } from '../../cluster/text';
import type { Fix } from './fix';
import { policyApplied, policyTarget, setOnBridges } from './policyFix';

export const FIX_NNCP_013: Fix = {
  rule: 'NNCP-013',
  purpose: text('Turn STP off on the OVS bridge'),
  targetOf: policyTarget,
  operations: (policy) => setOnBridges(policy, ['options', 'stp'], false),
  waitFor: policyApplied,
};
