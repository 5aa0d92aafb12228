/**
 * VLANs that the switch says it carries on a NIC's port. A switch that advertises no list says
 * nothing, which is not the same as "none" (domain reference A.3.5). Thousands of ports repeat
 * the same few lists, so equal lists share one set: cheap to make, and comparable by identity.
 */
import type { LldpNeighbor } from '../../cluster/interfaceRecord';
import type { NodeView } from '../../network/networkGraph';
import { memoBy } from '../../network/memoBy';

/** More distinct lists than any network has; beyond it the pool starts anew. */
const POOL_LIMIT = 1000;

interface Pooled {
  readonly ids: readonly number[];
  readonly vlans: ReadonlySet<number>;
}

const pool = new Map<number, Pooled>();

const hashOf = (ids: readonly number[]): number => {
  let hash = ids.length;
  for (const id of ids) hash = (Math.imul(hash, 31) + id) | 0;
  return hash;
};

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

const pooled = (ids: readonly number[]): ReadonlySet<number> => {
  const hash = hashOf(ids);
  const kept = pool.get(hash);
  if (kept !== undefined && isSame(kept.ids, ids)) return kept.vlans;
  if (pool.size >= POOL_LIMIT) pool.clear();
  const vlans = new Set(ids);
  pool.set(hash, { ids, vlans });
  return vlans;
};

const advertised = memoBy((neighbors: readonly LldpNeighbor[]): ReadonlySet<number> | undefined => {
  const ids: number[] = [];
  for (const { vlans } of neighbors) for (const { id } of vlans ?? []) ids.push(id);
  return ids.length === 0 ? undefined : pooled(ids);
});

/** VLAN ids over all neighbours of the NIC; undefined when none of them advertises a list. */
export const lldpVlans = (node: NodeView, nic: string): ReadonlySet<number> | undefined => {
  const neighbors = node.neighbors.get(nic);
  return neighbors === undefined ? undefined : advertised(neighbors);
};
