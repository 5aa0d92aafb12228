/**
 * What the parts of a node's fragment share while it is being made: the facts, the node, the
 * wishes of its policies, and a way to make sure that a named interface is in the picture even
 * when the node does not have it.
 */
import { text } from '../../cluster/text';
import { FragmentBuilder, entityOf } from '../fragment';
import type { GraphFacts } from '../graphFacts';
import { interfaceId } from '../interfaceState';
import { OK, broken, unknown } from '../judgement';
import type { Judgement } from '../judgement';
import type { EntityKind, Origin } from '../model';
import type { NodeView } from '../networkGraph';
import { whyNoState } from '../nodeEvidence';
import { wishesOf } from './wishes';
import type { Wish } from './wishes';

export class NodeContext {
  readonly builder = new FragmentBuilder();
  readonly wishes: readonly Wish[];
  private readonly wanted: ReadonlySet<string>;

  constructor(
    readonly facts: GraphFacts,
    readonly view: NodeView,
  ) {
    this.wishes = wishesOf(view);
    this.wanted = new Set(this.wishes.filter((w) => !w.absent).map((w) => w.id));
  }

  get node(): string {
    return this.view.name;
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

  /** Id of the interface of that name; what the node does not have is added as intended. */
  ensureInterface(name: string): string {
    const known = interfaceId(this.view, name);
    if (this.builder.has(known)) return known;
    const bond = `bond/${this.node}/${name}`;
    if (!this.view.byName.has(name) && this.builder.has(bond)) return bond;
    return this.ensure('nic', name);
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

  /** Adds a thing that is named but not on the node, once. */
  ensure(kind: EntityKind, name: string): string {
    const record = this.view.byName.get(name);
    const id = kind === 'nic' ? interfaceId(this.view, name) : `${kind}/${this.node}/${name}`;
    if (this.builder.has(id)) return id;
    const exists = kind === 'nic' && record !== undefined;
    this.builder.add(
      entityOf({
        id,
        kind: kind === 'nic' ? kindOfId(id) : kind,
        name,
        node: this.node,
        judgement: exists ? undefined : this.missing(kind, name),
        origin: exists ? 'actual' : 'intended',
        attributes: exists ? { type: record.type } : undefined,
      }),
    );
    return id;
  }
}

/** The kind an id begins with; ids made here always have one. */
const kindOfId = (id: string): EntityKind => id.slice(0, id.indexOf('/')) as EntityKind;
