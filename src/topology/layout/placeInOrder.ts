/**
 * Places things in a given order as near as possible to where each wants to be, without overlap: the
 * least-squares solution, by pooling neighbours that push each other (isotonic regression, "pool
 * adjacent violators"). O(n).
 */
export interface Placeable {
  readonly size: number;
  /** Wanted centre; undefined for "anywhere". */
  readonly wanted: number | undefined;
}

interface Pool {
  sum: number;
  count: number;
}

const meanOf = (pool: Pool): number => pool.sum / pool.count;

/** What wants to be nowhere follows the one before it, or leads the one after. */
const fillWanted = (items: readonly Placeable[]): number[] => {
  let last = items.find(({ wanted }) => wanted !== undefined)?.wanted ?? 0;
  return items.map(({ wanted }) => {
    last = wanted ?? last;
    return last;
  });
};

/**
 * Centres for the items, in their order.
 * @param gap least distance between two neighbours
 * @param top nothing reaches above it; bounding the solution without bounds is still the nearest one
 */
export const placeInOrder = (
  items: readonly Placeable[],
  gap: number,
  top = Number.NEGATIVE_INFINITY,
): readonly number[] => {
  const offsets: number[] = [];
  items.forEach((item, index) => {
    const before = items[index - 1];
    const offset = before === undefined ? 0 : (before.size + item.size) / 2 + gap;
    offsets.push((offsets[index - 1] ?? 0) + offset);
  });
  const pools: Pool[] = [];
  fillWanted(items).forEach((wanted, index) => {
    let pool: Pool = { sum: wanted - (offsets[index] ?? 0), count: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && meanOf(last) >= meanOf(pool);
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const bases = pools.flatMap((pool) => Array.from({ length: pool.count }, () => meanOf(pool)));
  const least = top + (items[0]?.size ?? 0) / 2;
  return bases.map((base, index) => Math.max(base, least) + (offsets[index] ?? 0));
};
