/**
 * Nodes with the same network shape are one profile: the same NICs, bonds, bridges, mappings, with
 * the same settings and the same health. A node that differs in anything stands alone, because
 * drift is what one looks for. Addresses and MACs always differ and do not count.
 */
import type { Entity } from '../../network/model';
import { pushTo } from '../../network/multiMap';
import type { NetworkGraph } from '../../network/networkGraph';
import { walkInSteps } from '../../network/steps';
import type { Steps } from '../../network/steps';
import type { FindingIndex } from './health';
import { healthOf } from './health';

export interface NodeProfile {
  /** `node/<name>` for one node, else `profile/<name of the first>`. */
  readonly id: string;
  /** Sorted. */
  readonly nodes: readonly string[];
  readonly isControlPlane: boolean;
  /** The profile that was taken apart, which this node is one of. */
  readonly opened?: string;
}

/** Attributes that say what something is; others say which one it is. */
const SHAPE = [
  'type',
  'types',
  'mtu',
  'speed',
  'mode',
  'vlan',
  'base',
  'bridge',
  'uplinks',
  'members',
  'stp',
];

/** Settings as one word, kept with the entity: it is the same object until it changes. */
const settings = new WeakMap<Entity, string>();

const settingsOf = (entity: Entity): string => {
  const known = settings.get(entity);
  if (known !== undefined) return known;
  const { kind, name, origin, attributes } = entity;
  const words = SHAPE.map((attribute) => String(attributes[attribute] ?? ''));
  const made = [kind, name, origin, ...words].join('~');
  settings.set(entity, made);
  return made;
};

const shapeOf = (entity: Entity, findings: FindingIndex): string =>
  `${settingsOf(entity)}~${healthOf(entity, findings)}`;

/**
 * Profiles of the nodes, piece by piece: workers before the control plane, the largest first, then by the first
 * node's name.
 * @param shown entities that the picture draws inside nodes; others do not make nodes differ
 */
export function* profileSteps(
  graph: NetworkGraph,
  shown: Iterable<Entity>,
  findings: FindingIndex,
): Steps<readonly NodeProfile[]> {
  const shapes = new Map<string, string[]>();
  yield* walkInSteps(shown, (entity) => {
    if (entity.node !== undefined) pushTo(shapes, entity.node, shapeOf(entity, findings));
  });
  const groups = new Map<string, string[]>();
  yield* walkInSteps(shapes, ([node, shape]) => {
    const own = graph.entities.get(`node/${node}`);
    const health = own === undefined ? '' : healthOf(own, findings);
    const role = graph.nodes.get(node)?.isControlPlane === true ? 'control' : 'worker';
    pushTo(groups, [role, health, ...shape.sort()].join('|'), node);
  });
  return [...groups.values()].map((nodes) => profileOf(graph, nodes.sort())).sort(compareProfiles);
}

const profileOf = (graph: NetworkGraph, nodes: readonly string[]): NodeProfile => {
  const first = nodes[0] ?? '';
  return {
    id: nodes.length === 1 ? `node/${first}` : `profile/${first}`,
    nodes,
    isControlPlane: graph.nodes.get(first)?.isControlPlane === true,
  };
};

const compareProfiles = (one: NodeProfile, other: NodeProfile): number =>
  Number(one.isControlPlane) - Number(other.isControlPlane) ||
  other.nodes.length - one.nodes.length ||
  (one.id < other.id ? -1 : 1);

/** Takes profiles apart into their nodes where the test says so, keeping the order. */
export const splitProfiles = (
  graph: NetworkGraph,
  profiles: readonly NodeProfile[],
  isSplit: (profile: NodeProfile) => boolean,
): readonly NodeProfile[] =>
  profiles.flatMap((profile) =>
    isSplit(profile) && profile.nodes.length > 1
      ? profile.nodes.map((node) => ({ ...profileOf(graph, [node]), opened: profile.id }))
      : [profile],
  );
