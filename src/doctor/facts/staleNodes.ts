/**
 * Nodes whose NodeNetworkState is stale. An old timestamp alone is normal, because the object is
 * written only when the state changes; it is stale when a policy was applied over two minutes
 * later and the state does not show it (domain reference A.3.4, NODE-001).
 */
import { appliedDrifts } from './appliedDrift';
import { perGraph } from './perGraph';

const TOLERATED_MS = 120_000;

/** Node -> when the oldest policy that its state does not show was applied, in milliseconds. */
export const staleNodes = perGraph((graph): ReadonlyMap<string, number> => {
  const oldest = new Map<string, number>();
  for (const { node, appliedAt } of appliedDrifts(graph)) {
    const seen = node.state?.updatedAt;
    if (seen !== undefined && appliedAt !== undefined && appliedAt - seen > TOLERATED_MS) {
      oldest.set(node.name, Math.min(appliedAt, oldest.get(node.name) ?? appliedAt));
    }
  }
  return oldest;
});
