/**
 * The attachment definition through which VMs of a project use the network of an intent: one that
 * is there, whatever its name, else the one that the plan makes.
 */
import type { NetworkGraph } from '../network/networkGraph';
import type { AttachIntent } from './attachIntent';
import { existingNetwork } from './existingNetwork';

export interface NadInProject {
  /** Without its namespace. */
  readonly name: string;
  readonly exists: boolean;
}

export const nadInProject = (
  graph: NetworkGraph,
  intent: Pick<AttachIntent, 'flow' | 'networkName'>,
  project: string,
): NadInProject => {
  const { networkName } = intent;
  if (graph.snapshot.nads.items.has(`${project}/${networkName}`)) {
    return { name: networkName, exists: true };
  }
  const other = existingNetwork(graph, intent)?.nads.find(({ meta }) => meta.namespace === project);
  return other === undefined
    ? { name: networkName, exists: false }
    : { name: other.meta.name, exists: true };
};
