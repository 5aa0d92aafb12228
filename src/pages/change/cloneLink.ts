/** Where a network is cloned with changes. */
import type { NetworkGraph, NetworkView } from '../../network/networkGraph';
import { cloneSource } from '../../plan/clone/cloneSource';

/** Undefined for a network that is not immutable, or of which no clone is made. */
export const cloneLink = (
  graph: NetworkGraph,
  network: NetworkView | undefined,
): string | undefined =>
  network === undefined || cloneSource(graph, network.name) === undefined
    ? undefined
    : `/vm-networks/change?${new URLSearchParams({ do: 'clone', target: network.id }).toString()}`;
