/**
 * Nodes whose NodeNetworkState is stale. An old timestamp alone is normal, because the object is
 * written only when the state changes; it is stale when a policy was applied over two minutes
 * later and the state does not show it (domain reference A.3.4, NODE-001).
 */
import type { NodeView } from '../networkGraph';
import { appliedDriftsOn } from './appliedDrift';
import { memoBy } from '../memoBy';

const TOLERATED_MS = 120_000;

/** When the oldest policy that the node's state does not show was applied, in milliseconds. */
export const staleSince = memoBy((node: NodeView): number | undefined => {
  const seen = node.state?.updatedAt;
  if (seen === undefined) return undefined;
  let oldest: number | undefined;
  for (const { appliedAt } of appliedDriftsOn(node)) {
    if (appliedAt === undefined || appliedAt - seen <= TOLERATED_MS) continue;
    oldest = Math.min(appliedAt, oldest ?? appliedAt);
  }
  return oldest;
});
