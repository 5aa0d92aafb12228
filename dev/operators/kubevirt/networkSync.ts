/**
 * What a change of a running VM's template means for its instance: hot-plug, unplug, link state,
 * another NAD, or RestartRequired for what cannot be done live.
 * Source: kubevirt pkg/network/controllers/vm.go, pkg/network/vmliveupdate/restart.go.
 */
import { jsonEqual } from '../jsonEqual';
import type { InterfaceStatus, VmInterface, VmiSpec, VmNetwork } from './vmTypes';
import { interfacesOf, networksOf } from './vmTypes';

export interface NetworkSync {
  /** The instance's lists as they should be; undefined when they are right. */
  instance?: { interfaces: VmInterface[]; networks: VmNetwork[] };
  /** Names of interfaces whose unplug is done, to be taken out of the VM. */
  detached: string[];
  restartRequired: boolean;
}

interface Nic {
  iface: VmInterface;
  network: VmNetwork;
}

function nicsOf(spec: VmiSpec | undefined): Map<string, Nic> {
  const networks = new Map(networksOf(spec).map((network) => [network.name, network]));
  return new Map(
    interfacesOf(spec).flatMap((iface) => {
      const network = networks.get(iface.name);
      return network ? [[iface.name, { iface, network }] as const] : [];
    }),
  );
}

const bindingOf = ({ masquerade, sriov, binding, passtBinding }: VmInterface) =>
  masquerade
    ? 'masquerade'
    : sriov
      ? 'sriov'
      : binding
        ? binding.name
        : passtBinding
          ? 'passt'
          : 'bridge';

const canPlug = ({ iface, network }: Nic) =>
  network.multus !== undefined && ['bridge', 'sriov'].includes(bindingOf(iface));

const canUnplug = ({ iface, network }: Nic) =>
  network.multus !== undefined && bindingOf(iface) === 'bridge';

/** Fields of a NIC that only a restart can change. */
const fixedPart = ({ iface, network }: Nic) => [
  bindingOf(iface),
  iface.model ?? 'virtio',
  network.pod !== undefined,
];

const hasOtherMac = (wanted: VmInterface, present: VmInterface) =>
  wanted.macAddress !== undefined && wanted.macAddress !== present.macAddress;

/**
 * @param wanted the template of the VirtualMachine
 * @param present the spec of its instance
 * @param attached `status.interfaces` of the instance
 */
export function networkSync(
  wanted: VmiSpec | undefined,
  present: VmiSpec | undefined,
  attached: readonly InterfaceStatus[],
): NetworkSync {
  const isAttached = new Set(attached.map(({ name }) => name));
  const before = nicsOf(present);
  const after = new Map(before);
  const wishes = nicsOf(wanted);
  const detached: string[] = [];
  let restartRequired = false;
  for (const [name, wish] of wishes) {
    const nic = before.get(name);
    if (wish.iface.state === 'absent') {
      if (!nic || (nic.iface.state === 'absent' && !isAttached.has(name))) {
        after.delete(name);
        detached.push(name);
      } else if (canUnplug(nic)) after.set(name, withState(nic, 'absent'));
      else restartRequired = true;
    } else if (!nic) {
      if (canPlug(wish)) after.set(name, wish);
      else restartRequired = true;
    } else if (!jsonEqual(fixedPart(wish), fixedPart(nic)) || hasOtherMac(wish.iface, nic.iface)) {
      restartRequired = true;
    } else {
      after.set(name, { ...withState(nic, wish.iface.state), network: wish.network });
    }
  }
  for (const [name, nic] of before) {
    if (wishes.has(name) || isImplicit(wanted, nic)) continue;
    if (nic.iface.state === 'absent' && !isAttached.has(name)) after.delete(name);
    else restartRequired = true;
  }
  const lists = listsOf(after);
  const same =
    jsonEqual(lists.interfaces, interfacesOf(present)) &&
    jsonEqual(lists.networks, networksOf(present));
  return { ...(same ? {} : { instance: lists }), detached, restartRequired };
}

/** A template that lists nothing means the pod network that the instance was given. */
const isImplicit = (wanted: VmiSpec | undefined, nic: Nic) =>
  interfacesOf(wanted).length === 0 &&
  networksOf(wanted).length === 0 &&
  nic.network.pod !== undefined;

function withState({ iface, network }: Nic, state: string | undefined): Nic {
  const { state: _before, ...rest } = iface;
  return { iface: state === undefined ? rest : { ...rest, state }, network };
}

function listsOf(nics: ReadonlyMap<string, Nic>): NonNullable<NetworkSync['instance']> {
  const all = [...nics.values()];
  return {
    interfaces: all.map(({ iface }) => iface),
    networks: all.map(({ network }) => network),
  };
}

/** Whether anything beside networks and placement differs that KubeVirt cannot change live. */
export function otherPartsDiffer(
  wanted: VmiSpec | undefined,
  present: VmiSpec | undefined,
): boolean {
  const { devices: wantedDevices, ...wantedDomain } = wanted?.domain ?? { devices: {} };
  const { devices: presentDevices, ...presentDomain } = present?.domain ?? { devices: {} };
  return (
    !jsonEqual(wantedDomain, presentDomain) ||
    !jsonEqual(wantedDevices['disks'], presentDevices['disks']) ||
    !jsonEqual(wanted?.volumes, present?.volumes)
  );
}
