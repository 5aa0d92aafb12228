/**
 * What the parts of a node's fragment share while it is being made: the facts, the node, the
 * wishes of its policies, the entities and edges so far, and a way to make sure that a named
 * interface is in the picture even when the node does not have it.
 */
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import { text } from '../../cluster/text';
import { bareEntity } from '../fragment';
import type { Fragment } from '../fragment';
import type { GraphFacts } from '../graphFacts';
import { entityKindOf } from '../interfaceState';
import { OK, broken, unknown } from '../judgement';
import type { Judgement } from '../judgement';
import type { Edge, Entity, EntityKind, Origin } from '../model';
import type { NodeView } from '../networkGraph';
import { whyNoState } from '../nodeEvidence';
import { wishesOf } from './wishes';
import type { Wish } from './wishes';

export class NodeContext {
  readonly node: string;
  readonly wishes: readonly Wish[];
  /** Interfaces that have an entity, each once. */
  readonly shown: InterfaceRecord[] = [];
  private readonly prefixes = new Map<EntityKind, string>();
  private readonly wanted = new Set<string>();
  private readonly entities = new Map<string, Entity>();
  private readonly edges: Edge[] = [];
  private readonly repeatable = new Set<string>();

  constructor(
    readonly facts: GraphFacts,
    readonly view: NodeView,
  ) {
    this.node = view.name;
    this.wishes = wishesOf(view);
    for (const wish of this.wishes) if (!wish.absent) this.wanted.add(wish.id);
  }

  /** Id of a thing of this node. */
  id(kind: EntityKind, name: string): string {
    let prefix = this.prefixes.get(kind);
    if (prefix === undefined) {
      prefix = `${kind}/${this.node}/`;
      this.prefixes.set(kind, prefix);
    }
    return prefix + name;
  }

  has(id: string): boolean {
    return this.entities.has(id);
  }

  /** Whether the thing is there, not just wanted. */
  exists(id: string): boolean {
    const entity = this.entities.get(id);
    return entity !== undefined && entity.origin !== 'intended';
  }

  add(entity: Entity): void {
    this.entities.set(entity.id, entity);
  }

  /** Adds an edge that only one place can give rise to. */
  connect(edge: Edge): void {
    this.edges.push(edge);
  }

  /** Adds an edge that several things may give rise to: the first one stays. */
  connectOnce(edge: Edge): void {
    if (this.repeatable.has(edge.id)) return;
    this.repeatable.add(edge.id);
    this.edges.push(edge);
  }

  finish(): Fragment {
    return { entities: [...this.entities.values()], edges: this.edges };
  }

  /** Origin of something the node has: `both` when a policy wants it too. */
  originOf(id: string): Origin {
    return this.wanted.has(id) ? 'both' : 'actual';
  }

  /** Judgement of something that is named and not there: broken, or unknown without evidence. */
  missing(kind: EntityKind, name: string): Judgement {
    const why = whyNoState(this.facts.snapshot, this.view, this.node);
    if (why !== undefined) return unknown(why);
    return broken(text('{{node}} has no {{kind}} {{name}}.', { node: this.node, kind, name }));
  }

  /**
   * Whether the interface agrees that `holders` hold it: the report of a port or member names
   * its controller, and both sides must say the same (E.2, 3 and 6).
   */
  membership(name: string, holders: readonly string[]): Judgement {
    const record = this.view.byName.get(name);
    if (record === undefined) return this.missing('nic', name);
    const controller = record.controller;
    if (controller === undefined || holders.includes(controller)) return OK;
    return unknown(
      text('{{holder}} on {{node}} lists {{name}}, which says it belongs to {{controller}}.', {
        holder: holders[0] ?? '',
        node: this.node,
        name,
        controller,
      }),
    );
  }

  /** Id of the interface of that name; what the node does not have is added as intended. */
  ensureInterface(name: string): string {
    const record = this.view.byName.get(name);
    if (record === undefined) {
      const bond = this.id('bond', name);
      return this.has(bond) ? bond : this.ensure('nic', name);
    }
    const kind = entityKindOf(record);
    const id = this.id(kind, name);
    if (!this.has(id)) {
      this.add(bareEntity({ id, kind, name, node: this.node, origin: this.originOf(id) }));
    }
    return id;
  }

  /** Adds a thing that is named but not on the node, once. */
  ensure(kind: EntityKind, name: string): string {
    const id = this.id(kind, name);
    if (!this.has(id)) {
      const judgement = this.missing(kind, name);
      this.add(bareEntity({ id, kind, name, node: this.node, judgement, origin: 'intended' }));
    }
    return id;
  }
}
