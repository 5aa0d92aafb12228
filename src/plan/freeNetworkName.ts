/**
 * A name for a new network that says what it is and is nobody's yet: `vlan-1926`, `untagged`,
 * `trunk`, `overlay`, with a number behind it where that is taken.
 */
import { ovnName } from '../cluster/ovnNames';
import type { NetworkGraph } from '../network/networkGraph';
import type { FlowId } from './attachIntent';
import { bridgeTypeOf } from './bridgeChoices';
import { freeName, isVlanId } from './names';
import { namesInOvn } from './namesInOvn';
import type { Wish } from './wish';

/** Of a VLAN that is not said yet, the kind alone. */
export const wantedNetworkName = ({ reach }: Pick<Wish, 'reach'>): string =>
  reach.type === 'vlan' && isVlanId(reach.vlan) ? `vlan-${reach.vlan}` : reach.type;

export const freeNetworkName = (
  graph: NetworkGraph,
  wish: Pick<Wish, 'reach' | 'projects'>,
  flow: FlowId,
): string => {
  const { cudns, nads } = graph.snapshot;
  const isOvn = bridgeTypeOf(flow) === 'ovs-bridge';
  const isTaken = (name: string): boolean =>
    cudns.items.has(name) ||
    wish.projects.some((project) => nads.items.has(`${project}/${name}`)) ||
    (isOvn && namesInOvn(graph).has(ovnName(name)));
  return freeName(wantedNetworkName(wish), { has: isTaken });
};
