/**
 * The network that an intent names, if the cluster has it: a CUDN by its own name, an OVN network
 * of NADs by the name in their config.
 */
import { cudnNetworkName } from '../network/networkView';
import type { NetworkGraph, NetworkView } from '../network/networkGraph';
import type { AttachIntent } from './attachIntent';

export const existingNetwork = (
  graph: NetworkGraph,
  intent: Pick<AttachIntent, 'flow' | 'networkName'>,
): NetworkView | undefined => {
  if (intent.flow !== 'cudnLocalnet') return graph.networks.get(intent.networkName);
  const cudn = graph.snapshot.cudns.items.get(intent.networkName);
  return cudn === undefined ? undefined : graph.networks.get(cudnNetworkName(cudn));
};
