/**
 * Entities and edges of a graph as maps. Neither is a table: an entity is found through the part
 * that owns it, an edge through the part of one of its ends, and parts nobody asks for are
 * never worked out. Walking through all of them works all of them out.
 */
import type { Parts } from './cell';
import type { Fragment } from './fragment';
import type { GraphFacts } from './graphFacts';
import { LookupMap } from './lookupMap';
import type { Edge, Entity } from './model';
import { PART_KINDS, ownerOf } from './parts';
import { holdersOf, soleHolderOf } from './partHolders';
import { walkInSteps } from './steps';
import type { Steps } from './steps';

const NO_EDGES: readonly Edge[] = [];

/** Reads parts of one graph. */
export class PartReader {
  private readonly found = {
    source: new Map<string, readonly Edge[]>(),
    target: new Map<string, readonly Edge[]>(),
  };

  constructor(
    private readonly facts: GraphFacts,
    private readonly parts: Parts,
  ) {}

  /** Everything of one sort, from the wire to the VM. */
  all<T>(pick: (fragment: Fragment) => readonly T[]): readonly T[] {
    const items: T[] = [];
    for (const kind of PART_KINDS) {
      for (const cell of this.parts[kind].values()) {
        for (const item of pick(cell.read(this.facts))) items.push(item);
      }
    }
    return items;
  }

  /** The same one by one, for a walk that pauses: to list them all takes longer than a pause should wait. */
  *each<T>(pick: (fragment: Fragment) => readonly T[]): Generator<T, void> {
    for (const kind of PART_KINDS) {
      for (const cell of this.parts[kind].values()) {
        for (const item of pick(cell.read(this.facts))) yield item;
      }
    }
  }

  /** Makes every part's fragment, so that `all` has but to list them. */
  *workOut(): Steps<void> {
    for (const kind of PART_KINDS) {
      yield* walkInSteps(this.parts[kind].values(), (cell) => cell.read(this.facts));
    }
  }

  entity(id: string): Entity | undefined {
    const owner = ownerOf(id);
    if (owner === undefined) return undefined;
    return this.parts[owner.kind].get(owner.key)?.entity(this.facts, id);
  }

  /** Edges that begin or end at an entity. */
  edgesAt(end: 'source' | 'target', id: string): readonly Edge[] {
    const sole = soleHolderOf(id);
    // The part answers as fast as a table of all answers would, which would be as large as the graph.
    if (sole !== undefined) {
      return this.parts[sole.kind].get(sole.key)?.edgesAt(this.facts, end, id) ?? NO_EDGES;
    }
    const known = this.found[end].get(id);
    if (known !== undefined) return known;
    const edges: Edge[] = [];
    for (const { kind, key } of holdersOf(this.facts, id)) {
      const cell = this.parts[kind].get(key);
      if (cell === undefined) continue;
      for (const edge of cell.edgesAt(this.facts, end, id)) edges.push(edge);
    }
    this.found[end].set(id, edges);
    return edges;
  }
}

export const entitiesOf = (fragment: Fragment): readonly Entity[] => fragment.entities;
export const edgesOf = (fragment: Fragment): readonly Edge[] => fragment.edges;

/** A map whose values are all listed when one walks through it, and not before. */
abstract class ListedMap<V extends { readonly id: string }> extends LookupMap<V> {
  private items?: readonly V[];

  protected abstract list(): readonly V[];

  private get all(): readonly V[] {
    this.items ??= this.list();
    return this.items;
  }

  get size(): number {
    return this.all.length;
  }

  override values(): MapIterator<V> {
    return this.all.values();
  }

  *entries(): MapIterator<[string, V]> {
    for (const item of this.all) yield [item.id, item];
  }
}

/** Entities by id. */
export class EntityMap extends ListedMap<Entity> {
  constructor(private readonly reader: PartReader) {
    super();
  }

  get(id: string): Entity | undefined {
    return this.reader.entity(id);
  }

  protected list(): readonly Entity[] {
    return this.reader.all(entitiesOf);
  }
}

/** Edges by id `source|target|kind`. */
export class EdgeMap extends ListedMap<Edge> {
  constructor(private readonly reader: PartReader) {
    super();
  }

  /** A `|` may be part of a name, so every place where the source may end is tried. */
  get(id: string): Edge | undefined {
    for (let at = id.indexOf('|'); at !== -1; at = id.indexOf('|', at + 1)) {
      const source = id.slice(0, at);
      if (this.reader.entity(source) === undefined) continue;
      const target = id.slice(at + 1, id.lastIndexOf('|'));
      const edge = this.reader.edgesAt('target', target).find((one) => one.id === id);
      if (edge !== undefined) return edge;
    }
    return undefined;
  }

  protected list(): readonly Edge[] {
    return this.reader.all(edgesOf);
  }
}
