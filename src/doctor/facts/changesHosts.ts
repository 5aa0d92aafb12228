/**
 * Does a change of VMs alter on which nodes there are any? A node answers for its network as soon as one VM
 * is there (`scopeNodes.ts`), and VMs change far more often than that.
 */
import { memoBy } from '../../network/memoBy';
import type { GraphChange } from '../change';
import { nodesOfVms } from '../walk';

/** Some node has got its first VM or lost its last one. */
export const changesHosts = memoBy((change: GraphChange): boolean => {
  const { before, after } = change;
  for (const node of nodesOfVms(change)) {
    const hadAny = before.vmsOnNode(node).length > 0;
    if (hadAny !== after.vmsOnNode(node).length > 0) return true;
  }
  return false;
});
