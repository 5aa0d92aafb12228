/**
 * A colour per network, carried by its mapping, NADs, VM NICs and the edges between them, so that
 * the eye can follow one VLAN. Colours are numbers here; they repeat when there are more networks
 * than colours, and nothing is told by colour alone.
 */
import type { DrawnEdge, Element } from './picture';

export const ACCENTS = 6;

const COLOURED: ReadonlySet<Element['kind']> = new Set<Element['kind']>(['network', 'cudn', 'udn']);

/**
 * Colour by element id. Networks take the colours in the order of their ids; a NAD without a
 * network (bridge CNI) takes one of its own; what has exactly one colour before or behind it shares it.
 */
export const accentsOf = (
  elements: readonly Element[],
  edges: readonly DrawnEdge[],
): ReadonlyMap<string, number> => {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const sources = new Map<string, Set<string>>();
  for (const { source, target } of edges) {
    sources.set(target, (sources.get(target) ?? new Set()).add(source));
  }
  const isSegment = ({ id, kind }: Element): boolean =>
    COLOURED.has(kind) ||
    (kind === 'nad' &&
      ![...(sources.get(id) ?? [])].some((source) => byId.get(source)?.column === 'network'));
  const segments = elements.filter(isSegment).map(({ id }) => id);
  const accents = new Map(segments.sort().map((id, index) => [id, index % ACCENTS]));
  const inherit = (
    column: Element['column'],
    from: (edge: DrawnEdge) => [string, string],
  ): void => {
    const candidates = new Map<string, Set<number | undefined>>();
    for (const edge of edges) {
      const [to, giver] = from(edge);
      if (byId.get(to)?.column === column && !accents.has(to)) {
        candidates.set(to, (candidates.get(to) ?? new Set()).add(accents.get(giver)));
      }
    }
    for (const [id, colours] of candidates) {
      const [only] = colours;
      if (colours.size === 1 && only !== undefined) {
        accents.set(id, only);
      }
    }
  };
  inherit('nad', ({ source, target }) => [target, source]);
  inherit('vm', ({ source, target }) => [target, source]);
  inherit('mapping', ({ source, target }) => [source, target]);
  return accents;
};

/** Colour of an edge: that of what it leads to, else of what it comes from. */
export const edgeAccent = (
  { source, target }: DrawnEdge,
  accents: ReadonlyMap<string, number>,
): number | undefined => accents.get(target) ?? accents.get(source);
