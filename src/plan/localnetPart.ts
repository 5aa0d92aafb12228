/**
 * The node part of all flows over OVN localnet (D.1, D.2, D.3, D.6): a localnet that fits is
 * reused, a bridge that fits gets a mapping, only else is a bridge built.
 */
import { text } from '../cluster/text';
import { bridgeChoice } from './bridgeChoices';
import { mappingState, ovsBridgeState } from './desiredStates';
import { existingNetwork } from './existingNetwork';
import type { FlowContext, FlowPlan } from './flows/flow';
import { toObjectName } from './names';
import { policyStep } from './policyStep';
import { planUplink } from './uplinkPlan';
import type { UplinkPlan } from './uplinkPlan';

export interface LocalnetPart extends FlowPlan {
  /** Bridge-mapping key that the network uses. */
  readonly localnet: string;
  /** MTU of a new network, in bytes: as asked, else the smallest uplink MTU, else 1500. */
  readonly mtu: number;
}

export const localnetPart = (context: FlowContext): LocalnetPart => {
  const { graph, intent, nodes } = context;
  const uplink = planUplink(graph, nodes, intent);
  const part = { localnet: uplink.localnet, mtu: networkMtu(context, uplink) };
  switch (uplink.type) {
    case 'unseen':
      return { ...part, steps: [], reused: [] };
    case 'reuse':
      return {
        ...part,
        steps: [],
        reused: [
          text('Localnet {{localnet}} is already mapped to {{bridge}} on every chosen node.', {
            localnet: uplink.localnet,
            bridge: uplink.bridge,
          }),
        ],
      };
    case 'map':
      return { ...part, steps: [mapStep(context, uplink)], reused: [] };
    case 'build':
      return { ...part, steps: [buildStep(context, uplink)], reused: [] };
  }
};

const mapStep = (context: FlowContext, uplink: UplinkPlan & { readonly type: 'map' }) =>
  policyStep(context, {
    wantedName: `map-${toObjectName(uplink.localnet)}`,
    purpose: text('Maps localnet {{localnet}} to bridge {{bridge}}; no interface is changed.', {
      localnet: uplink.localnet,
      bridge: uplink.bridge,
    }),
    desired: mappingState(uplink.localnet, uplink.bridge),
  });

const buildStep = (context: FlowContext, uplink: UplinkPlan & { readonly type: 'build' }) => {
  const { bridge, port, localnet } = uplink;
  const { mtu } = context.intent;
  return policyStep(context, {
    wantedName: toObjectName(bridge),
    purpose: text(
      'Makes the OVS bridge {{bridge}} with uplink {{nic}} and maps localnet {{localnet}} to it, one node at a time.',
      { bridge, nic: port.bond?.members.join(' + ') ?? port.name, localnet },
    ),
    desired: ovsBridgeState({ bridge, port, ...(mtu === undefined ? {} : { mtu }) }, localnet),
    maxUnavailable: 1,
  });
};

const networkMtu = ({ graph, intent, nodes }: FlowContext, uplink: UplinkPlan): number => {
  if (intent.mtu !== undefined) return intent.mtu;
  if (uplink.type === 'unseen') return existingNetwork(graph, intent)?.mtu ?? 1500;
  if (uplink.type !== 'build') return bridgeChoice(uplink.bridge, nodes).mtu ?? 1500;
  const nics = uplink.port.bond?.members ?? [uplink.port.name];
  const mtus = nodes.flatMap((node) => nics.flatMap((nic) => node.nics.get(nic)?.mtu ?? []));
  return mtus.length === 0 ? 1500 : Math.min(...mtus);
};
