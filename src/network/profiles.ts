/**
 * Nodes folded by network shape: a 500-node cluster usually has a handful. What sets a node, or a
 * few alike, apart from the larger profile most like it is said in words, because drift is what
 * one looks for. Source: domain reference E.4.
 */
import type { Snapshot } from '../cluster/snapshot';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { NetworkGraph, NodeView } from './networkGraph';
import { fingerprintOf, nodeShapeOf } from './profile/nodeShape';
import type { NodeShape } from './profile/nodeShape';
import { shapeDifferences } from './profile/shapeDifferences';
import type { ShapeDifference } from './profile/shapeDifferences';

export type NodeRole = 'worker' | 'controlPlane';

export interface Profile {
  /** `profile/<role>/<first node>`: stable while that node keeps its shape. */
  readonly id: string;
  readonly role: NodeRole;
  /** Sorted; one name for a node that stands alone. */
  readonly nodes: readonly string[];
  /** "47 workers", or the node's name. */
  readonly title: Text;
  /** Larger profile of the role that these nodes are most like; undefined of the largest. */
  readonly resembles?: string;
  /** What sets the nodes apart from that profile. */
  readonly differences: readonly ShapeDifference[];
}

interface Group {
  readonly role: NodeRole;
  readonly shape: NodeShape;
  readonly nodes: string[];
}

interface Known {
  readonly why: string;
  readonly shape: NodeShape;
  readonly fingerprint: string;
}

/** By what the node reports, from which its shape follows; by the view of one that is silent. */
const shapes = new WeakMap<object, Known>();

/** Whether a missing report counts differently: it decides what the shape of a silent node is. */
const evidence = (snapshot: Snapshot): string => snapshot.nodeStates.state;

const shapeOf = (snapshot: Snapshot, view: NodeView): Known => {
  const why = evidence(snapshot);
  const { state } = view;
  const isSilent = state?.hasState !== true;
  const report = isSilent ? view : state;
  const known = shapes.get(report);
  if (known !== undefined && (known.why === why || !isSilent)) return known;
  const shape = nodeShapeOf(snapshot, view);
  const made: Known = { why, shape, fingerprint: fingerprintOf(shape) };
  shapes.set(report, made);
  return made;
};

const groupNodes = (graph: NetworkGraph): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const view of graph.nodes.values()) {
    const { shape, fingerprint } = shapeOf(graph.snapshot, view);
    const role: NodeRole = view.isControlPlane ? 'controlPlane' : 'worker';
    const key = `${role}\n${fingerprint}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { role, shape, nodes: [view.name] });
    else known.nodes.push(view.name);
  }
  for (const group of groups.values()) group.nodes.sort();
  return [...groups.values()];
};

const titleOf = ({ role, nodes }: Group): Text => {
  const n = nodes.length;
  if (n === 1) return text('{{node}}', { node: nodes[0] ?? '' });
  return role === 'worker'
    ? text('{{n}} workers', { n })
    : text('{{n}} control plane nodes', { n });
};

const idOf = ({ role, nodes }: Group): string => `profile/${role}/${nodes[0] ?? ''}`;

const bySize = (a: Group, b: Group): number =>
  b.nodes.length - a.nodes.length || ((a.nodes[0] ?? '') < (b.nodes[0] ?? '') ? -1 : 1);

interface Nearest {
  readonly group: Group;
  readonly differences: readonly ShapeDifference[];
}

/** More names than this make a sentence unreadable; the profile lists them all. */
const NAMED_NODES = 3;

/** Whose difference it is: "worker-7", "worker-7, worker-8", "worker-7, worker-8, worker-9, …". */
const namesOf = ({ nodes }: Group): string =>
  [...nodes.slice(0, NAMED_NODES), ...(nodes.length > NAMED_NODES ? ['…'] : [])].join(', ');

/** The group these nodes are most like: the fewest differences, then the largest group. */
const nearest = (own: Group, candidates: readonly Group[]): Nearest | undefined => {
  let best: Nearest | undefined;
  for (const group of candidates) {
    const differences = shapeDifferences(namesOf(own), own.shape, group.shape);
    if (best === undefined || differences.length < best.differences.length) {
      best = { group, differences };
    }
  }
  return best;
};

/** Groups are compared with this many of the larger profiles of their role. */
const COMPARED_PROFILES = 8;

/**
 * What a group may be compared with: the larger ones. Where no two nodes are alike none is the
 * usual one, and nothing is compared.
 */
const largerThan = (group: Group, ofRole: readonly Group[]): readonly Group[] =>
  ofRole.filter(({ nodes }) => nodes.length > group.nodes.length).slice(0, COMPARED_PROFILES);

/**
 * Profiles of a cluster: workers first, large ones first. Work is linear in the interfaces, plus
 * one comparison per profile and larger profile.
 */
export const profilesOf = (graph: NetworkGraph): readonly Profile[] => {
  const groups = groupNodes(graph);
  const profiles: Profile[] = [];
  for (const role of ['worker', 'controlPlane'] as const) {
    const ofRole = groups.filter((group) => group.role === role).sort(bySize);
    for (const group of ofRole) {
      const like = nearest(group, largerThan(group, ofRole));
      profiles.push({
        id: idOf(group),
        role,
        nodes: group.nodes,
        title: titleOf(group),
        resembles: like && idOf(like.group),
        differences: like?.differences ?? [],
      });
    }
  }
  return profiles;
};
