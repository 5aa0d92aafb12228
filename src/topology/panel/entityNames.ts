/**
 * Names for ids, also for what is not there: a missing hop has the id that it would have (rulings of
 * the trace), and the panel has to call it something.
 */
import { ENTITY_KINDS } from '../../network/model';
import type { EntityKind } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';

const KINDS: ReadonlySet<string> = new Set(ENTITY_KINDS);

const isKind = (word: string): word is EntityKind => KINDS.has(word);

/** The kind that an id begins with; undefined for an id that is none of ours. */
export const kindOf = (id: string): EntityKind | undefined => {
  const [word = ''] = id.split('/', 1);
  return isKind(word) ? word : undefined;
};

/** Everything behind the kind: `ns1/web`, `worker-0/br-vmdata`. Tells entities of one kind apart. */
export const keyOf = (id: string): string => id.slice(id.indexOf('/') + 1);

/** What a person calls it where the place is clear, as on a path. */
export const shortName = (graph: NetworkGraph, id: string): string =>
  graph.entities.get(id)?.name ?? id.slice(id.lastIndexOf('/') + 1);
