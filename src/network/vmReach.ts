/**
 * On how many of the nodes a VM may be scheduled to would all its networks work: "can run on k of
 * m eligible nodes". Source: domain reference B.5, NAD-006, VM-014.
 */
import { effectiveNadKey } from './nadReference';
import type { NetworkGraph, NodeCoverage } from './networkGraph';

export interface VmReach {
  /** Nodes the scheduler may choose, sorted. */
  readonly eligible: readonly string[];
  /** Eligible nodes that every network of the VM reaches. */
  readonly covered: readonly string[];
  /** Eligible nodes that are not known to be covered, with the NADs that are in the way. */
  readonly lacking: readonly {
    readonly node: string;
    readonly nads: readonly { readonly nad: string; readonly coverage: NodeCoverage }[];
  }[];
}

/** Reach of the VM `ns/name`; undefined when nodes cannot be read or there is no such VM. */
export const vmReach = (graph: NetworkGraph, vmKey: string): VmReach | undefined => {
  const vm = graph.vms.get(vmKey);
  const eligible = graph.eligibleNodes(vmKey);
  if (vm === undefined || eligible === undefined) return undefined;
  const nads = new Set<string>();
  for (const vnic of vm.vnics) {
    const key = effectiveNadKey(vnic);
    if (key !== undefined) nads.add(key);
  }
  const coverages = [...nads].map((nad) => ({ nad, nodes: graph.coverageOfNad(nad) }));
  const covered: string[] = [];
  const lacking: VmReach['lacking'][number][] = [];
  for (const node of eligible) {
    const inTheWay = coverages.flatMap(({ nad, nodes }) => {
      const coverage = nodes.get(node);
      return coverage === undefined || coverage.state === 'ok' ? [] : [{ nad, coverage }];
    });
    if (inTheWay.length === 0) covered.push(node);
    else lacking.push({ node, nads: inTheWay });
  }
  return { eligible, covered, lacking };
};
