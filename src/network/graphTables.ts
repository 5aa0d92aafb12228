/**
 * Entities and edges of a graph as maps. Neither is a table: an entity is found through the part
 * that owns it, an edge through the part of one of its ends, and parts nobody asks for are
 * never worked out. Walking through all of them works all of them out.
 */
import type { Fragment } from './fragment';
import type { GraphFacts } from './graphFacts';
import { LookupMap } from './lookupMap';
import type { Edge, Entity } from './model';
import { PART_KINDS, makePart, ownerOf } from './parts';
import type { PartKind, Parts } from './parts';
import { holdersOf } from './partHolders';

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

  /** All fragments, from the wire to the VM. */
  *all(): Iterable<Fragment> {
    for (const kind of PART_KINDS) {
      for (const [key, cell] of this.parts[kind]) yield cell.read(this.maker(kind, key));
    }
  }

  entity(id: string): Entity | undefined {
    const owner = ownerOf(id);
    if (owner === undefined) return undefined;
    const { kind, key } = owner;
    return this.parts[kind].get(key)?.entity(id, this.maker(kind, key));
  }

  /** Edges that begin or end at an entity. */
  edgesAt(end: 'source' | 'target', id: string): readonly Edge[] {
    const known = this.found[end].get(id);
    if (known !== undefined) return known;
    const edges: Edge[] = [];
    for (const { kind, key } of holdersOf(this.facts, id)) {
      const cell = this.parts[kind].get(key);
      if (cell !== undefined) edges.push(...cell.edgesAt(end, id, this.maker(kind, key)));
    }
    this.found[end].set(id, edges);
    return edges;
  }

  private maker(kind: PartKind, key: string): () => Fragment {
    return () => makePart(this.facts, kind, key);
  }
}

/** Entities by id. */
export class EntityMap extends LookupMap<Entity> {
  private count?: number;

  constructor(private readonly reader: PartReader) {
    super();
  }

  get size(): number {
    if (this.count === undefined) {
      let count = 0;
      for (const { entities } of this.reader.all()) count += entities.length;
      this.count = count;
    }
    return this.count;
  }

  get(id: string): Entity | undefined {
    return this.reader.entity(id);
  }

  override *values(): MapIterator<Entity> {
    for (const { entities } of this.reader.all()) yield* entities;
  }

  *entries(): MapIterator<[string, Entity]> {
    for (const entity of this.values()) yield [entity.id, entity];
  }
}

/** Edges by id `source|target|kind`. */
export class EdgeMap extends LookupMap<Edge> {
  private count?: number;

  constructor(private readonly reader: PartReader) {
    super();
  }

  get size(): number {
    if (this.count === undefined) {
      let count = 0;
      for (const { edges } of this.reader.all()) count += edges.length;
      this.count = count;
    }
    return this.count;
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

  override *values(): MapIterator<Edge> {
    for (const { edges } of this.reader.all()) yield* edges;
  }

  *entries(): MapIterator<[string, Edge]> {
    for (const edge of this.values()) yield [edge.id, edge];
  }
}
