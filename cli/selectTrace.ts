/** Which VM NIC `--trace` means, and its path. */
import type { NetworkGraph, VmView, VnicView } from '../src/network/networkGraph';
import type { State } from '../src/network/model';
import type { Trace } from '../src/network/trace';
import { traceVnic } from '../src/network/traceVnic';
import type { TraceRequest } from './parseArguments';

export interface SelectedTrace {
  readonly vnic: VnicView;
  readonly trace: Trace;
}

export type Selection =
  | { readonly kind: 'trace'; readonly selected: SelectedTrace }
  | { readonly kind: 'error'; readonly problem: string };

const WORST_FIRST: Readonly<Record<State, number>> = { broken: 0, unknown: 1, ok: 2 };

const isPod = (vnic: VnicView): boolean => vnic.network?.source.type === 'pod';

const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));

const candidates = (vm: VmView, nic: string | undefined): readonly VnicView[] => {
  if (nic !== undefined) return vm.vnics.filter((vnic) => vnic.name === nic);
  // The pod network is the cluster's own: asked for a VM's path, one means the others.
  const secondary = vm.vnics.filter((vnic) => !isPod(vnic));
  return secondary.length > 0 ? secondary : vm.vnics;
};

/** Takes what was asked for and the node to trace from; the first of the worst NICs wins. */
export const selectTrace = (
  graph: NetworkGraph,
  request: TraceRequest,
  node: string | undefined,
): Selection => {
  const vm = graph.vms.get(request.vm);
  if (vm === undefined) {
    return { kind: 'error', problem: `--trace: there is no VM ${request.vm} in the input` };
  }
  let worst: SelectedTrace | undefined;
  for (const vnic of candidates(vm, request.nic)) {
    const trace = traceVnic(graph, vnic.key, { node });
    const isWorse =
      worst === undefined || WORST_FIRST[trace.verdict] < WORST_FIRST[worst.trace.verdict];
    if (isWorse) worst = { vnic, trace };
  }
  if (worst !== undefined) return { kind: 'trace', selected: worst };
  const names = list(vm.vnics.map((vnic) => vnic.name));
  const missing = request.nic === undefined ? 'a NIC' : `a NIC ${request.nic}`;
  return {
    kind: 'error',
    problem: `--trace: VM ${request.vm} does not have ${missing}; its NICs: ${names}`,
  };
};
