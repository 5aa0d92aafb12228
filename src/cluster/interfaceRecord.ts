/**
 * One nmstate interface, as it stands in NodeNetworkState `currentState.interfaces[]` (what is)
 * and in a policy's `desiredState.interfaces[]` (what is wanted). Bridge and internal interface
 * share one name, so an interface is identified by (name, type).
 * Source: nmstate rust/src/lib/ifaces; domain reference A.1.3, A.3.3.
 */
export interface IpAddress {
  readonly ip: string;
  readonly prefix: number;
}

export interface IpStack {
  readonly enabled: boolean;
  readonly dhcp: boolean;
  readonly addresses: readonly IpAddress[];
}

/** VLAN filtering of a bridge port, Linux or OVS. `undefined` on the port: no filtering stated. */
export interface PortVlan {
  readonly mode: 'access' | 'trunk' | '';
  /** Access VLAN, or native VLAN of a trunk when `enableNative`. */
  readonly tag?: number;
  readonly enableNative: boolean;
  /** Inclusive ranges, 1–4094. */
  readonly trunkTags: readonly { readonly min: number; readonly max: number }[];
  /** True for `vlan: {}`: the opt-out of the operator's default filtering. */
  readonly empty: boolean;
}

export interface BridgePort {
  readonly name: string;
  readonly vlan?: PortVlan;
  /** Set for an OVS bond: its mode and members. */
  readonly bond?: BondConfig;
}

export interface BondConfig {
  readonly mode: string;
  readonly members: readonly string[];
}

export interface BridgeConfig {
  readonly ports: readonly BridgePort[];
  /** False when the document has no `port` list at all (a merge leaves the ports alone). */
  readonly portsStated: boolean;
  readonly allowExtraPatchPorts?: boolean;
  readonly stp?: boolean;
  /** The value was given as a string ("false" is read as true by nmstate). */
  readonly stpQuoted: boolean;
  readonly mcastSnooping?: boolean;
}

/** One LLDP neighbour: a switch port as seen from a NIC. Missing TLVs are undefined. */
export interface LldpNeighbor {
  readonly chassisId?: string;
  readonly portId?: string;
  readonly portDescription?: string;
  readonly systemName?: string;
  readonly systemDescription?: string;
  readonly managementAddresses: readonly string[];
  /** Undefined: the switch advertises no VLAN list. */
  readonly vlans?: readonly { readonly id: number; readonly name: string }[];
  /** Whole frame in bytes (IEEE 802.3 max frame size TLV). */
  readonly maxFrame?: number;
}

export interface InterfaceRecord {
  readonly name: string;
  /** nmstate type: ethernet, bond, vlan, linux-bridge, ovs-bridge, ovs-interface, veth, ... */
  readonly type: string;
  /** up, down, absent, ignore; '' when not stated. `up` is IFF_UP, not carrier. */
  readonly state: string;
  readonly description: string;
  /** Bytes. */
  readonly mtu?: number;
  readonly mac?: string;
  readonly permanentMac?: string;
  readonly controller?: string;
  readonly ipv4?: IpStack;
  readonly ipv6?: IpStack;
  readonly bond?: BondConfig;
  readonly vlan?: { readonly base: string; readonly id?: number };
  readonly bridge?: BridgeConfig;
  readonly patchPeer?: string;
  readonly ethernet?: {
    /** Mbit/s; absent on an up NIC is the best hint of no link. */
    readonly speed?: number;
    readonly autoNegotiation?: boolean;
    readonly totalVfs?: number;
  };
  readonly driver?: string;
  readonly lldp?: { readonly enabled: boolean; readonly neighbors: readonly LldpNeighbor[] };
  /** Top-level keys of the document, sorted: tells a harmless mention from an edit. */
  readonly keys: readonly string[];
  /**
   * Scalar settings flattened to dotted paths ("bridge.options.stp" -> "false"), desired
   * documents only: two policies that set one path differently are in conflict.
   */
  readonly settings?: Readonly<Record<string, string>>;
}
