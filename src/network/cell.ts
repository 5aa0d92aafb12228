/**
 * A place for one part of the graph: its fragment is worked out when first asked for, and then
 * kept. A cell that replaces an outdated one remembers what was there, so that equal entities and
 * edges stay the same objects; it forgets it as soon as the new fragment exists, so no chain of
 * old graphs builds up.
 */
import type { Fragment } from './fragment';
import type { Edge, Entity } from './model';
import { pushTo } from './multiMap';
import { shareFragment } from './shareFragment';

/** Up to this many items a walk is cheaper than a table. */
const SMALL = 12;

export class Cell {
  private fragment?: Fragment;
  private before?: Fragment;
  private byId?: ReadonlyMap<string, Entity>;
  private bySource?: ReadonlyMap<string, readonly Edge[]>;
  private byTarget?: ReadonlyMap<string, readonly Edge[]>;

  constructor(outdated?: Cell) {
    this.before = outdated?.fragment ?? outdated?.before;
  }

  /** The fragment; `make` is called once, with facts that are as new as the cell. */
  read(make: () => Fragment): Fragment {
    if (this.fragment !== undefined) return this.fragment;
    const made = make();
    this.fragment = this.before === undefined ? made : shareFragment(this.before, made);
    this.before = undefined;
    return this.fragment;
  }

  /** The entity of this id among those of the fragment. */
  entity(id: string, make: () => Fragment): Entity | undefined {
    const { entities } = this.read(make);
    if (entities.length <= SMALL) return entities.find((entity) => entity.id === id);
    this.byId ??= new Map(entities.map((entity) => [entity.id, entity]));
    return this.byId.get(id);
  }

  /** The fragment's edges that begin (`source`) or end (`target`) at this id. */
  edgesAt(end: 'source' | 'target', id: string, make: () => Fragment): readonly Edge[] {
    const { edges } = this.read(make);
    if (edges.length <= SMALL) return edges.filter((edge) => edge[end] === id);
    const table =
      end === 'source'
        ? (this.bySource ??= index(edges, end))
        : (this.byTarget ??= index(edges, end));
    return table.get(id) ?? [];
  }
}

const index = (
  edges: readonly Edge[],
  end: 'source' | 'target',
): ReadonlyMap<string, readonly Edge[]> => {
  const table = new Map<string, Edge[]>();
  for (const edge of edges) pushTo(table, edge[end], edge);
  return table;
};
