/** Which nodes each policy reaches: the policies of the nodes, the other way round. */
import { pushTo } from './multiMap';
import type { NodeView } from './networkGraph';

type Nodes = ReadonlyMap<string, NodeView>;

const known = new WeakMap<Nodes, ReadonlyMap<string, readonly NodeView[]>>();

/** Policy name -> nodes, sorted as the nodes are. Worked out once per set of nodes. */
export const nodesByPolicy = (nodes: Nodes): ReadonlyMap<string, readonly NodeView[]> => {
  const before = known.get(nodes);
  if (before !== undefined) return before;
  const index = new Map<string, NodeView[]>();
  for (const view of nodes.values()) {
    for (const policy of view.policies) pushTo(index, policy.meta.name, view);
  }
  known.set(nodes, index);
  return index;
};
