/**
 * Whether a physical network name or a Linux bridge is provided by any node. "No node" is only
 * certain when every node has reported; a node that is silent may be the one that has it.
 * Source: domain reference B.1, C.0, NAD-004, NAD-016.
 */
import { text } from '../cluster/text';
import { isKnown, whyUnknown } from './evidence';
import type { GraphFacts } from './graphFacts';
import { OK, broken, unknown } from './judgement';
import type { Judgement } from './judgement';

type Facts = Pick<GraphFacts, 'snapshot' | 'silentNodes' | 'mappings' | 'bridgeNodes'>;

/** Nodes of which the node state is missing or does not tell its mappings, as a sentence. */
const silence = (facts: Facts): Judgement | undefined => {
  const listing = facts.snapshot.nodeStates;
  if (!isKnown(listing)) return unknown(whyUnknown('nodeStates', listing));
  return undefined;
};

/** Whether any node maps the localnet. */
export const localnetState = (facts: Facts, localnet: string): Judgement => {
  if (facts.mappings.has(localnet)) return OK;
  const silent = silence(facts);
  if (silent !== undefined) return silent;
  const n = facts.silentNodes.size;
  return n > 0
    ? unknown(
        text('No node maps {{localnet}}, but {{n}} nodes do not report their mappings.', {
          localnet,
          n,
        }),
      )
    : broken(text('No node maps {{localnet}} to a bridge.', { localnet }));
};

/** Whether any node has a bridge of that name. */
export const bridgeAnywhere = (facts: Facts, bridge: string): Judgement => {
  if (facts.bridgeNodes.has(bridge)) return OK;
  const silent = silence(facts);
  if (silent !== undefined) return silent;
  return broken(text('No node has a bridge {{bridge}}.', { bridge }));
};
