/**
 * What lights up when an entity is chosen: its whole path in both directions, at the level of
 * entities, so that of equal nodes only the one a VM runs on counts.
 */
import type { NetworkGraph } from '../../network/networkGraph';
import type { Picture } from '../model/picture';
import { scopeEntities } from '../model/scopeEntities';

export interface Lit {
  readonly elements: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** Undefined when nothing is chosen or the choice is not in the picture: then nothing fades. */
export const litElements = (
  graph: NetworkGraph,
  picture: Picture,
  entity: string,
): Lit | undefined => {
  if (entity === '') return undefined;
  const reached = scopeEntities(graph, entity);
  if (reached === undefined) return undefined;
  const elements = new Set<string>();
  for (const id of reached) {
    for (const stand of picture.standsFor.get(id) ?? []) elements.add(stand);
  }
  if (elements.size === 0) return undefined;
  const edges = new Set(
    picture.edges
      .filter(({ source, target }) => elements.has(source) && elements.has(target))
      .map(({ id }) => id),
  );
  return { elements, edges };
};
