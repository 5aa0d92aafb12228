/** Node part and NADs of an OVN localnet network: what D.1, D.2 and D.3 have in common. */
import type { FlowContext, FlowPlan } from './flows/flow';
import { localnetPart } from './localnetPart';
import { nadSteps } from './nadSteps';
import { localnetConfig } from './objectBodies';

export const localnetNads = (context: FlowContext): FlowPlan => {
  const { graph, intent } = context;
  const part = localnetPart(context);
  const nads = nadSteps(context, graph.networks.get(intent.networkName)?.nads ?? [], {
    configOf: (nad) =>
      localnetConfig({
        nad,
        networkName: intent.networkName,
        physicalName: part.localnet,
        mtu: part.mtu,
        addressing: intent.addressing,
        ...(intent.vlan === undefined ? {} : { vlan: intent.vlan }),
      }),
  });
  return { steps: [...part.steps, ...nads.steps], reused: [...part.reused, ...nads.reused] };
};
