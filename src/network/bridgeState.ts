/**
 * Whether a bridge can carry a network out of its node, and whether a bridge mapping leads
 * anywhere. OVN-Kubernetes accepts a mapping to a bridge that does not exist, so this is where
 * it shows. Source: ovn controller/patch.c; domain reference B.1, B.6, NODE-002 to NODE-005.
 */
import { BR_INT } from '../cluster/ovnNames';
import { text } from '../cluster/text';
import { adminState } from './interfaceState';
import { OK, broken } from './judgement';
import type { Judgement } from './judgement';
import type { BridgeView, NodeView } from './networkGraph';

/** The bridge itself: up, whatever hangs on it. */
export const bridgeOwnState = (bridge: BridgeView): Judgement =>
  adminState(bridge.node, bridge.record);

/** The bridge and its way out: a bridge without uplink keeps its traffic on the node. */
export const bridgeReach = (bridge: BridgeView): Judgement => {
  const own = bridgeOwnState(bridge);
  if (own.state === 'broken' || bridge.name === BR_INT) return own;
  if (bridge.uplinks.length > 0) return own;
  return broken(
    text('Bridge {{bridge}} on {{node}} has no uplink: its traffic stays on the node.', {
      bridge: bridge.name,
      node: bridge.node,
    }),
  );
};

/** The other type of bridge that the report names alike, or undefined. */
export const bridgeTypes = (view: NodeView, name: string): readonly string[] =>
  ['ovs-bridge', 'linux-bridge'].filter((type) => view.byTypeAndName.has(`${type} ${name}`));

/** Where a mapping to `bridge` leads on a node whose state is known. */
export const mappingTarget = (view: NodeView, bridge: string): Judgement => {
  if (bridge === BR_INT) return OK;
  const values = { bridge, node: view.name };
  const found = view.bridges.get(bridge);
  if (found?.ovs === true) return OK;
  const record = found?.record ?? view.byName.get(bridge);
  if (record === undefined || record.type === 'ovs-interface') {
    return broken(text('There is no bridge {{bridge}} on {{node}}.', values));
  }
  return broken(
    text('{{bridge}} on {{node}} is a {{type}}: a bridge mapping needs an OVS bridge.', {
      ...values,
      type: record.type,
    }),
  );
};
