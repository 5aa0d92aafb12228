/**
 * What lights up when an entity is chosen: its whole path in both directions, at the level of
 * entities, so that of equal nodes only the one a VM runs on counts.
 */
import { pushTo } from '../../network/multiMap';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Picture } from '../model/picture';
import { scopeEntities } from '../model/scopeEntities';

export interface Lit {
  readonly elements: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** What choosing an element means: the entity it stands for, or the fold itself where it is many. */
export const choiceOf = (graph: NetworkGraph, picture: Picture, element: string): string => {
  const members = picture.elements.get(element)?.members ?? [];
  if (members.length > 1 || graph.entities.has(element)) return element;
  return members[0] ?? element;
};

/** Everything that a folded element is connected with, along the lines of the picture. */
const litFold = (picture: Picture, fold: string): ReadonlySet<string> => {
  const walk = (next: (id: string) => readonly string[]): ReadonlySet<string> => {
    const seen = new Set([fold]);
    const waiting = [fold];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const other of next(id)) {
        if (!seen.has(other)) waiting.push(other);
        seen.add(other);
      }
    }
    return seen;
  };
  const targets = new Map<string, string[]>();
  const sources = new Map<string, string[]>();
  for (const { source, target } of picture.edges) {
    pushTo(targets, source, target);
    pushTo(sources, target, source);
  }
  const elements = new Set([
    ...walk((id) => targets.get(id) ?? []),
    ...walk((id) => sources.get(id) ?? []),
  ]);
  const frames = [...elements].flatMap((id) => picture.elements.get(id)?.frame ?? []);
  return new Set([...elements, ...frames]);
};

const litPath = (graph: NetworkGraph, picture: Picture, entity: string): ReadonlySet<string> => {
  const elements = new Set<string>();
  for (const id of scopeEntities(graph, entity) ?? []) {
    // A localnet is shown by the mappings of all nodes; those on the path are on it themselves.
    const isShownByOthers =
      id.startsWith('localnet/') && id !== entity && !picture.elements.has(id);
    if (isShownByOthers) continue;
    for (const stand of picture.standsFor.get(id)) elements.add(stand);
  }
  return elements;
};

/** Undefined when nothing is chosen or the choice is not in the picture: then nothing fades. */
export const litElements = (
  graph: NetworkGraph,
  picture: Picture,
  entity: string,
): Lit | undefined => {
  if (entity === '') return undefined;
  const elements =
    picture.elements.has(entity) && !graph.entities.has(entity)
      ? litFold(picture, entity)
      : litPath(graph, picture, entity);
  if (elements.size === 0) return undefined;
  const edges = new Set(
    picture.edges
      .filter(({ source, target }) => elements.has(source) && elements.has(target))
      .map(({ id }) => id),
  );
  return { elements, edges };
};
