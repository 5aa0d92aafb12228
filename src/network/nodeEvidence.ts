/**
 * Why a node's configuration is not known, as a sentence: no NodeNetworkState, an empty one, or
 * one of an operator too old to report bridge mappings (before about v0.83; domain reference
 * A.3.1, NODE-014).
 */
import type { Snapshot } from '../cluster/snapshot';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import { isKnown, whyUnknown } from './evidence';
import type { NodeView } from './networkGraph';

/** Why nothing is known of the node's interfaces; undefined when they are known. */
export const whyNoState = (
  snapshot: Snapshot,
  view: NodeView | undefined,
  node: string,
): Text | undefined => {
  if (view?.state?.hasState === true) return undefined;
  if (view?.state !== undefined) {
    return text('The NodeNetworkState of {{node}} holds no state yet.', { node });
  }
  if (!isKnown(snapshot.nodeStates)) return whyUnknown('nodeStates', snapshot.nodeStates);
  return text('{{node}} has no NodeNetworkState, so its network is not known.', { node });
};

/** Why the node's bridge mappings are not known; undefined when they are. */
export const whyNoMappings = (
  snapshot: Snapshot,
  view: NodeView | undefined,
  node: string,
): Text | undefined => {
  const noState = whyNoState(snapshot, view, node);
  if (noState !== undefined || view?.mappings !== undefined) return noState;
  return text('NMState on {{node}} does not report bridge mappings: its version is too old.', {
    node,
  });
};
