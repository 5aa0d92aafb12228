/**
 * An index from values (MAC and IP addresses) to what has them, which follows a change by
 * replacing what changed. Following it takes the index over from the older graph: a copy would
 * cost more than the change.
 */
import type { KindKey } from '../../cluster/snapshot';
import type { NetworkGraph, NodeView, VmView, VnicView } from '../../network/networkGraph';
import { sameItems } from '../../network/sameItems';
import type { GraphChange } from '../change';
import { NODES, VMS } from '../walk';
import type { Walk } from '../walk';
import { NODE_KINDS, perGraph } from './perGraph';

/** Lists values of a view, each with what has it. */
export type ValuesOf<S, T> = (source: S, add: (value: string, holder: T) => void) => void;

/** Value -> its holders. Nearly every value has one holder, for which no list is made. */
export class ValueIndex<T> {
  private readonly first = new Map<string, T>();
  private readonly lists = new Map<string, readonly T[]>();

  has(value: string): boolean {
    return this.first.has(value);
  }

  /** All holders of a value, in the order in which they came. */
  of(value: string): readonly T[] {
    const list = this.lists.get(value);
    if (list !== undefined) return list;
    const only = this.first.get(value);
    return only === undefined ? [] : [only];
  }

  values(): Iterable<string> {
    return this.first.keys();
  }

  /** Values with more than one holder. */
  shared(): Iterable<string> {
    return this.lists.keys();
  }

  isShared(value: string): boolean {
    return this.lists.has(value);
  }

  readonly add = (value: string, holder: T): void => {
    if (this.first.has(value)) this.lists.set(value, [...this.of(value), holder]);
    else this.first.set(value, holder);
  };

  /** Takes out the holders of a value for which the test is true. */
  remove(value: string, test: (holder: T) => boolean): void {
    const left = this.of(value).filter((holder) => !test(holder));
    this.first.delete(value);
    this.lists.delete(value);
    for (const holder of left) this.add(value, holder);
  }
}

interface Sources<S> {
  readonly walk: Walk<S>;
  readonly changed: (change: GraphChange) => Iterable<string>;
  /** The holder of a value is the key of what has it, and so outlives a new state of that. */
  readonly holdersLast: boolean;
}

/** An index of each graph. */
export interface GraphIndex<T> {
  readonly of: (graph: NetworkGraph) => ValueIndex<T>;
  /** Has it made in the walk that comes, where all checks look at the same views anyway. */
  readonly prepare: (graph: NetworkGraph) => void;
}

const listOf = <S, T>(source: S, valuesOf: ValuesOf<S, T>): readonly string[] => {
  const values: string[] = [];
  valuesOf(source, (value) => values.push(value));
  return values;
};

const hasSameValues = <S, T>(old: S, now: S, valuesOf: ValuesOf<S, T>): boolean =>
  sameItems(listOf(old, valuesOf), listOf(now, valuesOf));

const indexOf = <S, T>(
  { walk, changed, holdersLast }: Sources<S>,
  kinds: readonly KindKey[],
  valuesOf: ValuesOf<S, T>,
  isOf: (holder: T, source: S) => boolean,
): GraphIndex<T> => {
  const walked = new WeakMap<NetworkGraph, ValueIndex<T>>();
  const of = perGraph(
    (graph): ValueIndex<T> => {
      const made = walked.get(graph);
      // Followed from here on, and with that altered: the graph does not find it again.
      walked.delete(graph);
      if (made !== undefined) return made;
      const index = new ValueIndex<T>();
      for (const source of walk.items(graph)) valuesOf(source, index.add);
      return index;
    },
    {
      of: kinds,
      takesOver: true,
      refresh: (index, change) => {
        for (const key of changed(change)) {
          const old = walk.get(change.before, key);
          const now = walk.get(change.after, key);
          const isKept = holdersLast && old !== undefined && now !== undefined;
          if (isKept && hasSameValues(old, now, valuesOf)) continue;
          if (old !== undefined) {
            valuesOf(old, (value) => index.remove(value, (holder) => isOf(holder, old)));
          }
          if (now !== undefined) valuesOf(now, index.add);
        }
        return index;
      },
    },
  );
  const prepare = (graph: NetworkGraph): void => {
    if (of.has(graph) || walked.has(graph)) return;
    const index = new ValueIndex<T>();
    walk.readers(graph).add({
      look: (source) => valuesOf(source, index.add),
      // Kept only when whole: the walk may be given up for a newer graph.
      done: () => void walked.set(graph, index),
    });
  };
  return { of, prepare };
};

const VM_SOURCES: Sources<VmView> = {
  walk: VMS,
  changed: ({ vms }) => vms,
  holdersLast: false,
};

const NODE_SOURCES: Sources<NodeView> = {
  walk: NODES,
  changed: ({ nodes }) => nodes,
  holdersLast: true,
};

/** The VM NICs that have a value. `valuesOf` may look at the VM alone. */
export const vmIndex = (valuesOf: ValuesOf<VmView, VnicView>): GraphIndex<VnicView> =>
  indexOf(
    VM_SOURCES,
    ['vms', 'vmis'],
    valuesOf,
    (vnic, vm) => vnic.namespace === vm.namespace && vnic.vmName === vm.name,
  );

/** The names of the nodes that have a value. `valuesOf` may look at the node alone. */
export const nodeIndex = (valuesOf: ValuesOf<NodeView, string>): GraphIndex<string> =>
  indexOf(NODE_SOURCES, NODE_KINDS, valuesOf, (holder, node) => holder === node.name);
