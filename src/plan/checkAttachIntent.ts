/**
 * The guards of the form, live: what blocks the plan, what deserves a warning, and at which field
 * (domain reference C.7 and the catalogue entries it predicts). Node-protecting ones block.
 */
import type { NetworkGraph } from '../network/networkGraph';
import type { AttachIntent } from './attachIntent';
import { compareGuards } from './compareGuards';
import { GUARDS } from './guards';
import type { Guard } from './model';
import { nodesOfIntent } from './nodeChoices';

/** All guards for the intent, most severe first, in the order of the form's fields. */
export const checkAttachIntent = (graph: NetworkGraph, intent: AttachIntent): readonly Guard[] => {
  const context = { graph, intent, nodes: nodesOfIntent(graph, intent) };
  return GUARDS.flatMap((rule) => rule.check(context)).sort(compareGuards);
};
