/**
 * Brings node views and their indexes forward: only nodes that a changed record, a changed policy
 * or an arriving VM names are joined anew.
 */
import type { EnactmentRecord } from '../../cluster/enactmentRecord';
import type { Snapshot } from '../../cluster/snapshot';
import type { GraphFacts, NodeFacts } from '../graphFacts';
import { handlerSelector } from '../handlerSelector';
import type { NodeView } from '../networkGraph';
import { NestedEditor } from '../nestedEditor';
import { isPlaced, nodeViewFrom, sortedPolicies } from '../nodeFacts';
import { policiesOfNode } from '../policiesOfNode';
import { ReportEditor } from '../reportEditor';
import type { Changes } from './changes';
import type { VmUpdate } from './updateVmFacts';

interface Enactments {
  readonly byPolicy: NestedEditor<EnactmentRecord>;
  /** Node -> policies whose enactment changed there. */
  readonly touched: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The enactment that counts for one node and policy: by object name the last one. */
const winner = (snapshot: Snapshot, of: EnactmentRecord): EnactmentRecord | undefined => {
  let found: EnactmentRecord | undefined;
  for (const one of snapshot.enactments.items.values()) {
    if (one.node !== of.node || one.policy !== of.policy) continue;
    if (found === undefined || one.meta.name > found.meta.name) found = one;
  }
  return found;
};

const updateEnactments = (before: GraphFacts, snapshot: Snapshot, changes: Changes): Enactments => {
  const byPolicy = new NestedEditor(before.enactments);
  const touched = new NestedEditor<true>();
  const put = (of: EnactmentRecord, record: EnactmentRecord | undefined): void => {
    touched.set(of.node, of.policy, true);
    if (record === undefined) byPolicy.delete(of.policy, of.node);
    else byPolicy.set(of.policy, of.node, record);
  };
  for (const key of changes.enactments) {
    const gone = before.snapshot.enactments.items.get(key);
    const now = snapshot.enactments.items.get(key);
    const moved = gone?.node !== now?.node || gone?.policy !== now?.policy;
    if (gone !== undefined && moved && byPolicy.at(gone.policy)?.get(gone.node) === gone) {
      put(gone, winner(snapshot, gone));
    }
    if (now === undefined || !isPlaced(now)) continue;
    const known = byPolicy.at(now.policy)?.get(now.node);
    if (known === undefined || known.meta.name <= now.meta.name) put(now, now);
  }
  const nodes = new Map<string, ReadonlySet<string>>();
  for (const [node, policies] of touched.finish()) nodes.set(node, new Set(policies.keys()));
  return { byPolicy, touched: nodes };
};

/** The enactments on a node, brought forward from those of its earlier view. */
const enactmentsOn = (
  view: NodeView | undefined,
  node: string,
  { byPolicy, touched }: Enactments,
): ReadonlyMap<string, EnactmentRecord> => {
  const base = new Map<string, ReadonlyMap<string, EnactmentRecord>>();
  if (view !== undefined) base.set(node, view.enactments);
  const editor = new NestedEditor(base);
  for (const policy of touched.get(node) ?? []) {
    const record = byPolicy.at(policy)?.get(node);
    if (record === undefined) editor.delete(node, policy);
    else editor.set(node, policy, record);
  }
  return editor.finish().get(node) ?? new Map<string, EnactmentRecord>();
};

/** Nodes that a changed policy reached, reaches, or whose list of policies changed. */
const nodesOfChangedPolicies = (
  before: GraphFacts,
  policies: NodeFacts['policies'],
  changes: Changes,
): readonly string[] => {
  if (changes.policies.size === 0) return [];
  // Another selector of handlers makes the whole graph anew, so the earlier one holds.
  const handlers = handlerSelector(before.snapshot);
  const touched: string[] = [];
  for (const view of before.nodes.values()) {
    const now = policiesOfNode(policies, view.record, view.enactments, handlers);
    const same =
      now.length === view.policies.length && now.every((p, at) => p === view.policies[at]);
    if (!same) touched.push(view.name);
  }
  return touched;
};

/** Nodes whose view has to be made anew, existing or not. */
const touchedNodes = (
  before: GraphFacts,
  policies: NodeFacts['policies'],
  changes: Changes,
  enactments: Enactments,
  hosts: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set([
    ...changes.nodes,
    ...changes.nodeStates,
    ...enactments.touched.keys(),
    ...nodesOfChangedPolicies(before, policies, changes),
    // A node that only VMs name comes and goes with them.
    ...[...hosts].filter((name) => {
      const view = before.nodes.get(name);
      return view === undefined || (view.record === undefined && view.state === undefined);
    }),
  ]);

/** The node facts of `snapshot`; undefined when nothing on nodes changed. */
export const updateNodeFacts = (
  before: GraphFacts,
  snapshot: Snapshot,
  changes: Changes,
  { facts: vms, hosts }: VmUpdate,
): NodeFacts | undefined => {
  const policies = changes.policies.size === 0 ? before.policies : sortedPolicies(snapshot);
  const enactments = updateEnactments(before, snapshot, changes);
  const touched = touchedNodes(before, policies, changes, enactments, hosts);
  if (touched.size === 0 && policies === before.policies) return undefined;
  const reports = new ReportEditor(before);
  const nodes = new Map(before.nodes);
  let isUnsorted = false;
  for (const name of touched) {
    const known = nodes.get(name);
    const own = enactmentsOn(known, name, enactments);
    const exists =
      snapshot.nodes.items.has(name) ||
      snapshot.nodeStates.items.has(name) ||
      own.size > 0 ||
      vms.vmsByNode.has(name);
    const view = exists ? nodeViewFrom(snapshot, policies, name, own) : undefined;
    reports.replace(name, known, view);
    if (view === undefined) nodes.delete(name);
    else nodes.set(name, view);
    isUnsorted ||= known === undefined;
  }
  return {
    nodes: isUnsorted ? sortedMap(nodes) : nodes,
    policies,
    enactments: enactments.byPolicy.finish(),
    ...reports.finish(),
  };
};

const sortedMap = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
  new Map([...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
