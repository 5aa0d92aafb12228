/**
 * A policy with captures says what it wants only once NMState has rendered it on a node; until
 * then its effect there is unknown (domain reference A.2).
 */
import type { PolicyRecord } from '../../cluster/policyRecord';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { NodeView } from '../../network/networkGraph';
import { intentOn } from '../../network/policyIntent';

/** Why the policy's wish is unknown on one of the nodes; undefined when it is known on all. */
export const whyUnrendered = (
  policy: PolicyRecord,
  nodes: readonly NodeView[],
): Text | undefined => {
  if (!policy.usesCapture) return undefined;
  const blind = nodes.find((node) => intentOn(policy, node) === undefined);
  if (blind === undefined) return undefined;
  return text('NMState has not rendered the captures of policy {{policy}} on {{node}}.', {
    policy: policy.meta.name,
    node: blind.name,
  });
};
