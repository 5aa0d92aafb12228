/**
 * Which entities of a graph get a place in the picture, sorted by kind. Left out: what the picture
 * shows as a frame or not at all (policies, instances, patch ports), NICs and bonds on which nothing
 * stands, and whatever is out of scope.
 */
import type { Entity, EntityKind } from '../../network/model';
import { pushTo } from '../../network/multiMap';
import type { NetworkGraph } from '../../network/networkGraph';
import { finish, walkInSteps } from '../../network/steps';
import type { Steps } from '../../network/steps';
import { filterSteps } from './filterEntities';
import { isFlow } from './flow';
import type { FindingIndex } from './health';
import type { PictureOptions } from './pictureOptions';
import { scopeSteps } from './scopeEntities';

export type EntitiesByKind = ReadonlyMap<EntityKind, readonly Entity[]>;

const IN_PICTURE: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'switch',
  'switchPort',
  'nic',
  'bond',
  'vlanIf',
  'bridge',
  'mapping',
  'localnet',
  'network',
  'cudn',
  'udn',
  'clusterNetwork',
  'serviceNetwork',
  'machineNetwork',
  'nad',
  'vm',
  'vnic',
]);

const MAY_BE_UNUSED: ReadonlySet<EntityKind> = new Set<EntityKind>(['nic', 'bond', 'vlanIf']);

const byId = (one: Entity, other: Entity): number => (one.id < other.id ? -1 : 1);

/** Every OVN node maps physnet to br-ex; it is worth a place only where a network uses it. */
const isIdlePhysnet = (graph: NetworkGraph, { kind, name }: Entity): boolean =>
  (kind === 'mapping' || kind === 'localnet') &&
  name === 'physnet' &&
  !graph.outgoing('localnet/physnet').some((edge) => edge.kind === 'physicalNetwork');

/** A link carries something when it leads on to something that does. */
const makeIsUsed = (graph: NetworkGraph): ((entity: Entity) => boolean) => {
  const known = new Map<string, boolean>();
  const isUsed = (id: string, kind: EntityKind | undefined): boolean => {
    if (kind === undefined || !MAY_BE_UNUSED.has(kind)) {
      return true;
    }
    const answer = known.get(id);
    if (answer !== undefined) {
      return answer;
    }
    known.set(id, false);
    const used = graph
      .outgoing(id)
      .some((edge) => isFlow(edge) && isUsed(edge.target, graph.entities.get(edge.target)?.kind));
    known.set(id, used);
    return used;
  };
  return (entity) => isUsed(entity.id, entity.kind) && !isIdlePhysnet(graph, entity);
};

type Which = Pick<PictureOptions, 'scope' | 'filter' | 'showsUnused'>;

/** Entities to draw, each kind sorted by id, piece by piece. O(size of the graph). */
export function* entitySteps(
  graph: NetworkGraph,
  findings: FindingIndex,
  { scope, filter, showsUnused }: Which,
): Steps<EntitiesByKind> {
  const inScope = yield* scopeSteps(graph, scope);
  const inFilter = yield* filterSteps(graph, findings, filter);
  const isUsed = makeIsUsed(graph);
  const byKind = new Map<EntityKind, Entity[]>();
  yield* walkInSteps(graph.eachEntity(), (entity) => {
    const { id, kind } = entity;
    if (!IN_PICTURE.has(kind) || inScope?.has(id) === false || inFilter?.has(id) === false) return;
    if (showsUnused || id === scope || isUsed(entity)) pushTo(byKind, kind, entity);
  });
  for (const list of byKind.values()) {
    list.sort(byId);
    yield;
  }
  return showsUnused ? byKind : yield* withoutUnusedPorts(graph, byKind);
}

/** Entities to draw, at once. */
export const entitiesInPicture = (
  graph: NetworkGraph,
  findings: FindingIndex,
  which: Which,
): EntitiesByKind => finish(entitySteps(graph, findings, which));

/** Switch ports whose NIC is not drawn go with it, and switches without a port. */
function* withoutUnusedPorts(
  graph: NetworkGraph,
  byKind: Map<EntityKind, Entity[]>,
): Steps<EntitiesByKind> {
  const nics = new Set(byKind.get('nic')?.map((nic) => nic.id));
  const ports: Entity[] = [];
  yield* walkInSteps(byKind.get('switchPort') ?? [], (port) => {
    if (graph.outgoing(port.id).some((edge) => nics.has(edge.target))) ports.push(port);
  });
  byKind.set('switchPort', ports);
  const used = new Set(ports.map(({ id }) => id));
  // From the switches, which are few, to the ports, and not the other way round.
  const switches: Entity[] = [];
  for (const one of byKind.get('switch') ?? []) {
    if (graph.outgoing(one.id).some((edge) => used.has(edge.target))) switches.push(one);
    yield;
  }
  byKind.set('switch', switches);
  return byKind;
}
