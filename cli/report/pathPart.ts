/**
 * The paths in use, each once: VM NICs of one namespace on one NAD and one node go the same way.
 * Of each path the verdict, the VLANs at every step and the MTU ladder (bytes, from the VM to the
 * wire). Source: domain reference B.9, B.10, E.2.
 */
import { formatText } from '../../src/cluster/text';
import { effectiveNadKey } from '../../src/network/nadReference';
import type { NetworkGraph, VnicView } from '../../src/network/networkGraph';
import { traceVnic } from '../../src/network/traceVnic';

interface Group {
  readonly node: string;
  readonly nad: string;
  /** The first one stands for all. */
  readonly vnics: VnicView[];
}

/** VM NICs of running instances by the way they go; linear in the NICs. */
const groupsOf = (graph: NetworkGraph, only: string | undefined): Iterable<Group> => {
  const groups = new Map<string, Group>();
  for (const { vnics, node } of graph.vms.values()) {
    if (node === '' || (only !== undefined && node !== only)) continue;
    for (const vnic of vnics) {
      const nad = effectiveNadKey(vnic);
      if (nad === undefined) continue;
      const key = `${node}\n${vnic.namespace}\n${nad}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { node, nad, vnics: [vnic] });
      else known.vnics.push(vnic);
    }
  }
  return groups.values();
};

const pathOf = (graph: NetworkGraph, { node, nad, vnics }: Group): object => {
  const first = vnics[0]?.key ?? '';
  const trace = traceVnic(graph, first, { node });
  const isOwn = (id: string): boolean => id !== `vnic/${first}`;
  const { reason } = trace.switch;
  return {
    node,
    nad: `nad/${nad}`,
    vnics: vnics.map(({ id }) => id),
    verdict: trace.verdict,
    broken: trace.broken,
    reason: trace.reason && formatText(trace.reason),
    switch: { state: trace.switch.state, reason: reason && formatText(reason) },
    vlanUsage: trace.vlanUsage.filter(({ id }) => isOwn(id)),
    mtuLadder: trace.mtuLadder.filter(({ id }) => isOwn(id)),
  };
};

/** Takes the graph, and the node that the answer is limited to. */
export const pathPart = (graph: NetworkGraph, only: string | undefined): readonly object[] =>
  [...groupsOf(graph, only)].map((group) => pathOf(graph, group));
