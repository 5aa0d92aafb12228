/**
 * Nodes whose NodeNetworkState is stale. An old timestamp alone is normal, because the object is
 * written only when the state changes; it is stale when a policy was applied over two minutes
 * later and the state does not show it (domain reference A.3.4, NODE-001).
 */
import { appliedDrifts } from './appliedDrift';
import { perGraph } from './perGraph';

const TOLERATED_MS = 120_000;

/** Names of the nodes. */
export const staleNodes = perGraph((graph): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { node, appliedAt } of appliedDrifts(graph)) {
    const seen = node.state?.updatedAt;
    if (seen !== undefined && appliedAt !== undefined && appliedAt - seen > TOLERATED_MS) {
      names.add(node.name);
    }
  }
  return names;
});
