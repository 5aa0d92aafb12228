/**
 * The inside of a node: NICs, bonds, VLAN interfaces, bridges and mappings. The bridges give the order
 * (br-ex first, then by name), everything else goes beside its bridge. The column that needs most
 * room is stacked, the others are placed against it.
 */
import type { Column } from '../model/picture';
import { ELEMENT_GAP } from './geometry';
import { placeInOrder } from './placeInOrder';

export interface NodeItem {
  readonly id: string;
  readonly column: Column;
  readonly name: string;
  readonly size: number;
}

export interface NodeLayout {
  /** Centre of each item, measured from the top of the contents. */
  readonly centres: ReadonlyMap<string, number>;
  readonly height: number;
}

/** Neighbours of an item in the column before and the column after. */
export interface Neighbours {
  readonly before: (id: string) => readonly string[];
  readonly after: (id: string) => readonly string[];
}

const RANK: Readonly<Record<string, string>> = { 'br-ex': '0', 'br-int': '0' };

const sortKey = ({ name, id }: NodeItem): string => `${RANK[name] ?? '1'} ${name} ${id}`;

const byName = (one: NodeItem, other: NodeItem): number => (sortKey(one) < sortKey(other) ? -1 : 1);

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Orders a column by the mean position of its neighbours in a column that has its order already. */
const orderBy = (
  items: readonly NodeItem[],
  positions: ReadonlyMap<string, number>,
  neighbours: (id: string) => readonly string[],
): NodeItem[] => {
  const weight = new Map(
    items.map(({ id }) => [
      id,
      mean(neighbours(id).flatMap((other) => positions.get(other) ?? [])),
    ]),
  );
  return [...items].sort((one, other) => {
    const a = weight.get(one.id) ?? Number.POSITIVE_INFINITY;
    const b = weight.get(other.id) ?? Number.POSITIVE_INFINITY;
    return a === b ? byName(one, other) : a - b;
  });
};

const indexed = (items: readonly NodeItem[]): Map<string, number> =>
  new Map(items.map(({ id }, index) => [id, index]));

/** Order of every column, outwards from the bridges. */
const orderColumns = (
  columns: readonly (readonly NodeItem[])[],
  anchor: number,
  { before, after }: Neighbours,
): readonly (readonly NodeItem[])[] => {
  const ordered = columns.map((items) => [...items].sort(byName));
  for (let index = anchor + 1; index < columns.length; index += 1) {
    ordered[index] = orderBy(ordered[index] ?? [], indexed(ordered[index - 1] ?? []), before);
  }
  for (let index = anchor - 1; index >= 0; index -= 1) {
    ordered[index] = orderBy(ordered[index] ?? [], indexed(ordered[index + 1] ?? []), after);
  }
  return ordered;
};

const roomOf = (items: readonly NodeItem[]): number =>
  items.reduce((sum, { size }) => sum + size + ELEMENT_GAP, 0);

/**
 * Places the items of one node. O(n log n).
 * @param columns the node columns that are drawn, from left to right
 */
export const layoutNode = (
  items: readonly NodeItem[],
  columns: readonly Column[],
  neighbours: Neighbours,
): NodeLayout => {
  const byColumn = columns.map((column) => items.filter((item) => item.column === column));
  const anchor = Math.max(0, columns.indexOf('bridge'));
  const ordered = orderColumns(byColumn, anchor, neighbours);
  const rooms = ordered.map(roomOf);
  const tallest = rooms.indexOf(Math.max(...rooms));
  const centres = new Map<string, number>();
  const place = (index: number, beside: ((id: string) => readonly string[]) | undefined): void => {
    const column = ordered[index] ?? [];
    const wishes = column.map(({ id, size }) => ({
      size,
      wanted: beside ? mean(beside(id).flatMap((other) => centres.get(other) ?? [])) : 0,
    }));
    placeInOrder(wishes, ELEMENT_GAP).forEach((centre, position) => {
      const item = column[position];
      if (item !== undefined) {
        centres.set(item.id, centre);
      }
    });
  };
  place(tallest, undefined);
  for (let index = tallest + 1; index < ordered.length; index += 1) {
    place(index, neighbours.before);
  }
  for (let index = tallest - 1; index >= 0; index -= 1) {
    place(index, neighbours.after);
  }
  return fromTop(items, centres);
};

const fromTop = (items: readonly NodeItem[], centres: ReadonlyMap<string, number>): NodeLayout => {
  const tops = items.map(({ id, size }) => (centres.get(id) ?? 0) - size / 2);
  const bottoms = items.map(({ id, size }) => (centres.get(id) ?? 0) + size / 2);
  const top = Math.min(...tops);
  return {
    centres: new Map([...centres].map(([id, centre]) => [id, centre - top])),
    height: Math.max(...bottoms) - top,
  };
};
