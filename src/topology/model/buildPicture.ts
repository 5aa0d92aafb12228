/**
 * From the graph to the picture: scope, fold, elements, frames, edges. Pure; the same graph and options
 * give the same picture. Tries the fold levels until the picture is small enough to be read.
 */
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { finish, walkInSteps } from '../../network/steps';
import type { Steps } from '../../network/steps';
import { accentsOf, edgeAccent } from './accents';
import { edgeSteps } from './buildEdges';
import { buildRows, elementSteps, rowId } from './buildElements';
import { namespaceFrame, nodeFrame, switchFrame, vmFrame } from './buildFrames';
import { entitySteps } from './entitiesInPicture';
import type { EntitiesByKind } from './entitiesInPicture';
import { foldSteps, LAST_LEVEL } from './foldEntities';
import type { FoldContext } from './foldEntities';
import { vmSteps } from './foldVms';
import type { FindingIndex } from './health';
import { findingIndex } from './health';
import { profileSteps, splitProfiles } from './nodeProfiles';
import type { NodeProfile } from './nodeProfiles';
import type { Element, Frame, Picture, Standing } from './picture';
import { ELEMENT_CAP } from './picture';
import type { PictureOptions } from './pictureOptions';
import { StandIns } from './StandIns';

const NODE_KINDS = ['nic', 'bond', 'vlanIf', 'bridge', 'mapping'] as const;

function* profilesOf(
  graph: NetworkGraph,
  findings: FindingIndex,
  byKind: EntitiesByKind,
  { expanded, isEachNode }: PictureOptions,
): Steps<readonly NodeProfile[]> {
  const parts = NODE_KINDS.flatMap((kind) => byKind.get(kind) ?? []);
  const profiles = yield* profileSteps(graph, parts, findings);
  return splitProfiles(graph, profiles, ({ id }) => isEachNode || expanded.has(id));
}

/** Frames that elements or other frames refer to, and none that would be empty. */
function* framesOf(
  context: FoldContext,
  profiles: readonly NodeProfile[],
  elements: readonly Element[],
  vmFrames: readonly Frame[],
): Steps<readonly Frame[]> {
  const used = new Set([
    ...elements.map(({ frame }) => frame),
    ...vmFrames.map(({ parent }) => parent),
  ]);
  const switches = (context.byKind.get('switch') ?? []).map((entity) =>
    switchFrame(context, entity),
  );
  const nodes: Frame[] = [];
  yield* walkInSteps(profiles, (profile) => nodes.push(nodeFrame(context, profile)));
  const namespaces = [...used].flatMap((id) => namespaceFrameOf(id) ?? []);
  return [...[...switches, ...nodes].filter(({ id }) => used.has(id)), ...namespaces, ...vmFrames];
}

const namespaceFrameOf = (id: string | undefined): Frame | undefined => {
  const match = /^(nad|vm)@namespace\/(.*)$/.exec(id ?? '');
  const [, column, namespace] = match ?? [];
  return namespace === undefined
    ? undefined
    : namespaceFrame(column === 'nad' ? 'nad' : 'vm', namespace);
};

function* atLevel(
  context: FoldContext,
  profiles: readonly NodeProfile[],
  options: PictureOptions,
  cap: number,
): Steps<Picture> {
  const { graph, level } = context;
  const fold = yield* foldSteps(context);
  // Without its VMs it has so many elements already: the next level is tried at once.
  const least = level < LAST_LEVEL ? new Set(fold.values()).size : 0;
  if (least > cap) return { ...NOTHING, level, size: least, isTooLarge: true };
  const groups = yield* vmSteps(context, fold, options.kept);
  for (const group of groups) {
    for (const [row, nics] of group.rows.entries()) {
      const element = rowId(group, row);
      yield* walkInSteps(nics, ({ id }) => fold.set(id, element));
    }
  }
  const drawn = [...(yield* elementSteps(context, fold))];
  for (const group of groups) {
    drawn.push(...buildRows(context, group));
    yield;
  }
  const frames = yield* framesOf(context, profiles, drawn, groups.map(vmFrame));
  const size = drawn.length + frames.length;
  // The next level draws other lines; only one that is shown is worth its own.
  if (size > cap) return { ...NOTHING, level, size, isTooLarge: true };
  const edges = yield* edgeSteps(graph, (id) => fold.get(id));
  const accents = accentsOf(drawn, edges);
  const elements = drawn.map((element) => {
    const accent = accents.get(element.id);
    return accent === undefined ? element : { ...element, accent };
  });
  const byId = new Map(elements.map((element) => [element.id, element]));
  return {
    elements: byId,
    frames: new Map(frames.map((frame) => [frame.id, frame])),
    edges: edges.map((edge) => {
      const accent = edgeAccent(edge, accents);
      return accent === undefined ? edge : { ...edge, accent };
    }),
    standsFor: new StandIns(graph, fold, new Set(byId.keys()), frames),
    level,
    size,
    isTooLarge: false,
  };
}

const NOWHERE: Standing = { get: () => [], of: () => NOWHERE };

const NOTHING = {
  elements: new Map<string, Element>(),
  frames: new Map<string, Frame>(),
  edges: [],
  standsFor: NOWHERE,
};

/** Below the last level, only parts of nodes with the same kind and name become one. */
function* leastOfNodes(byKind: EntitiesByKind): Steps<number> {
  let count = 0;
  for (const kind of NODE_KINDS) {
    const names = new Set<string>();
    yield* walkInSteps(byKind.get(kind) ?? [], ({ name }) => names.add(name));
    count += names.size;
  }
  return count;
}

/** The first level that can fit at all, so that a large cluster is not folded four times in vain. */
function* firstLevel(byKind: EntitiesByKind, cap: number): Steps<number> {
  const networks = byKind.get('network')?.length ?? 0;
  const least = networks + (yield* leastOfNodes(byKind));
  if (least > cap) return LAST_LEVEL;
  return least + (byKind.get('nad')?.length ?? 0) > cap ? 2 : 0;
}

/**
 * Builds the picture at the first level that fits, piece by piece; an empty one when none does.
 * @param cap elements and frames at most; a benchmark that compares drawings lifts it
 */
export function* pictureSteps(
  graph: NetworkGraph,
  diagnosis: Diagnosis,
  options: PictureOptions,
  cap: number = ELEMENT_CAP,
): Steps<Picture> {
  const findings = findingIndex(diagnosis);
  const byKind = yield* entitySteps(graph, findings, options);
  const profiles = yield* profilesOf(graph, findings, byKind, options);
  const profileOfNode = new Map(
    profiles.flatMap((profile) => profile.nodes.map((node) => [node, profile] as const)),
  );
  const { expanded } = options;
  for (let level = yield* firstLevel(byKind, cap); ; level += 1) {
    const context = { graph, findings, byKind, profileOfNode, expanded, level };
    const picture = yield* atLevel(context, profiles, options, cap);
    if (!picture.isTooLarge || level >= LAST_LEVEL) return picture;
  }
}

/** The picture at once. */
export const buildPicture = (
  graph: NetworkGraph,
  diagnosis: Diagnosis,
  options: PictureOptions,
  cap: number = ELEMENT_CAP,
): Picture => finish(pictureSteps(graph, diagnosis, options, cap));
