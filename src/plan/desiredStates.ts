/**
 * What a policy asks of the nodes, exactly as the flows of the domain reference give it: a bridge
 * of its own on a NIC or bond (D.1, D.5), a bridge on a VLAN interface beside br-ex (D.4), a
 * mapping onto a bridge that exists (D.2, D.3). How it is taken away again: removalOf.ts.
 */
import type { KubeObject } from '../cluster/kubeObject';
import type { BondMode } from './attachIntent';

const noAddresses = { ipv4: { enabled: false }, ipv6: { enabled: false } };

/** A NIC, or a bond with its members, below a new bridge. */
export interface UplinkPort {
  /** The NIC, or the bond. */
  readonly name: string;
  /** Set for a bond. */
  readonly bond?: { readonly mode: BondMode; readonly members: readonly string[] };
}

export interface BridgePlan {
  readonly bridge: string;
  readonly port: UplinkPort;
  /** Bytes; undefined leaves the MTU of NIC and bond alone. */
  readonly mtu?: number;
}

const nicEntry = (name: string, mtu: number | undefined): KubeObject => ({
  name,
  type: 'ethernet',
  state: 'up',
  ...(mtu === undefined ? {} : { mtu }),
  ...noAddresses,
});

/** The interfaces below a bridge; an OVS bond is no interface but a kind of port. */
const uplinkEntries = ({ port, mtu }: BridgePlan): readonly KubeObject[] => {
  if (port.bond === undefined) return [nicEntry(port.name, mtu)];
  const members = port.bond.members.map((name) => nicEntry(name, mtu));
  if (port.bond.mode === 'balance-slb') return members;
  return [
    ...members,
    {
      name: port.name,
      type: 'bond',
      state: 'up',
      ...(mtu === undefined ? {} : { mtu }),
      ...noAddresses,
      'link-aggregation': { mode: port.bond.mode, port: port.bond.members },
    },
  ];
};

const ovsPort = ({ name, bond }: UplinkPort): KubeObject =>
  bond?.mode === 'balance-slb'
    ? {
        name,
        'link-aggregation': {
          mode: bond.mode,
          port: bond.members.map((member) => ({ name: member })),
        },
      }
    : { name };

/** A new OVS bridge on a free NIC or bond, with its mapping, in one document (D.1). */
export const ovsBridgeState = (plan: BridgePlan, localnet: string): KubeObject => ({
  interfaces: [
    ...uplinkEntries(plan),
    {
      name: plan.bridge,
      description: `OVS bridge for VM traffic, uplink ${plan.port.name}, all VLANs`,
      type: 'ovs-bridge',
      state: 'up',
      bridge: {
        'allow-extra-patch-ports': true,
        options: { stp: false, 'mcast-snooping-enable': true },
        port: [ovsPort(plan.port), { name: plan.bridge }],
      },
    },
    { name: plan.bridge, type: 'ovs-interface', state: 'up', ...noAddresses },
  ],
  ...mappingState(localnet, plan.bridge),
});

/** A new Linux bridge on a free NIC or bond; the operator adds the VLAN filter of the port (D.5). */
export const linuxBridgeState = (plan: BridgePlan): KubeObject => ({
  interfaces: [
    ...uplinkEntries(plan),
    {
      name: plan.bridge,
      description: `Linux bridge with ${plan.port.name} as a port`,
      type: 'linux-bridge',
      state: 'up',
      ...noAddresses,
      bridge: { options: { stp: { enabled: false } }, port: [{ name: plan.port.name }] },
    },
  ],
});

export interface VlanBridgePlan {
  readonly bridge: string;
  /** What br-ex's own VLAN interface stands on: named as the base, never changed. */
  readonly base: string;
  readonly vlan: number;
  /** Bytes; at most the base's. */
  readonly mtu?: number;
}

/** Name of the VLAN interface of a base, as the field writes it. */
export const vlanInterfaceName = (base: string, vlan: number): string => `${base}.${vlan}`;

/** A VLAN interface beside br-ex's and a Linux bridge for it alone (D.4, option c). */
export const vlanBridgeState = ({ bridge, base, vlan, mtu }: VlanBridgePlan): KubeObject => ({
  interfaces: [
    {
      name: vlanInterfaceName(base, vlan),
      type: 'vlan',
      state: 'up',
      vlan: { 'base-iface': base, id: vlan },
      ...(mtu === undefined ? {} : { mtu }),
      ...noAddresses,
    },
    {
      name: bridge,
      description: `Linux bridge for VLAN ${vlan} of ${base}`,
      type: 'linux-bridge',
      state: 'up',
      ...noAddresses,
      bridge: {
        options: { stp: { enabled: false } },
        // `vlan: {}` keeps the operator from filtering VLANs that the interface took off already.
        port: [{ name: vlanInterfaceName(base, vlan), vlan: {} }],
      },
    },
  ],
});

/** Mapping only: no interface is touched (D.2). */
export const mappingState = (localnet: string, bridge: string): KubeObject => ({
  ovn: { 'bridge-mappings': [{ localnet, bridge, state: 'present' }] },
});
