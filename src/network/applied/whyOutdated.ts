/**
 * Why the last report of a node proves nothing: the node is NotReady, or its state is older than
 * what NMState says it has applied (domain reference A.3.4, NODE-001).
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { NodeView } from '../networkGraph';
import { staleSince } from './staleSince';

/** A sentence, or undefined when the report can be relied on. */
export const whyOutdated = (view: NodeView): Text | undefined => {
  const node = view.name;
  if (view.record?.ready === false) {
    return text('{{node}} is NotReady: its NodeNetworkState may be out of date.', { node });
  }
  if (staleSince(view) === undefined) return undefined;
  return text('The NodeNetworkState of {{node}} is older than the last applied policy.', { node });
};
