/**
 * Which nodes get an NMState handler. Without one a node neither applies policies nor reports its
 * state, so a policy matches only nodes that have it (domain reference A.1.1).
 */
import type { Snapshot } from '../cluster/snapshot';

const EVERY_NODE: Readonly<Record<string, string>> = {};

/** The labels a node needs for a handler, from the NMState object; none where nothing is known. */
export const handlerSelector = ({ nmstates }: Snapshot): Readonly<Record<string, string>> => {
  // The operator reconciles one object and refuses a second.
  for (const { nodeSelector } of nmstates.items.values()) return nodeSelector;
  return EVERY_NODE;
};
