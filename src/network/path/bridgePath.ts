/**
 * From a bridge of a node to its NICs: the bridge, the VLAN filter of its uplinks, and what the
 * uplinks stand on. Source: domain reference B.6, B.10, E.2 (6), NODE-004, NODE-012.
 */
import { BR_EX } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import { bridgeReach } from '../bridgeState';
import { OK, bestOf, broken, worse } from '../judgement';
import type { Judgement } from '../judgement';
import type { BridgeView, NodeView } from '../networkGraph';
import { interfacePath } from './interfacePath';
import { PathBuilder } from './pathBuilder';
import type { Stretch } from './pathBuilder';
import { portPasses, vlansText } from './vlanFit';
import type { UsedVlans } from './vlanFit';

/** br-ex of a node whose own network is tagged: OVN puts that tag on what leaves the bridge. */
const gatewayVlan = (view: NodeView, bridge: BridgeView, used: UsedVlans): Judgement => {
  const vlan = bridge.name === BR_EX ? (view.record?.ovn.gateway?.vlanId ?? 0) : 0;
  if (vlan === 0 || used.length === 0) return OK;
  return broken(
    text(
      'br-ex on {{node}} is inside VLAN {{inside}}: frames of VLAN {{vlan}} would be tagged twice.',
      {
        node: view.name,
        inside: vlan,
        vlan: vlansText(used),
      },
    ),
  );
};

/** The bridge with the filters of its uplinks: one uplink that lets the frames pass is enough. */
const bridgeHop = (view: NodeView, bridge: BridgeView, used: UsedVlans): Judgement => {
  const passes = bridge.uplinks.map((port) =>
    view.byName.get(port.name)?.vlan !== undefined && port.bond === undefined
      ? OK
      : portPasses(bridge, port, used),
  );
  return worse(worse(bridgeReach(bridge), gatewayVlan(view, bridge, used)), bestOf(passes) ?? OK);
};

/** The way from a bridge to the wire for frames of these VLANs. */
export const bridgePath = (view: NodeView, bridge: BridgeView, used: UsedVlans): Stretch => {
  const path = new PathBuilder();
  path.hop(`bridge/${view.name}/${bridge.name}`, bridgeHop(view, bridge, used));
  path.sideBySide(bridge.uplinks.map((port) => interfacePath(view, port, used)));
  return path.finish();
};
