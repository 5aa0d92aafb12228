/** The policies of a node that describe a bridge there, with their entries (domain reference E.2, 22). */
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import type { PolicyRecord } from '../../cluster/policyRecord';
import type { NodeView } from '../../network/networkGraph';
import { memoBy } from '../../network/memoBy';
import { intentOn, isBridgeEntry, isWanted } from '../../network/policyIntent';

export interface BridgeOwner {
  readonly policy: PolicyRecord;
  readonly entry: InterfaceRecord;
}

/** Owners by bridge name, computed once per node view. */
export const bridgeOwners = memoBy(
  (node: NodeView): ReadonlyMap<string, readonly BridgeOwner[]> => {
    const owners = new Map<string, BridgeOwner[]>();
    for (const policy of node.policies) {
      for (const entry of intentOn(policy, node)?.interfaces ?? []) {
        if (!isBridgeEntry(entry) || !isWanted(entry)) continue;
        const kept = owners.get(entry.name);
        if (kept === undefined) owners.set(entry.name, [{ policy, entry }]);
        else kept.push({ policy, entry });
      }
    }
    return owners;
  },
);
