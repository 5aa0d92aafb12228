/**
 * What VMs on a node leave in its NodeNetworkState: a pair of patch ports per localnet network that
 * has a local VM, a mapping and an OVS bridge; a veth per NIC on a Linux bridge, which the bridge
 * CNI makes when it is missing. Ports nobody needs any more go. Pure; both operators and scenarios
 * use it. Source: ovn controller/patch.c, containernetworking plugins/main/bridge/bridge.go.
 */
import { InterfaceTable } from '../nmstate/InterfaceTable';
import { newInterface } from '../nmstate/newInterface';
import { stableHex, stableMac } from '../nmstate/stableHash';
import type { CurrentState, NmInterface } from '../nmstateTypes';
import { localnetPatchPorts } from './ovnNames';

/** A localnet network with at least one VM on the node. */
export interface LocalNetwork {
  name: string;
  physicalNetworkName: string;
}

/** One NIC of a VM on a Linux bridge; `id` is `<namespace>/<vmi>/<network>`. */
export interface BridgeAttachment {
  id: string;
  bridge: string;
  vlan?: number;
}

export interface NodeAttachments {
  localnets: readonly LocalNetwork[];
  bridges: readonly BridgeAttachment[];
}

const LOCALNET_PATCH = /_ovn_localnet_port(-to-br-int)?$/;

export function plumbNode(current: CurrentState, attachments: NodeAttachments): CurrentState {
  const table = new InterfaceTable(current.interfaces);
  const wanted = [...patchPorts(table, current, attachments.localnets)];
  const wantedNames = new Set(wanted.map((port) => port.name));
  for (const port of [...table.kernel.values()]) {
    if (!port.patch || !LOCALNET_PATCH.test(port.name) || wantedNames.has(port.name)) continue;
    table.dropFromController(port);
    table.delete(port);
  }
  for (const port of wanted) plugOvs(table, port);
  plugVeths(table, attachments.bridges);
  return { ...current, interfaces: table.toList() };
}

function* patchPorts(
  table: InterfaceTable,
  current: CurrentState,
  networks: readonly LocalNetwork[],
): Generator<NmInterface> {
  const mappings = new Map(
    current.ovn?.['bridge-mappings'].map((mapping) => [mapping.localnet, mapping.bridge]),
  );
  for (const network of networks) {
    const bridge = mappings.get(network.physicalNetworkName);
    if (bridge === undefined || !table.ovsBridges.has(bridge)) continue;
    const { onBridge, onIntegration } = localnetPatchPorts(network.name);
    yield patchPort(onBridge, bridge, onIntegration);
    yield patchPort(onIntegration, 'br-int', onBridge);
  }
}

const patchPort = (name: string, controller: string, peer: string): NmInterface => ({
  controller,
  name,
  patch: { peer },
  state: 'ignore',
  type: 'ovs-interface',
});

function plugOvs(table: InterfaceTable, port: NmInterface): void {
  const before = table.kernel.get(port.name);
  if (before && before.controller !== port.controller) table.dropFromController(before);
  table.put(port);
  const bridge = table.ovsBridges.get(port.controller ?? '')?.bridge;
  if (!bridge || bridge.port?.some((entry) => entry.name === port.name)) return;
  bridge.port = [...(bridge.port ?? []), { name: port.name }];
}

/** Pod veths on Linux bridges are named by the CNI at random; here by what they belong to. */
const vethName = (id: string) => `veth${stableHex(id, 8)}`;

function plugVeths(table: InterfaceTable, attachments: readonly BridgeAttachment[]): void {
  const wanted = new Map(attachments.map((attachment) => [vethName(attachment.id), attachment]));
  for (const port of [...table.kernel.values()]) {
    const isPodPort = port.type === 'veth' && /^veth[0-9a-f]{8}$/.test(port.name);
    if (!isPodPort || wanted.get(port.name)?.bridge === port.controller) continue;
    table.dropFromController(port);
    table.delete(port);
  }
  for (const [name, attachment] of wanted) {
    const bridge = table.kernel.get(attachment.bridge) ?? makeBridge(table, attachment.bridge);
    if (bridge.type !== 'linux-bridge' || table.kernel.has(name)) continue;
    table.put(veth(name, attachment));
    const access = attachment.vlan ? { vlan: { mode: 'access', tag: attachment.vlan } } : {};
    const port = {
      name,
      'stp-hairpin-mode': false,
      'stp-path-cost': 2,
      'stp-priority': 32,
      ...access,
    };
    bridge.bridge = { ...bridge.bridge, port: [...(bridge.bridge?.port ?? []), port] };
  }
}

/** The bridge CNI makes a bridge it does not find, without any uplink. */
function makeBridge(table: InterfaceTable, name: string): NmInterface {
  const bridge = newInterface({ name, type: 'linux-bridge' }, 'cni');
  table.put(bridge);
  return bridge;
}

const veth = (name: string, { id, bridge }: BridgeAttachment): NmInterface => ({
  controller: bridge,
  ipv4: { enabled: false },
  ipv6: { enabled: false },
  'mac-address': stableMac('7A:2E:90', id),
  mtu: 1500,
  name,
  state: 'up',
  type: 'veth',
  veth: { peer: 'eth0' },
});
