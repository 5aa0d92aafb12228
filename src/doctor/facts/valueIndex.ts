/**
 * An index from values (MAC and IP addresses) to what has them, which follows a change by
 * replacing what changed. Following it takes the index over from the older graph: a copy would
 * cost more than the change.
 */
import type { KindKey } from '../../cluster/snapshot';
import type { NetworkGraph, NodeView, VmView } from '../../network/networkGraph';
import type { GraphChange } from '../change';
import { NODE_KINDS, perGraph } from './perGraph';

/** Value -> its holders, each a view and what in it has the value. */
export type ValueIndex<T> = ReadonlyMap<string, readonly T[]>;

/** Lists values of a view, each with what has it. */
export type ValuesOf<S, T> = (source: S, add: (value: string, holder: T) => void) => void;

const addAll = <S, T>(index: Map<string, T[]>, valuesOf: ValuesOf<S, T>, source: S): void => {
  valuesOf(source, (value, holder) => {
    const holders = index.get(value);
    if (holders === undefined) index.set(value, [holder]);
    else holders.push(holder);
  });
};

const removeAll = <S, T>(
  index: Map<string, T[]>,
  valuesOf: ValuesOf<S, T>,
  source: S,
  isOf: (holder: T, source: S) => boolean,
): void => {
  valuesOf(source, (value) => {
    const left = (index.get(value) ?? []).filter((holder) => !isOf(holder, source));
    if (left.length === 0) index.delete(value);
    else index.set(value, left);
  });
};

interface Sources<S> {
  readonly all: (graph: NetworkGraph) => Iterable<S>;
  readonly get: (graph: NetworkGraph, key: string) => S | undefined;
  readonly changed: (change: GraphChange) => Iterable<string>;
}

const indexOf = <S, T>(
  sources: Sources<S>,
  kinds: readonly KindKey[],
  valuesOf: ValuesOf<S, T>,
  isOf: (holder: T, source: S) => boolean,
): ((graph: NetworkGraph) => ValueIndex<T>) =>
  perGraph(
    (graph) => {
      const index = new Map<string, T[]>();
      for (const source of sources.all(graph)) addAll(index, valuesOf, source);
      return index;
    },
    {
      of: kinds,
      takesOver: true,
      refresh: (index, change) => {
        for (const key of sources.changed(change)) {
          const old = sources.get(change.before, key);
          const now = sources.get(change.after, key);
          if (old !== undefined) removeAll(index, valuesOf, old, isOf);
          if (now !== undefined) addAll(index, valuesOf, now);
        }
        return index;
      },
    },
  );

const VM_SOURCES: Sources<VmView> = {
  all: (graph) => graph.vms.values(),
  get: (graph, key) => graph.vms.get(key),
  changed: ({ vms }) => vms,
};

const NODE_SOURCES: Sources<NodeView> = {
  all: (graph) => graph.nodes.values(),
  get: (graph, key) => graph.nodes.get(key),
  changed: ({ nodes }) => nodes,
};

/** An index over all VMs. `valuesOf` may look at the VM alone. */
export const vmIndex = <T>(
  valuesOf: ValuesOf<VmView, T>,
  isOf: (holder: T, vm: VmView) => boolean,
): ((graph: NetworkGraph) => ValueIndex<T>) => indexOf(VM_SOURCES, ['vms', 'vmis'], valuesOf, isOf);

/** An index over all nodes. `valuesOf` may look at the node alone. */
export const nodeIndex = <T>(
  valuesOf: ValuesOf<NodeView, T>,
  isOf: (holder: T, node: NodeView) => boolean,
): ((graph: NetworkGraph) => ValueIndex<T>) => indexOf(NODE_SOURCES, NODE_KINDS, valuesOf, isOf);
