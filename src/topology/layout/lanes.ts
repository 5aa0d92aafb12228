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

/**
 * Targets that stand together are reached by one lane. All VMs count as one, whatever their project:
 * the first VM of a project must not push aside what stands in the columns before it.
 */
const targetGroup = ({ id, column, frame }: Element): string => {
  if (column === 'vm') return column;
  return column === 'nad' ? (frame ?? id) : id;
};

/** The pod network has its way to the VMs before the first VM uses it, for the same reason. */
const podLanes = (picture: Picture, columns: readonly Column[]): readonly Lane[] =>
  columns.includes('nad')
    ? [...picture.elements.values()]
        .filter(({ kind }) => kind === 'clusterNetwork')
        .map(({ id }) => ({ id: laneId('nad', id, 'vm'), column: 'nad' }))
    : [];

const laneId = (column: Column, source: string, group: string): string =>
  `lane@${column}|${source}|${group}`;

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
  const lanes = new Map(podLanes(picture, columns).map((lane) => [lane.id, lane]));
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
      const id = laneId(column, source.id, targetGroup(target));
      const frame = isInNode(column) ? source.frame : undefined;
      return { id, column, ...(frame === undefined ? {} : { frame }) };
    });
    passed.forEach((lane) => lanes.set(lane.id, lane));
    routes.push({ edge, stops: [source.id, ...passed.map(({ id }) => id), target.id] });
  }
  return { lanes: [...lanes.values()], routes };
};
