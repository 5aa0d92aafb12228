/**
 * Where a policy says "applied" and the node says otherwise, over the whole cluster; two rules
 * ask (domain reference NNCP-016, NODE-001).
 */
import type { EnactmentRecord } from '../../cluster/enactmentRecord';
import type { PolicyRecord } from '../../cluster/policyRecord';
import { conditionOf } from '../../cluster/readConditions';
import type { NodeView } from '../networkGraph';
import { isApplied } from '../../cluster/conditionState';
import { driftOf } from './drift';
import type { Drift } from './drift';
import { memoBy } from '../memoBy';
import { intentOn } from '../policyIntent';

export interface AppliedDrift {
  readonly policy: PolicyRecord;
  readonly node: NodeView;
  readonly enactment: EnactmentRecord;
  /** When the enactment became Available, in milliseconds. */
  readonly appliedAt?: number;
  /** Never empty. */
  readonly drifts: readonly Drift[];
}

const driftOn = (node: NodeView, policy: PolicyRecord): AppliedDrift | undefined => {
  const enactment = node.enactments.get(policy.meta.name);
  if (node.state?.hasState !== true || !isApplied(enactment, policy)) return undefined;
  const intent = intentOn(policy, node);
  const drifts = intent === undefined ? [] : driftOf(node, intent);
  if (drifts.length === 0) return undefined;
  const appliedAt = conditionOf(enactment.conditions, 'Available')?.changedAt;
  return { policy, node, enactment, drifts, ...(appliedAt === undefined ? {} : { appliedAt }) };
};

const NONE: readonly AppliedDrift[] = [];

/** Every policy of the node whose present spec is applied and something of which is missing there. */
export const appliedDriftsOn = memoBy((node: NodeView): readonly AppliedDrift[] => {
  let found: AppliedDrift[] | undefined;
  for (const policy of node.policies) {
    const drift = driftOn(node, policy);
    if (drift !== undefined) (found ??= []).push(drift);
  }
  return found ?? NONE;
});
