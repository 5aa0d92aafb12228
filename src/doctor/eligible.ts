/**
 * A VM's eligible nodes against where its networks are: the two sets that decide whether it can
 * start, and whether it can still move (domain reference B.5).
 */
import { isKnown } from '../network/evidence';
import type { NetworkGraph, VmView } from '../network/networkGraph';
import { eligibleNodes } from '../network/scheduling';
import { perGraph } from './facts/perGraph';
import type { Reach } from './reach';

/** Eligible nodes by whether one network is there. */
export interface EligibleSplit {
  readonly covered: readonly string[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

const split = (eligible: readonly string[], reach: Reach): EligibleSplit => ({
  covered: eligible.filter((node) => reach.on.has(node)),
  missing: eligible.filter((node) => !reach.on.has(node) && !reach.unknown.has(node)),
  unknown: eligible.filter((node) => reach.unknown.has(node)),
});

/** Splits a VM's eligible nodes by a network's reach; equal inputs are split once. */
export class EligibleNodes {
  private readonly memo = new Map<readonly string[], Map<Reach, EligibleSplit>>();

  constructor(private readonly graph: NetworkGraph) {}

  /** Nodes the VM may run on; undefined when nodes are not readable. */
  of(vm: VmView): readonly string[] | undefined {
    if (!isKnown(this.graph.snapshot.nodes)) return undefined;
    return eligibleNodes(this.graph.nodes, vm);
  }

  split(eligible: readonly string[], reach: Reach): EligibleSplit {
    let byReach = this.memo.get(eligible);
    if (byReach === undefined) {
      byReach = new Map();
      this.memo.set(eligible, byReach);
    }
    const known = byReach.get(reach);
    if (known !== undefined) return known;
    const fresh = split(eligible, reach);
    byReach.set(reach, fresh);
    return fresh;
  }
}

/** The eligible nodes of a graph's VMs, which several rules split alike. */
export const eligibleNodesIn = perGraph((graph) => new EligibleNodes(graph));
