/**
 * The ways to walk a cluster item by item, each with what a change touches. An item whose answer
 * hangs on nothing that changed keeps its answer, so each walk must name at least the items that
 * the change of a kind can concern, or all of them.
 */
import type { NadRecord } from '../cluster/nadRecord';
import type { KindKey } from '../cluster/snapshot';
import type { NetworkGraph, NodeView, VmView } from '../network/networkGraph';
import type { GraphChange } from './change';

/** Keys of the items that a change of a kind concerns. */
export type Touched = Iterable<string> | 'all';

export interface Walk<T> {
  /** Key and item, keys distinct. */
  readonly items: (graph: NetworkGraph) => Iterable<readonly [string, T]>;
  readonly get: (graph: NetworkGraph, key: string) => T | undefined;
  readonly touched: (change: GraphChange, kind: KindKey) => Touched;
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
function* nodesOfVms(change: GraphChange): Generator<string> {
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
export const VMS: Walk<VmView> = {
  items: (graph) => graph.vms,
  get: (graph, key) => graph.vms.get(key),
  touched: touchedVms,
};

/** NAD by NAD; an answer may hang on the NAD and the VMs that refer to it. */
export const NADS: Walk<NadRecord> = {
  items: (graph) => graph.snapshot.nads.items,
  get: (graph, key) => graph.snapshot.nads.items.get(key),
  touched: (change, kind) => {
    if (kind === 'vms' || kind === 'vmis') return nadsOfVms(change);
    return kind === 'nads' ? change.records.nads : 'all';
  },
};

/** Node by node; an answer may hang on the node's view and the VMs on it. */
export const NODES: Walk<NodeView> = {
  items: (graph) => graph.nodes,
  get: (graph, key) => graph.nodes.get(key),
  touched: (change, kind) => {
    if (kind === 'vms' || kind === 'vmis') return nodesOfVms(change);
    const isOfView =
      kind === 'nodes' || kind === 'nodeStates' || kind === 'enactments' || kind === 'policies';
    return isOfView ? change.nodes : 'all';
  },
};
