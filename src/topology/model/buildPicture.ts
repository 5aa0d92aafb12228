/**
 * From the graph to the picture: scope, fold, elements, frames, edges. Pure; the same graph and options
 * give the same picture. Tries the fold levels until the picture is small enough to be read.
 */
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { accentsOf, edgeAccent } from './accents';
import { buildEdges } from './buildEdges';
import { buildElements, buildRows, rowId } from './buildElements';
import { namespaceFrame, nodeFrame, switchFrame, vmFrame } from './buildFrames';
import { entitiesInPicture } from './entitiesInPicture';
import type { EntitiesByKind } from './entitiesInPicture';
import { foldEntities, LAST_LEVEL } from './foldEntities';
import type { FoldContext } from './foldEntities';
import { foldVms } from './foldVms';
import type { FindingIndex } from './health';
import { findingIndex } from './health';
import { nodeProfiles, splitProfiles } from './nodeProfiles';
import type { NodeProfile } from './nodeProfiles';
import type { Element, Frame, Picture } from './picture';
import { ELEMENT_CAP } from './picture';
import type { PictureOptions } from './pictureOptions';
import { StandIns } from './StandIns';

const NODE_KINDS = ['nic', 'bond', 'vlanIf', 'bridge', 'mapping'] as const;

const profilesOf = (
  graph: NetworkGraph,
  findings: FindingIndex,
  byKind: EntitiesByKind,
  { expanded, isEachNode }: PictureOptions,
): readonly NodeProfile[] => {
  const parts = NODE_KINDS.flatMap((kind) => byKind.get(kind) ?? []);
  const profiles = nodeProfiles(graph, parts, findings);
  return splitProfiles(graph, profiles, ({ id }) => isEachNode || expanded.has(id));
};

/** Frames that elements or other frames refer to, and none that would be empty. */
const framesOf = (
  context: FoldContext,
  profiles: readonly NodeProfile[],
  elements: readonly Element[],
  vmFrames: readonly Frame[],
): readonly Frame[] => {
  const used = new Set([
    ...elements.map(({ frame }) => frame),
    ...vmFrames.map(({ parent }) => parent),
  ]);
  const switches = (context.byKind.get('switch') ?? []).map((entity) =>
    switchFrame(context, entity),
  );
  const nodes = profiles.map((profile) => nodeFrame(context, profile));
  const namespaces = [...used].flatMap((id) => namespaceFrameOf(id) ?? []);
  return [...[...switches, ...nodes].filter(({ id }) => used.has(id)), ...namespaces, ...vmFrames];
};

const namespaceFrameOf = (id: string | undefined): Frame | undefined => {
  const match = /^(nad|vm)@namespace\/(.*)$/.exec(id ?? '');
  const [, column, namespace] = match ?? [];
  return namespace === undefined
    ? undefined
    : namespaceFrame(column === 'nad' ? 'nad' : 'vm', namespace);
};

const buildAtLevel = (
  context: FoldContext,
  profiles: readonly NodeProfile[],
  options: PictureOptions,
  cap: number,
): Picture => {
  const { graph, level } = context;
  const fold = foldEntities(context);
  // Without its VMs it has so many elements already: the next level is tried at once.
  const least = level < LAST_LEVEL ? new Set(fold.values()).size : 0;
  if (least > cap) return { ...NOTHING, level, size: least, isTooLarge: true };
  const groups = foldVms(context, fold, options.kept);
  for (const group of groups) {
    group.rows.forEach((nics, row) => {
      const element = rowId(group, row);
      nics.forEach(({ id }) => fold.set(id, element));
    });
  }
  const drawn = [
    ...buildElements(context, fold),
    ...groups.flatMap((group) => buildRows(context, group)),
  ];
  const frames = framesOf(context, profiles, drawn, groups.map(vmFrame));
  const size = drawn.length + frames.length;
  // The next level draws other lines; only one that is shown is worth its own.
  if (size > cap) return { ...NOTHING, level, size, isTooLarge: true };
  const edges = buildEdges(graph, (id) => fold.get(id));
  const accents = accentsOf(drawn, edges);
  const elements = drawn.map((element) => {
    const accent = accents.get(element.id);
    return accent === undefined ? element : { ...element, accent };
  });
  return {
    elements: new Map(elements.map((element) => [element.id, element])),
    frames: new Map(frames.map((frame) => [frame.id, frame])),
    edges: edges.map((edge) => {
      const accent = edgeAccent(edge, accents);
      return accent === undefined ? edge : { ...edge, accent };
    }),
    standsFor: new StandIns(graph, fold, elements, frames),
    level,
    size,
    isTooLarge: false,
  };
};

const NOTHING = {
  elements: new Map<string, Element>(),
  frames: new Map<string, Frame>(),
  edges: [],
  standsFor: { get: () => [] },
};

/** The first level that can fit at all, so that a large cluster is not folded four times in vain. */
const firstLevel = (byKind: EntitiesByKind, cap: number): number => {
  const networks = byKind.get('network')?.length ?? 0;
  const nads = byKind.get('nad')?.length ?? 0;
  return networks > cap ? LAST_LEVEL : networks + nads > cap ? 2 : 0;
};

/**
 * Builds the picture at the first level that fits; an empty one when none does.
 * @param cap elements and frames at most; a benchmark that compares drawings lifts it
 */
export const buildPicture = (
  graph: NetworkGraph,
  diagnosis: Diagnosis,
  options: PictureOptions,
  cap: number = ELEMENT_CAP,
): Picture => {
  const findings = findingIndex(diagnosis);
  const byKind = entitiesInPicture(graph, findings, options);
  const profiles = profilesOf(graph, findings, byKind, options);
  const profileOfNode = new Map(
    profiles.flatMap((profile) => profile.nodes.map((node) => [node, profile] as const)),
  );
  const atLevel = (level: number): Picture => {
    const { expanded } = options;
    const context = { graph, findings, byKind, profileOfNode, expanded, level };
    return buildAtLevel(context, profiles, options, cap);
  };
  const first = firstLevel(byKind, cap);
  let picture = atLevel(first);
  for (let level = first + 1; picture.isTooLarge && level <= LAST_LEVEL; level += 1) {
    picture = atLevel(level);
  }
  return picture;
};
