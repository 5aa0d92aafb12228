/**
 * Which element stands for which entity. Folding is a key per entity: entities with one key become one
 * element. Health is part of every key, so that what is broken never hides in a crowd. Each level
 * folds more than the one before; the picture takes the first that fits.
 *
 * 0: equal nodes; VMs of one namespace with the same networks, when more than ten
 * 1: the same, from two VMs on
 * 2: NADs of one network and VMs of the same networks, across namespaces
 * 3: mappings of one bridge, and the networks behind them
 */
import type { Entity } from '../../network/model';
import { pushTo } from '../../network/multiMap';
import type { NetworkGraph } from '../../network/networkGraph';
import { walkInSteps } from '../../network/steps';
import type { Steps } from '../../network/steps';
import type { EntitiesByKind } from './entitiesInPicture';
import type { FindingIndex } from './health';
import { healthOf } from './health';
import type { NodeProfile } from './nodeProfiles';

export const LAST_LEVEL = 3;

/** Entity id -> id of the element that stands for it. */
export type Fold = Map<string, string>;

export interface FoldContext {
  readonly graph: NetworkGraph;
  readonly findings: FindingIndex;
  readonly byKind: EntitiesByKind;
  readonly profileOfNode: ReadonlyMap<string, NodeProfile>;
  readonly expanded: ReadonlySet<string>;
  readonly level: number;
}

/**
 * Gives entities of one key one element; a key with one entity, or one that the user has opened,
 * leaves its entities as they are.
 */
function* foldBy(
  context: FoldContext,
  fold: Fold,
  entities: readonly Entity[],
  keyOf: (entity: Entity) => string,
): Steps<void> {
  const groups = new Map<string, Entity[]>();
  yield* walkInSteps(entities, (entity) => pushTo(groups, keyOf(entity), entity));
  for (const [key, group] of groups) {
    const isFolded = group.length > 1 && !context.expanded.has(key);
    group.forEach(({ id }) => fold.set(id, isFolded ? key : id));
  }
}

const NODE_KINDS = ['nic', 'bond', 'vlanIf', 'bridge', 'mapping'] as const;

function* foldNodeParts(context: FoldContext, fold: Fold): Steps<void> {
  for (const kind of NODE_KINDS) {
    yield* walkInSteps(context.byKind.get(kind) ?? [], (entity) => {
      const profile = context.profileOfNode.get(entity.node ?? '');
      const isFolded = profile !== undefined && profile.nodes.length > 1;
      fold.set(entity.id, isFolded ? `${kind}@${profile.id}/${entity.name}` : entity.id);
    });
  }
}

const NONE: readonly string[] = [];

/** Elements at the sources of an entity's incoming edges, sorted. */
const sourcesOf = ({ graph }: FoldContext, fold: Fold, id: string): readonly string[] => {
  let first: string | undefined;
  // Mostly there is one.
  let all: Set<string> | undefined;
  for (const edge of graph.incoming(id)) {
    const source = fold.get(edge.source);
    if (source === undefined || source === first) continue;
    if (first === undefined) first = source;
    else (all ??= new Set([first])).add(source);
  }
  if (all !== undefined) return [...all].sort();
  return first === undefined ? NONE : [first];
};

function* foldMappings(context: FoldContext, fold: Fold): Steps<void> {
  const byElement = new Map<string, Entity[]>();
  yield* walkInSteps(context.byKind.get('mapping') ?? [], (mapping) =>
    pushTo(byElement, fold.get(mapping.id) ?? mapping.id, mapping),
  );
  const groups = new Map<string, Entity[][]>();
  yield* walkInSteps(byElement.values(), (mappings) => {
    const [first] = mappings;
    if (first === undefined) return;
    const sources = sourcesOf(context, fold, first.id).join('+');
    pushTo(groups, `mappings@${sources}|${healthOf(first, context.findings)}`, mappings);
  });
  for (const [key, elements] of groups) {
    if (elements.length < 2 || context.expanded.has(key)) continue;
    yield* walkInSteps(elements, (mappings) => mappings.forEach(({ id }) => fold.set(id, key)));
  }
}

/** Elements that the ports of one NIC may take before the switches they are on no longer matter. */
const SWITCHES_PER_NIC = 3;

/** The switch of a port. */
export const switchOf = (graph: NetworkGraph, port: string): string | undefined =>
  graph.incoming(port).find((edge) => edge.kind === 'switchPort')?.source;

/**
 * Ports to which the same NIC of equal nodes leads, switch by switch; in one where they are on many
 * switches, as in a large fabric.
 */
function* foldPorts(context: FoldContext, fold: Fold): Steps<void> {
  const { graph, findings, byKind } = context;
  const ports = byKind.get('switchPort') ?? [];
  const nicsOf = (port: Entity): string => {
    const nics = graph.outgoing(port.id).flatMap((edge) => fold.get(edge.target) ?? []);
    return [...new Set(nics)].sort().join('+');
  };
  const placeOf = new Map<string, { readonly nics: string; readonly chassis: string }>();
  const switches = new Map<string, Set<string>>();
  yield* walkInSteps(ports, (port) => {
    const place = { nics: nicsOf(port), chassis: switchOf(graph, port.id) ?? '' };
    placeOf.set(port.id, place);
    const known = switches.get(place.nics);
    if (known === undefined) switches.set(place.nics, new Set([place.chassis]));
    else known.add(place.chassis);
  });
  yield* foldBy(context, fold, ports, (port) => {
    const { nics = '', chassis: own = '' } = placeOf.get(port.id) ?? {};
    const isSpread = (switches.get(nics)?.size ?? 0) > SWITCHES_PER_NIC || context.level >= 2;
    const chassis = isSpread ? '' : own;
    return `ports@${chassis}|${nics}|${healthOf(port, findings)}`;
  });
}

/** A localnet is shown by its mappings; by itself only where no node maps it. */
function* foldLocalnets({ graph, byKind }: FoldContext, fold: Fold): Steps<void> {
  for (const { id } of byKind.get('localnet') ?? []) {
    const isMapped = graph
      .incoming(id)
      .some((edge) => edge.kind === 'localnet' && fold.has(edge.source));
    if (!isMapped) fold.set(id, id);
    yield;
  }
}

function* foldNetworks(context: FoldContext, fold: Fold): Steps<void> {
  const { graph, byKind, findings, level } = context;
  const definitions = [...(byKind.get('cudn') ?? []), ...(byKind.get('udn') ?? [])];
  const networks = byKind.get('network') ?? [];
  for (const kind of ['clusterNetwork', 'serviceNetwork', 'machineNetwork'] as const) {
    byKind.get(kind)?.forEach(({ id }) => fold.set(id, id));
  }
  definitions.forEach(({ id }) => fold.set(id, id));
  // A network that a CUDN or UDN defines is drawn as that.
  const definitionOf = (network: Entity): string | undefined =>
    graph.outgoing(network.id).find((edge) => edge.kind === 'definition' && fold.has(edge.target))
      ?.target;
  yield* walkInSteps(networks, (network) =>
    fold.set(network.id, definitionOf(network) ?? network.id),
  );
  if (level < 3) {
    return;
  }
  // Many networks share a localnet, and every node maps it.
  const leftOfLocalnet = new Map<string, readonly string[]>();
  const mappingsOf = (localnet: string): readonly string[] => {
    const known = leftOfLocalnet.get(localnet) ?? sourcesOf(context, fold, localnet);
    leftOfLocalnet.set(localnet, known);
    return known;
  };
  const leftOf = (network: Entity): string => {
    const localnets = graph.incoming(network.id).map((edge) => edge.source);
    const elements = localnets.flatMap((id) => fold.get(id) ?? mappingsOf(id));
    return [...new Set(elements)].sort().join('+');
  };
  const alone = new Map<string, string>();
  yield* foldBy(context, alone, networks, (network) => {
    const topology = String(network.attributes.topology ?? '');
    return `networks@${topology}|${leftOf(network)}|${healthOf(network, findings)}`;
  });
  yield* walkInSteps(networks, (network) => {
    const folded = alone.get(network.id);
    if (folded === undefined || folded === network.id) return;
    const definition = definitionOf(network);
    fold.set(network.id, folded);
    if (definition !== undefined) fold.set(definition, folded);
  });
}

function* foldNads(context: FoldContext, fold: Fold): Steps<void> {
  const { byKind, findings, level } = context;
  const nads = byKind.get('nad') ?? [];
  if (level < 2) {
    nads.forEach(({ id }) => fold.set(id, id));
    return;
  }
  yield* foldBy(context, fold, nads, (nad) => {
    const sources = sourcesOf(context, fold, nad.id).join('+');
    const own = sources === '' ? nad.id : '';
    return `nads@${sources}${own}|${healthOf(nad, findings)}`;
  });
}

/** Elements for everything but VMs and their NICs, piece by piece. */
export function* foldSteps(context: FoldContext): Steps<Fold> {
  const fold: Fold = new Map();
  yield* foldNodeParts(context, fold);
  if (context.level >= 3) yield* foldMappings(context, fold);
  yield* foldPorts(context, fold);
  yield* foldLocalnets(context, fold);
  yield* foldNetworks(context, fold);
  yield* foldNads(context, fold);
  return fold;
}
