/**
 * What kubemacpool does on OpenShift: every NIC of a new VirtualMachine gets a MAC address from a
 * pool that starts with 02. Here the address follows from the NIC's name, so runs are repeatable.
 * Source: k8snetworkplumbingwg/kubemacpool.
 */
import { stableMac } from '../nmstate/stableHash';
import type { VirtualMachine, VmInterface } from './vmTypes';

/** The address for one NIC that is not in `taken`; lower case, as kubemacpool writes it. */
export function poolMac(nic: string, taken: ReadonlySet<string> = new Set()): string {
  for (let attempt = 0; ; attempt += 1) {
    const mac = stableMac('02:5A:00', attempt === 0 ? nic : `${nic}#${attempt}`).toLowerCase();
    if (!taken.has(mac)) return mac;
  }
}

/** The interfaces of a VM with an address for each that has none; `taken` learns the new ones. */
export function withMacs(vm: VirtualMachine, taken: Set<string>): VmInterface[] {
  const { namespace, name } = vm.metadata;
  return (vm.spec?.template?.spec.domain.devices.interfaces ?? []).map((iface) => {
    const macAddress = iface.macAddress ?? poolMac(`${namespace}/${name}/${iface.name}`, taken);
    taken.add(macAddress);
    return { ...iface, macAddress };
  });
}
