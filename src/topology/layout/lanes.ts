/**
 * Routes of edges that skip columns. Where an edge passes a column it gets a lane there: a thin item
 * that takes part in ordering and placing like an element, so that no edge runs through a box. Edges
 * from one source to one group of targets share their lanes.
 */
import type { Column, DrawnEdge, Element, Picture } from '../model/picture';

export interface Lane {
  readonly id: string;
  readonly column: Column;
  /** Frame of a node, when the lane lies inside one. */
  readonly frame?: string;
}

export interface Route {
  readonly edge: DrawnEdge;
  /** Items from source to target: the source, lanes, the target. */
  readonly stops: readonly string[];
}

export interface Routes {
  readonly lanes: readonly Lane[];
  readonly routes: readonly Route[];
}

/** Targets that stand together are reached by one lane; VMs of no one project all stand together. */
const targetGroup = (picture: Picture, target: Element): string => {
  if (target.column !== 'nad' && target.column !== 'vm') {
    return target.id;
  }
  const own = picture.frames.get(target.frame ?? '');
  return own?.kind === 'vm' ? (own.parent ?? target.column) : (own?.id ?? target.id);
};

/**
 * Finds the lanes that the edges of a picture need.
 * @param columns the columns that are drawn, from left to right
 * @param isInNode whether a column lies inside the frames of nodes
 */
export const makeRoutes = (
  picture: Picture,
  columns: readonly Column[],
  isInNode: (column: Column) => boolean,
): Routes => {
  const position = new Map(columns.map((column, index) => [column, index]));
  const lanes = new Map<string, Lane>();
  const routes: Route[] = [];
  for (const edge of picture.edges) {
    const source = picture.elements.get(edge.source);
    const target = picture.elements.get(edge.target);
    if (source === undefined || target === undefined) {
      continue;
    }
    const from = position.get(source.column) ?? 0;
    const to = position.get(target.column) ?? 0;
    const passed = columns.slice(from + 1, Math.max(from + 1, to)).map((column): Lane => {
      const id = `lane@${column}|${source.id}|${targetGroup(picture, target)}`;
      const frame = isInNode(column) ? source.frame : undefined;
      return { id, column, ...(frame === undefined ? {} : { frame }) };
    });
    passed.forEach((lane) => lanes.set(lane.id, lane));
    routes.push({ edge, stops: [source.id, ...passed.map(({ id }) => id), target.id] });
  }
  return { lanes: [...lanes.values()], routes };
};
