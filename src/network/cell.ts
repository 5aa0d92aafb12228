/**
 * A place for one part of the graph: its fragment is worked out when first asked for, and then
 * kept. A cell that replaces an outdated one remembers what was there, so that equal entities and
 * edges stay the same objects; it forgets it as soon as the new fragment exists, so no chain of
 * old graphs builds up.
 */
import type { Fragment } from './fragment';
import type { GraphFacts } from './graphFacts';
import type { Edge, Entity } from './model';
import { pushTo } from './multiMap';
import { makePart } from './parts';
import type { PartKind } from './parts';
import { shareFragment } from './shareFragment';

/** Up to this many items a walk is cheaper than a table. */
const SMALL = 12;

export class Cell {
  private fragment?: Fragment;
  private before?: Fragment;
  private byId?: ReadonlyMap<string, Entity>;
  private bySource?: ReadonlyMap<string, readonly Edge[]>;
  private byTarget?: ReadonlyMap<string, readonly Edge[]>;

  constructor(
    private readonly kind: PartKind,
    private readonly key: string,
    outdated?: Cell,
  ) {
    this.before = outdated?.fragment ?? outdated?.before;
  }

  /** The fragment; `facts` have to be as new as the cell. */
  read(facts: GraphFacts): Fragment {
    if (this.fragment !== undefined) return this.fragment;
    const made = makePart(facts, this.kind, this.key);
    this.fragment = this.before === undefined ? made : shareFragment(this.before, made);
    this.before = undefined;
    return this.fragment;
  }

  /** The entity of this id among those of the fragment. */
  entity(facts: GraphFacts, id: string): Entity | undefined {
    const { entities } = this.read(facts);
    if (entities.length <= SMALL) return entities.find((entity) => entity.id === id);
    this.byId ??= new Map(entities.map((entity) => [entity.id, entity]));
    return this.byId.get(id);
  }

  /** The fragment's edges that begin (`source`) or end (`target`) at this id. */
  edgesAt(facts: GraphFacts, end: 'source' | 'target', id: string): readonly Edge[] {
    const { edges } = this.read(facts);
    if (edges.length <= SMALL) return edges.filter((edge) => edge[end] === id);
    return this.table(end, edges).get(id) ?? [];
  }

  private table(
    end: 'source' | 'target',
    edges: readonly Edge[],
  ): ReadonlyMap<string, readonly Edge[]> {
    if (end === 'source') return (this.bySource ??= tableOf(edges, end));
    return (this.byTarget ??= tableOf(edges, end));
  }
}

const tableOf = (
  edges: readonly Edge[],
  end: 'source' | 'target',
): ReadonlyMap<string, readonly Edge[]> => {
  const table = new Map<string, Edge[]>();
  for (const edge of edges) pushTo(table, edge[end], edge);
  return table;
};

/** The cells of all parts, by kind and key. */
export type Parts = Readonly<Record<PartKind, ReadonlyMap<string, Cell>>>;
