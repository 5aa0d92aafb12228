/**
 * The bridges that the form offers for the chosen nodes, each with the plain reason why it
 * cannot be chosen (NODE-002, NODE-004 of the domain reference, before the mistake is made).
 */
import { BR_EX, BR_INT } from '../cluster/ovnNames';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { NodeView } from '../network/networkGraph';
import type { FlowId } from './attachIntent';
import { perNodes } from './perNodes';

export interface BridgeChoice {
  readonly name: string;
  /** Carries the node's own traffic too: only a mapping is added, never an interface changed. */
  readonly shared: boolean;
  readonly uplinks: readonly string[];
  /** Localnets mapped to it on every node. */
  readonly localnets: readonly string[];
  /** Smallest uplink MTU over the nodes, in bytes. */
  readonly mtu?: number;
  /** Why it cannot be chosen. */
  readonly obstacle?: Text;
}

export type BridgeType = 'ovs-bridge' | 'linux-bridge';

/** Which bridges a flow can hang its network on. */
export const bridgeTypeOf = (flow: FlowId): BridgeType =>
  flow === 'linuxBridge' || flow === 'sharedTagged' ? 'linux-bridge' : 'ovs-bridge';

/** Bridges of a type on the chosen nodes; one that is not on all of them says where it is missing. */
export const bridgeChoices = (
  nodes: readonly NodeView[],
  type: BridgeType = 'ovs-bridge',
): readonly BridgeChoice[] => {
  const names = new Set<string>();
  for (const node of nodes) {
    for (const bridge of node.bridges.values()) {
      if (bridge.record.type === type && bridge.name !== BR_INT) names.add(bridge.name);
    }
  }
  return [...names].sort().map((name) => bridgeChoice(name, nodes, type));
};

/** One bridge by name over the nodes; a name that no node has says so as its obstacle. */
export const bridgeChoice = (
  name: string,
  nodes: readonly NodeView[],
  type: BridgeType = 'ovs-bridge',
): BridgeChoice => CHOICES[type](nodes, name);

const choiceOn = (nodes: readonly NodeView[], name: string, type: BridgeType): BridgeChoice => {
  const uplinks = new Set<string>();
  const missing: string[] = [];
  let localnets: readonly string[] | undefined;
  let mtu: number | undefined;
  for (const node of nodes) {
    const bridge = node.bridges.get(name);
    if (bridge === undefined || bridge.record.type !== type) {
      missing.push(node.name);
      continue;
    }
    for (const port of bridge.uplinks) uplinks.add(port.name);
    const here = [...(node.mappings ?? [])].filter(([, on]) => on === name).map(([key]) => key);
    localnets = localnets === undefined ? here : localnets.filter((key) => here.includes(key));
    if (bridge.uplinkMtu !== undefined) mtu = Math.min(mtu ?? Infinity, bridge.uplinkMtu);
  }
  const obstacle = bridgeObstacle(name, missing, nodes.length, uplinks, type);
  return {
    name,
    shared: name === BR_EX,
    uplinks: [...uplinks].sort(),
    localnets: [...(localnets ?? [])].sort(),
    ...(mtu === undefined ? {} : { mtu }),
    ...(obstacle === undefined ? {} : { obstacle }),
  };
};

const CHOICES = {
  'ovs-bridge': perNodes((nodes, name) => choiceOn(nodes, name, 'ovs-bridge')),
  'linux-bridge': perNodes((nodes, name) => choiceOn(nodes, name, 'linux-bridge')),
} as const;

const bridgeObstacle = (
  name: string,
  missing: readonly string[],
  total: number,
  uplinks: ReadonlySet<string>,
  type: BridgeType,
): Text | undefined => {
  if (missing.length === total) {
    return type === 'ovs-bridge'
      ? text('No chosen node has an OVS bridge {{bridge}}.', { bridge: name })
      : text('No chosen node has a Linux bridge {{bridge}}.', { bridge: name });
  }
  if (missing.length > 0) {
    return text('{{bridge}} is missing on {{nodes}}.', { bridge: name, nodes: missing.join(', ') });
  }
  if (uplinks.size === 0) return text('{{bridge}} has no uplink.', { bridge: name });
  return undefined;
};
