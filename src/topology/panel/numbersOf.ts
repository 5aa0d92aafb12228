/**
 * The hops of a path that state a VLAN or an MTU, as rows of one table. An MTU below one that comes before it
 * on the way from the VM to the wire cuts what the VM sends. Source: domain reference B.9.
 */
import type { Trace } from '../../network/trace';

export interface PathNumbers {
  readonly id: string;
  /** '' for untagged; undefined for a hop that has none. */
  readonly vlans: string | undefined;
  /** VLANs that the hop lets through, where it limits them. */
  readonly allowed: string | undefined;
  /** Bytes. */
  readonly mtu: number | undefined;
  /** Smaller than an MTU nearer to the VM. */
  readonly isTooSmall: boolean;
}

export const numbersOf = (trace: Trace): readonly PathNumbers[] => {
  const uses = new Map(trace.vlanUsage.map((use) => [use.id, use]));
  const mtus = new Map(trace.mtuLadder.map(({ id, mtu }) => [id, mtu]));
  let largest = 0;
  const rows: PathNumbers[] = [];
  for (const id of new Set(trace.hops.map((hop) => hop.id))) {
    const mtu = mtus.get(id);
    const use = uses.get(id);
    if (mtu === undefined && use === undefined) continue;
    const isTooSmall = mtu !== undefined && mtu < largest;
    rows.push({ id, vlans: use?.vlans, allowed: use?.allowed, mtu, isTooSmall });
    largest = Math.max(largest, mtu ?? 0);
  }
  return rows;
};
