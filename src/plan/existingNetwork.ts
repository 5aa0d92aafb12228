/**
 * The network that an intent names, if the cluster has it: a CUDN by its own name, an OVN network
 * of NADs by the name in their config. A CUDN that may not be read shows in the NADs made from it.
 * A Linux bridge has no network of that kind: what OVN calls by the same name is another one.
 */
import { cudnNetworkName } from '../cluster/networkNameOf';
import { isKnown } from '../network/evidence';
import type { NetworkGraph, NetworkView } from '../network/networkGraph';
import type { AttachIntent } from './attachIntent';
import { bridgeTypeOf } from './bridgeChoices';

export const existingNetwork = (
  graph: NetworkGraph,
  intent: Pick<AttachIntent, 'flow' | 'networkName'>,
): NetworkView | undefined => {
  if (bridgeTypeOf(intent.flow) === 'linux-bridge') return undefined;
  if (intent.flow !== 'cudnLocalnet') return graph.networks.get(intent.networkName);
  const { cudns } = graph.snapshot;
  if (!cudns.items.has(intent.networkName) && isKnown(cudns)) return undefined;
  return graph.networks.get(cudnNetworkName({ meta: { name: intent.networkName } }));
};
