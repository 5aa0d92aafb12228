/**
 * Which localnet names any node maps, and whether their absence can be trusted: a node for VMs
 * that does not report its mappings may have any (domain reference A.3.1, B.1).
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import { nodesForVms } from '../reach';
import { nameList } from './nameList';
import { changesMappings } from './changesReach';
import { NODE_KINDS, perGraph } from './perGraph';

/** Localnet names that at least one node maps. */
export const mappedNames = perGraph(
  (graph): ReadonlySet<string> => {
    const names = new Set<string>();
    for (const node of graph.nodes.values()) {
      for (const localnet of node.mappings?.keys() ?? []) names.add(localnet);
    }
    return names;
  },
  { of: NODE_KINDS, unless: (change) => !changesMappings(change) },
);

const computeDoubt = (graph: NetworkGraph): Text | undefined => {
  const silent = nodesForVms(graph).filter((node) => node.mappings === undefined);
  if (silent.length > 0) {
    return text('{{nodes}} do not report their bridge mappings', {
      nodes: nameList(silent.map((node) => node.name)),
    });
  }
  const speaks = [...graph.nodes.values()].some((node) => node.mappings !== undefined);
  return speaks ? undefined : text('No node reports its bridge mappings');
};

/** Why a name that is not among them may be mapped after all; undefined when it cannot. */
export const whyMappingsUnknown = perGraph(computeDoubt);
