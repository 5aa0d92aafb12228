/**
 * A Linux bridge without uplink that no policy describes: the bridge CNI made it for its first
 * pod. Source: containernetworking plugins/main/bridge ensureBridge; domain reference NAD-016.
 */
import type { NodeView } from '../../network/networkGraph';
import { bridgeOwners } from './bridgeOwners';

export const isMadeByCni = (node: NodeView, bridge: string): boolean => {
  const view = node.bridges.get(bridge);
  if (view === undefined || view.ovs || view.uplinks.length > 0) return false;
  return !bridgeOwners(node).has(bridge);
};
