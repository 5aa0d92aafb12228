/**
 * Interface names that the policies of a node make by themselves: bonds, VLAN interfaces, internal
 * ports and the like. A port of that name is no missing NIC, also while its policy is still
 * being applied. An `ethernet` entry makes nothing: the NIC is there or it is not.
 */
import { memoBy } from '../../network/memoBy';
import { intentOn, isNamedByMac, isWanted } from '../../network/policyIntent';
import type { NodeView } from '../../network/networkGraph';

/** Computed once per node view. */
export const declaredNames = memoBy((node: NodeView): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const policy of node.policies) {
    for (const wanted of intentOn(policy, node)?.interfaces ?? []) {
      if (!isWanted(wanted)) continue;
      const makesDevice = wanted.type !== 'ethernet' && wanted.type !== '';
      if (makesDevice || isNamedByMac(wanted)) names.add(wanted.name);
      const peer = wanted.settings?.['veth.peer'];
      if (peer !== undefined) names.add(peer);
    }
  }
  return names;
});
