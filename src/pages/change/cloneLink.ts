/** Where a network is cloned with changes. */
import type { NetworkGraph } from '../../network/networkGraph';
import { cloneSource } from '../../plan/clone/cloneSource';

/** @param id entity id; undefined for what is no network, or of which no clone is made */
export const cloneLink = (graph: NetworkGraph, id: string): string | undefined =>
  cloneSource(graph, id) === undefined
    ? undefined
    : `/vm-networks/change?${new URLSearchParams({ do: 'clone', target: id }).toString()}`;
