/**
 * Decides which localnet (bridge-mapping key) a new network will use: one that is mapped to the
 * chosen bridge on every chosen node is reused; only where none fits is a new name made. One
 * localnet serves a physical network, not one VLAN (D.1), and no mapping that somebody else wrote
 * is ever named in a policy of ours: undo would take it away.
 */
import { BR_EX, PHYSNET } from '../cluster/ovnNames';
import type { UplinkPort } from './desiredStates';
import { existingNetwork } from './existingNetwork';
import { freeName, toObjectName } from './names';
import { uplinkPort } from './uplinkPort';
import type { AttachIntent } from './attachIntent';
import type { NetworkGraph, NodeView } from '../network/networkGraph';

export type UplinkPlan =
  | { readonly type: 'reuse'; readonly localnet: string; readonly bridge: string }
  | { readonly type: 'map'; readonly localnet: string; readonly bridge: string }
  | {
      readonly type: 'build';
      readonly localnet: string;
      readonly bridge: string;
      readonly port: UplinkPort;
    }
  /** The network that exists brings what it needs; nothing is written on nodes that cannot be seen. */
  | { readonly type: 'unseen'; readonly localnet: string };

export const planUplink = (
  graph: NetworkGraph,
  nodes: readonly NodeView[],
  intent: AttachIntent,
): UplinkPlan => {
  const { uplink } = intent;
  // A network that exists brings its localnet; PRE-006 sees to it that no chosen node has it.
  const existing = existingNetwork(graph, intent)?.physicalName;
  if (uplink.type === 'unseen') return { type: 'unseen', localnet: existing ?? '' };
  if (uplink.type === 'newBridge') {
    return {
      type: 'build',
      localnet: existing ?? freeName(physicalNetworkName(uplink.bridge), takenLocalnets(graph)),
      bridge: uplink.bridge,
      port: uplinkPort(uplink, nodes),
    };
  }
  const bridge = 'bridge' in uplink ? uplink.bridge : '';
  const mapped = localnetsOnEveryNode(nodes, bridge);
  if (existing !== undefined) {
    const type = mapped.includes(existing) ? 'reuse' : 'map';
    return { type, localnet: existing, bridge };
  }
  const asked = uplink.type === 'existingBridge' ? uplink.localnet : undefined;
  const localnet =
    asked !== undefined && mapped.includes(asked)
      ? asked
      : preferredLocalnet(mapped, intent.networkName);
  if (localnet !== undefined) return { type: 'reuse', localnet, bridge };
  return {
    type: 'map',
    localnet: freeName(physicalNetworkName(bridge), takenLocalnets(graph)),
    bridge,
  };
};

/** Localnets that map to `bridge` on all given nodes, sorted. */
const localnetsOnEveryNode = (nodes: readonly NodeView[], bridge: string): readonly string[] => {
  const [first, ...rest] = nodes;
  if (first === undefined) return [];
  return [...(first.mappings ?? [])]
    .filter(([, on]) => on === bridge)
    .map(([localnet]) => localnet)
    .filter((localnet) => rest.every((node) => node.mappings?.get(localnet) === bridge))
    .sort();
};

/**
 * The network's own name first; then a name that no single VLAN owns. `physnet` belongs to
 * OVN-Kubernetes and the console's own wizard hides names that begin with it, so it comes last.
 */
const preferredLocalnet = (mapped: readonly string[], networkName: string): string | undefined => {
  if (mapped.includes(networkName)) return networkName;
  const own = mapped.filter((localnet) => !localnet.startsWith(PHYSNET));
  return own.find((localnet) => !/\d{2,4}$/.test(localnet)) ?? own[0];
};

/** `br-vmdata` becomes `vmdata`; br-ex carries the machine network. */
const physicalNetworkName = (bridge: string): string => {
  if (bridge === BR_EX) return 'machine-net';
  const name = toObjectName(bridge.replace(/^(br|ovs)-?/, ''));
  return name === '' ? toObjectName(`vm-${bridge}`) : name;
};

/** By graph, for a form asks on every key; a graph that has changed is another one. */
const known = new WeakMap<NetworkGraph, ReadonlySet<string>>();

const takenLocalnets = (graph: NetworkGraph): ReadonlySet<string> => {
  const taken = known.get(graph) ?? localnetsOf(graph);
  known.set(graph, taken);
  return taken;
};

const localnetsOf = (graph: NetworkGraph): ReadonlySet<string> => {
  const taken = new Set<string>(graph.localnets.keys());
  for (const node of graph.nodes.values()) {
    for (const localnet of node.mappings?.keys() ?? []) taken.add(localnet);
  }
  for (const policy of graph.snapshot.policies.items.values()) {
    for (const mapping of policy.desired.mappings) taken.add(mapping.localnet);
  }
  return taken;
};
