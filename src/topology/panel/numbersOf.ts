/**
 * The hops of a path that state a VLAN or an MTU, as rows of one table. An MTU below one that comes before it
 * on the way from the VM to the wire cuts what the VM sends. Source: domain reference B.9.
 */
import type { Trace } from '../../network/trace';

export interface PathNumbers {
  readonly id: string;
  /** '' for untagged; undefined for a hop that has none. */
  readonly vlans: string | undefined;
  /** Bytes. */
  readonly mtu: number | undefined;
  /** Smaller than an MTU nearer to the VM. */
  readonly isTooSmall: boolean;
}

export const numbersOf = (trace: Trace): readonly PathNumbers[] => {
  const vlans = new Map(trace.vlanUsage.map((use) => [use.id, use.vlans]));
  const mtus = new Map(trace.mtuLadder.map(({ id, mtu }) => [id, mtu]));
  let largest = 0;
  const rows: PathNumbers[] = [];
  for (const id of new Set(trace.hops.map((hop) => hop.id))) {
    const mtu = mtus.get(id);
    if (mtu === undefined && !vlans.has(id)) continue;
    rows.push({ id, vlans: vlans.get(id), mtu, isTooSmall: mtu !== undefined && mtu < largest });
    largest = Math.max(largest, mtu ?? 0);
  }
  return rows;
};
