/**
 * Works on many things with a bound on how many at a time, and keeps the order of the results. The
 * bound is there for the API server and for live migrations, of which KubeVirt runs five at a time
 * in a cluster (KubeVirt CR, migrations.parallelMigrationsPerCluster).
 */

/** Rejects as soon as one call rejects; calls under way are not ended by that. */
export const inParallel = async <T, R>(
  items: readonly T[],
  atOnce: number,
  call: (item: T) => Promise<R>,
): Promise<readonly R[]> => {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await call(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
};
