/**
 * MTU from the VM to the wire, step by step: each one must be at least the one above it. In
 * bytes; a switch port's maximum frame counts the whole frame, so the 18 bytes of Ethernet header
 * and checksum come off. Source: domain reference B.9, NAD-013.
 */
import type { NetworkGraph } from '../networkGraph';
import type { Hop, Trace } from '../trace';

const ETHERNET_OVERHEAD = 18;

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** The steps of these hops that state an MTU. */
export const mtuLadder = (graph: NetworkGraph, hops: readonly Hop[]): Trace['mtuLadder'] => {
  const steps: { id: string; mtu: number }[] = [];
  for (const { id } of hops) {
    const attributes = graph.entities.get(id)?.attributes;
    const frame = numberOf(attributes?.maxFrame);
    const mtu = frame === undefined ? numberOf(attributes?.mtu) : frame - ETHERNET_OVERHEAD;
    if (mtu !== undefined) steps.push({ id, mtu });
  }
  return steps;
};
