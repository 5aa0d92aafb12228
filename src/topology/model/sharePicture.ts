/**
 * Structural sharing from one picture to the next: what came out equal is the very object that was drawn
 * before, so that a change of one VM draws that VM's element and not three hundred.
 */
import { sameItems } from '../../network/sameItems';
import { sameText } from '../../network/shareFragment';
import type { DrawnEdge, Element, Frame, Picture } from './picture';

const sameElement = (one: Element, other: Element): boolean =>
  one.sample === other.sample &&
  one.kind === other.kind &&
  one.column === other.column &&
  one.name === other.name &&
  one.health === other.health &&
  one.origin === other.origin &&
  one.frame === other.frame &&
  one.accent === other.accent &&
  sameText(one.title, other.title) &&
  sameText(one.detail, other.detail) &&
  sameText(one.reason, other.reason) &&
  sameItems(one.members, other.members);

const sameFrame = (one: Frame, other: Frame): boolean =>
  one.kind === other.kind &&
  one.health === other.health &&
  one.parent === other.parent &&
  one.isFold === other.isFold &&
  one.opened === other.opened &&
  sameText(one.title, other.title) &&
  sameText(one.note, other.note) &&
  sameText(one.reason, other.reason) &&
  sameItems(one.members, other.members);

const sameEdge = (one: DrawnEdge, other: DrawnEdge): boolean =>
  one.state === other.state &&
  one.isIntended === other.isIntended &&
  one.accent === other.accent &&
  sameText(one.label, other.label) &&
  sameText(one.reason, other.reason);

interface Named {
  readonly id: string;
}

const shareMap = <T extends Named>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  same: (one: T, other: T) => boolean,
): ReadonlyMap<string, T> => {
  const shared = new Map<string, T>();
  for (const [id, item] of now) {
    const old = before.get(id);
    shared.set(id, old !== undefined && same(old, item) ? old : item);
  }
  return shared;
};

/** `now`, with every element, frame and edge that equals its counterpart in `before` replaced by it. */
export const sharePicture = (before: Picture, now: Picture): Picture => {
  const edges = new Map(before.edges.map((edge) => [edge.id, edge]));
  return {
    ...now,
    elements: shareMap(before.elements, now.elements, sameElement),
    frames: shareMap(before.frames, now.frames, sameFrame),
    edges: now.edges.map((edge) => {
      const old = edges.get(edge.id);
      return old !== undefined && sameEdge(old, edge) ? old : edge;
    }),
  };
};
