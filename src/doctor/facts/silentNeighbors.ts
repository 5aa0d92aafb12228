/**
 * NICs that hear no LLDP neighbour although LLDP is on and the NIC of the same name hears one on
 * every other node that has it (domain reference NODE-006).
 */
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { perGraph } from './perGraph';

interface Hearing {
  listening: number;
  /** Names of nodes. */
  readonly deaf: string[];
}

const hearings = perGraph((graph: NetworkGraph): ReadonlyMap<string, Hearing> => {
  const index = new Map<string, Hearing>();
  for (const node of graph.nodes.values()) {
    for (const nic of node.nics.values()) {
      if (nic.lldp?.enabled !== true) continue;
      let hearing = index.get(nic.name);
      if (hearing === undefined) {
        hearing = { listening: 0, deaf: [] };
        index.set(nic.name, hearing);
      }
      hearing.listening += 1;
      if (!node.neighbors.get(nic.name)?.length) hearing.deaf.push(node.name);
    }
  }
  return index;
});

/** The NIC of this node is the only one of its name that hears nobody. */
export const isAloneDeaf = (graph: NetworkGraph, node: NodeView, nic: string): boolean => {
  const hearing = hearings(graph).get(nic);
  if (hearing === undefined || hearing.listening < 2) return false;
  return hearing.deaf.length === 1 && hearing.deaf[0] === node.name;
};
