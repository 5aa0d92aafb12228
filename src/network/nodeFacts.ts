/**
 * Node views and the indexes over them, made from scratch. A node exists for the graph as soon
 * as any object names it: its Node, its NodeNetworkState, an enactment, or a VM that runs there.
 * Source: domain reference A.2, A.3, B.1, E.1.
 */
import type { EnactmentRecord } from '../cluster/enactmentRecord';
import type { PolicyRecord } from '../cluster/policyRecord';
import type { Snapshot } from '../cluster/snapshot';
import type { NodeFacts } from './graphFacts';
import { handlerSelector } from './handlerSelector';
import { NestedEditor } from './nestedEditor';
import type { NodeView } from './networkGraph';
import { nodeViewOf } from './nodeView';
import type { NodeParts } from './nodeView';
import { policiesOfNode } from './policiesOfNode';
import { ReportEditor } from './reportEditor';
import { sameItems } from './sameItems';

/** Policies by name. */
export const sortedPolicies = (snapshot: Snapshot): readonly PolicyRecord[] =>
  [...snapshot.policies.items.values()].sort((a, b) => (a.meta.name < b.meta.name ? -1 : 1));

/** Whether an enactment says whose it is; one without its labels belongs nowhere. */
export const isPlaced = (enactment: EnactmentRecord): boolean =>
  enactment.node !== '' && enactment.policy !== '';

/** Of two enactments for one policy and node the one whose name sorts last counts. */
const isOutranked = (known: EnactmentRecord | undefined, by: EnactmentRecord): boolean =>
  known === undefined || known.meta.name <= by.meta.name;

const NO_ENACTMENTS: ReadonlyMap<string, EnactmentRecord> = new Map();

const isMadeOf = (view: NodeView, parts: NodeParts): boolean => {
  const { record, state, policies, enactments } = view;
  if (record !== parts.record || state !== parts.state) return false;
  if (!sameItems(policies, parts.policies)) return false;
  if (enactments.size !== parts.enactments.size) return false;
  for (const [policy, one] of enactments) if (one !== parts.enactments.get(policy)) return false;
  return true;
};

/**
 * The view of one node from the records that name it; `before`, when it is made of the same and has
 * a state: what is said of a silent node hangs on what the listing of states proves.
 */
export const nodeViewFrom = (
  snapshot: Snapshot,
  policies: readonly PolicyRecord[],
  name: string,
  enactments: ReadonlyMap<string, EnactmentRecord> = NO_ENACTMENTS,
  before?: NodeView,
): NodeView => {
  const record = snapshot.nodes.items.get(name);
  const parts: NodeParts = {
    name,
    record,
    state: snapshot.nodeStates.items.get(name),
    policies: policiesOfNode(policies, record, enactments, handlerSelector(snapshot)),
    enactments,
  };
  const isKept = before?.state?.hasState === true && isMadeOf(before, parts);
  return isKept ? before : nodeViewOf(parts);
};

/**
 * Makes the node views and the indexes over them; views of `before` are kept where they hold.
 * `runningOn`: nodes that VMs name.
 */
export const buildNodeFacts = (
  snapshot: Snapshot,
  runningOn: Iterable<string>,
  before?: ReadonlyMap<string, NodeView>,
): NodeFacts => {
  const policies = sortedPolicies(snapshot);
  const byNode = new NestedEditor<EnactmentRecord>();
  const byPolicy = new NestedEditor<EnactmentRecord>();
  for (const enactment of snapshot.enactments.items.values()) {
    if (!isPlaced(enactment)) continue;
    if (!isOutranked(byPolicy.at(enactment.policy)?.get(enactment.node), enactment)) continue;
    byNode.set(enactment.node, enactment.policy, enactment);
    byPolicy.set(enactment.policy, enactment.node, enactment);
  }
  const enactmentsByNode = byNode.finish();
  const names = new Set([
    ...snapshot.nodes.items.keys(),
    ...snapshot.nodeStates.items.keys(),
    ...enactmentsByNode.keys(),
    ...runningOn,
  ]);
  const nodes = new Map<string, NodeView>();
  const reports = new ReportEditor();
  for (const name of [...names].sort()) {
    const own = enactmentsByNode.get(name);
    const view = nodeViewFrom(snapshot, policies, name, own, before?.get(name));
    nodes.set(name, view);
    reports.replace(name, undefined, view);
  }
  return { nodes, policies, enactments: byPolicy.finish(), ...reports.finish() };
};
