/**
 * Interface names that the policies of a node make by themselves: bonds, VLAN interfaces, internal
 * ports and the like. A port of that name is no missing NIC, also while its policy is still
 * being applied. An `ethernet` entry makes nothing: the NIC is there or it is not.
 */
import { intentOn, isNamedByMac, isWanted } from './policyIntent';
import type { NodeView } from '../../network/networkGraph';

const known = new WeakMap<NodeView, ReadonlySet<string>>();

const collect = (node: NodeView): ReadonlySet<string> => {
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
};

/** Computed once per node view. */
export const declaredNames = (node: NodeView): ReadonlySet<string> => {
  const kept = known.get(node);
  if (kept !== undefined) return kept;
  const names = collect(node);
  known.set(node, names);
  return names;
};
