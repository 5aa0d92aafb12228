/** NNCP-012: the bridge must keep the patch ports that OVN makes. */
import { text } from '../../cluster/text';
import type { Fix } from './fix';
import { policyApplied, policyTarget, setOnBridges } from './policyFix';

export const FIX_NNCP_012: Fix = {
  rule: 'NNCP-012',
  purpose: text('Let the OVS bridge keep the patch ports of OVN'),
  targetOf: policyTarget,
  operations: (policy) => setOnBridges(policy, ['allow-extra-patch-ports'], true),
  waitFor: policyApplied,
};
