/**
 * The ways to walk a cluster item by item, each with what a change touches. An item whose answer
 * hangs on nothing that changed keeps its answer, so each walk must name at least the items that
 * the change of a kind can concern, or all of them.
 */
import { metaKey } from '../cluster/meta';
import type { NadRecord } from '../cluster/nadRecord';
import type { KindKey } from '../cluster/snapshot';
import type { NetworkGraph, NodeView, VmView } from '../network/networkGraph';
import type { GraphChange } from './change';
import { GRAPH_NODE_KINDS, perGraph } from './facts/perGraph';
import type { Steps } from '../network/steps';
import { Readers } from './readers';

/** Keys of the items that a change of a kind concerns. */
export type Touched = Iterable<string> | 'all';

export interface Walk<T> {
  readonly items: (graph: NetworkGraph) => readonly T[];
  /** Distinct for each item. Asked only of items of which there is something to note. */
  readonly keyOf: (item: T) => string;
  readonly get: (graph: NetworkGraph, key: string) => T | undefined;
  readonly touched: (change: GraphChange, kind: KindKey) => Touched;
  /** Called when all items of a graph will be asked for, before any walk through it. */
  readonly prepare?: (graph: NetworkGraph) => void;
  /** The checks that wait for the items of a graph. */
  readonly readers: (graph: NetworkGraph) => Readers<T>;
}

const walks: ((graph: NetworkGraph) => Steps<void>)[] = [];

/** Makes a walk of what is particular to it. */
export const walkOver = <T>(parts: Omit<Walk<T>, 'readers'>): Walk<T> => {
  const readers = perGraph(() => new Readers<T>());
  walks.push((graph) => readers(graph).steps(() => parts.items(graph)));
  return { ...parts, readers };
};

/** Walks through the items of the graph for all checks that wait for them. */
export function* readWaiting(graph: NetworkGraph): Steps<void> {
  for (const steps of walks) yield* steps(graph);
}

/** Both states of every VM that changed. */
function* bothStates({ before, after, vms }: GraphChange): Generator<VmView> {
  for (const key of vms) {
    const old = before.vms.get(key);
    const now = after.vms.get(key);
    if (old !== undefined) yield old;
    if (now !== undefined) yield now;
  }
}

/** NADs that the changed VMs refer or referred to. */
function* nadsOfVms(change: GraphChange): Generator<string> {
  for (const { vnics } of bothStates(change)) {
    for (const { nadKey, instanceNadKey } of vnics) {
      if (nadKey !== undefined) yield nadKey;
      if (instanceNadKey !== undefined) yield instanceNadKey;
    }
  }
}

/** Nodes that the changed VMs are or were on. */
export function* nodesOfVms(change: GraphChange): Generator<string> {
  for (const { nodes } of bothStates(change)) yield* nodes;
}

/** VMs that refer to the changed NADs. */
export function* vmsOfNads({ after, records }: GraphChange): Generator<string> {
  for (const nad of records.nads) {
    for (const { namespace, vmName } of after.vnicsOfNad(nad)) yield `${namespace}/${vmName}`;
  }
}

/** Pods and events are read for the VM in question only, and few. */
const touchedVms = (change: GraphChange, kind: KindKey): Touched => {
  if (kind === 'vms' || kind === 'vmis') return change.vms;
  return kind === 'nads' ? vmsOfNads(change) : 'all';
};

/** VM by VM; an answer may hang on the VM, its instance and its NADs. */
export const VMS = walkOver<VmView>({
  items: perGraph((graph) => [...graph.vms.values()], { of: ['vms', 'vmis'] }),
  keyOf: (vm) => vm.key,
  get: (graph, key) => graph.vms.get(key),
  touched: touchedVms,
});

/** NAD by NAD; an answer may hang on the NAD and the VMs that refer to it. */
export const NADS = walkOver<NadRecord>({
  items: perGraph((graph) => [...graph.snapshot.nads.items.values()], { of: ['nads'] }),
  keyOf: (nad) => metaKey(nad.meta),
  get: (graph, key) => graph.snapshot.nads.items.get(key),
  touched: (change, kind) => {
    if (kind === 'vms' || kind === 'vmis') return nadsOfVms(change);
    return kind === 'nads' ? change.records.nads : 'all';
  },
});

/** Node by node; an answer may hang on the node's view and the VMs on it. */
export const NODES = walkOver<NodeView>({
  items: perGraph((graph) => [...graph.nodes.values()], { of: GRAPH_NODE_KINDS }),
  keyOf: (node) => node.name,
  get: (graph, key) => graph.nodes.get(key),
  touched: (change, kind) => {
    if (kind === 'vms' || kind === 'vmis') return nodesOfVms(change);
    const isOfView =
      kind === 'nodes' || kind === 'nodeStates' || kind === 'enactments' || kind === 'policies';
    return isOfView ? change.nodes : 'all';
  },
});
