/**
 * NADs of the bridge CNI on one Linux bridge (D.4, D.5). Their names need not be unique in the
 * cluster; the resource annotation lets the scheduler choose nodes that have the bridge (B.5).
 */
import type { FlowContext, FlowPlan } from './flows/flow';
import { nadSteps } from './nadSteps';
import { bridgeConfig, bridgeResource, RESOURCE_NAME } from './objectBodies';
import { WAIT_SECONDS } from './waitSeconds';

/** `vlan`: the tag that the bridge takes off; undefined where the uplink is inside it already. */
export const bridgeNadSteps = (
  context: FlowContext,
  { vlan }: { readonly vlan: number | undefined },
): FlowPlan => {
  const { intent, nodes } = context;
  const bridge = 'bridge' in intent.uplink ? intent.uplink.bridge : '';
  return nadSteps(context, [], {
    configOf: () =>
      bridgeConfig({
        name: intent.networkName,
        bridge,
        ...(vlan === undefined ? {} : { vlan }),
        ...(intent.guestVlans === undefined ? {} : { guestVlans: intent.guestVlans }),
        ...(intent.mtu === undefined ? {} : { mtu: intent.mtu }),
      }),
    annotations: { [RESOURCE_NAME]: bridgeResource(bridge) },
    waitOf: (nad) => ({
      type: 'bridgeOffered',
      nad,
      bridge,
      nodes: nodes.map((node) => node.name),
      timeoutSeconds: WAIT_SECONDS.bridge,
    }),
  });
};
