/**
 * The flow of the picture, from the wire to the VM: which edges of the graph carry a path, and what
 * can be reached along them. Edges such as "policy manages bridge" are facts about things, not
 * part of a path.
 */
import type { Edge, EdgeKind } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { walkInSteps } from '../../network/steps';
import type { Steps } from '../../network/steps';

const FLOW: ReadonlySet<EdgeKind> = new Set<EdgeKind>([
  'switchPort',
  'link',
  'member',
  'base',
  'port',
  'patch',
  'mapping',
  'localnet',
  'physicalNetwork',
  'definition',
  'nad',
  'attachment',
  'primary',
  'vm',
  'clusterNetwork',
  'machineNetwork',
]);

/**
 * The patch from br-ex to br-int carries the pod network. Those of other bridges are OVN's plumbing of
 * a localnet that the mapping stands for already; following them would lead from the pod network
 * to every uplink.
 */
const isPodPath = ({ source }: Edge): boolean => source.endsWith('/br-ex');

export const isFlow = (edge: Edge): boolean =>
  FLOW.has(edge.kind) && (edge.kind !== 'patch' || isPodPath(edge));

type Direction = 'up' | 'down';

/**
 * Everything that can be reached from some entities, against the flow (`up`, to the wire) or along it
 * (`down`, to the VM), piece by piece; the start is included.
 * @param isAllowed leaves out what may not be passed
 */
export function* reachSteps(
  graph: NetworkGraph,
  start: Iterable<string>,
  direction: Direction,
  isAllowed: (id: string) => boolean = () => true,
): Steps<Set<string>> {
  // A set that grows while it is walked through is walked through to its end.
  const seen = new Set(start);
  yield* walkInSteps(seen, (id) => {
    const edges = direction === 'up' ? graph.incoming(id) : graph.outgoing(id);
    for (const edge of edges) {
      const next = direction === 'up' ? edge.source : edge.target;
      if (isFlow(edge) && !seen.has(next) && isAllowed(next)) seen.add(next);
    }
  });
  return seen;
}

/** What can be reached from some entities along the flow and against it, piece by piece. */
export function* throughSteps(graph: NetworkGraph, start: readonly string[]): Steps<Set<string>> {
  const up = yield* reachSteps(graph, start, 'up');
  const down = yield* reachSteps(graph, start, 'down');
  return new Set([...up, ...down]);
}
