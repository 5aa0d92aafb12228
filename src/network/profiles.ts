/**
 * Nodes folded by network shape: a 500-node cluster usually has a handful. A node whose shape no
 * other node of its role has stands alone, and what sets it apart from the profile most like it
 * is said in words, because drift is what one looks for. Source: domain reference E.4.
 */
import type { Snapshot } from '../cluster/snapshot';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { NetworkGraph, NodeView } from './networkGraph';
import { fingerprintOf, nodeShapeOf } from './profile/nodeShape';
import type { NodeShape } from './profile/nodeShape';
import { shapeDifferences } from './profile/shapeDifferences';

export type NodeRole = 'worker' | 'controlPlane';

export interface Profile {
  /** `profile/<role>/<first node>`: stable while that node keeps its shape. */
  readonly id: string;
  readonly role: NodeRole;
  /** Sorted; one name for a node that stands alone. */
  readonly nodes: readonly string[];
  /** "47 workers", or the node's name. */
  readonly title: Text;
  /** Profile that this single node is most like; undefined for what stands for itself. */
  readonly resembles?: string;
  /** What sets the node apart from that profile, a sentence each. */
  readonly differences: readonly Text[];
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

const shapes = new WeakMap<NodeView, Known>();

/** Whether a missing report counts differently: it decides what the shape of a silent node is. */
const evidence = (snapshot: Snapshot): string => snapshot.nodeStates.state;

const shapeOf = (snapshot: Snapshot, view: NodeView): Known => {
  const why = evidence(snapshot);
  const known = shapes.get(view);
  if (known?.why === why) return known;
  const shape = nodeShapeOf(snapshot, view);
  const made: Known = { why, shape, fingerprint: fingerprintOf(shape) };
  shapes.set(view, made);
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
  readonly differences: readonly Text[];
}

/** The group a single node is most like: the fewest differences, then the largest group. */
const nearest = (single: Group, candidates: readonly Group[]): Nearest | undefined => {
  let best: Nearest | undefined;
  for (const group of candidates) {
    const differences = shapeDifferences(single.nodes[0] ?? '', single.shape, group.shape);
    if (best === undefined || differences.length < best.differences.length) {
      best = { group, differences };
    }
  }
  return best;
};

/** Outliers are compared with this many of the largest profiles of their role. */
const COMPARED_PROFILES = 8;

/**
 * Profiles of a cluster: workers first, large ones first. Work is linear in the interfaces, plus
 * one comparison per outlier and large profile.
 */
export const profilesOf = (graph: NetworkGraph): readonly Profile[] => {
  const groups = groupNodes(graph);
  const profiles: Profile[] = [];
  for (const role of ['worker', 'controlPlane'] as const) {
    const ofRole = groups.filter((group) => group.role === role).sort(bySize);
    const large = ofRole.filter((group) => group.nodes.length > 1).slice(0, COMPARED_PROFILES);
    for (const group of ofRole) {
      const like = group.nodes.length > 1 ? undefined : nearest(group, large);
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
