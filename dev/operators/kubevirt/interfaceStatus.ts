/**
 * `status.interfaces` of a VirtualMachineInstance: what the domain, the guest agent and Multus each
 * report of a NIC. Source: kubevirt pkg/network/setup, pkg/network/namescheme, and real objects.
 */
import { sha256Hex } from './sha256Hex';
import type { InterfaceStatus, VmInterface, VmNetwork, VmiSpec } from './vmTypes';
import { interfacesOf, networksOf } from './vmTypes';

const podInterfaceNames = new Map<string, string>();

/** `eth0` for the pod network, else `pod` and 11 hex digits of the network name's SHA-256. */
export function podInterfaceName(network: VmNetwork): string {
  if (network.pod) return 'eth0';
  let name = podInterfaceNames.get(network.name);
  if (name === undefined) {
    name = `pod${sha256Hex(network.name).slice(0, 11)}`;
    podInterfaceNames.set(network.name, name);
  }
  return name;
}

/** How much is known of a NIC: a fresh one is not yet reported by the guest agent. */
export type Reporter = 'agent' | 'domain';

export function interfaceStatus(
  iface: VmInterface,
  network: VmNetwork,
  details: { index: number; ip?: string; reporter: Reporter },
): InterfaceStatus {
  const sources = [
    'domain',
    ...(details.reporter === 'agent' ? ['guest-agent'] : []),
    ...(network.pod ? [] : ['multus-status']),
  ];
  return {
    infoSource: sources.join(', '),
    ...(details.reporter === 'agent' ? { interfaceName: `eth${details.index}` } : {}),
    ...(details.ip === undefined ? {} : { ipAddress: details.ip, ipAddresses: [details.ip] }),
    linkState: iface.state === 'down' ? 'down' : 'up',
    ...(iface.macAddress === undefined ? {} : { mac: iface.macAddress }),
    name: network.name,
    podInterfaceName: podInterfaceName(network),
    queueCount: 1,
  };
}

/**
 * The whole list for an instance that runs.
 * @param ips addresses by network name, where known
 * @param before the list so far: NICs it lacks are new and come without the guest agent's part
 */
export function interfaceStatuses(
  spec: VmiSpec | undefined,
  ips: Readonly<Record<string, string>>,
  before?: readonly InterfaceStatus[],
): InterfaceStatus[] {
  const networks = new Map(networksOf(spec).map((network) => [network.name, network]));
  const known = before && new Map(before.map((entry) => [entry.name, entry]));
  return interfacesOf(spec).flatMap((iface, index) => {
    const network = networks.get(iface.name);
    if (!network || iface.state === 'absent') return [];
    const earlier = known?.get(iface.name);
    const reporter = known && !earlier?.infoSource?.includes('guest-agent') ? 'domain' : 'agent';
    return [
      interfaceStatus(iface, network, {
        index,
        ip: ips[network.name] ?? earlier?.ipAddress,
        reporter,
      }),
    ];
  });
}
