/**
 * What the form "Attach a VM to a VLAN" asks for. Everything the planner needs and nothing that
 * it can find out from the graph. The seven flows are those of the domain reference, part D.
 */

/** Which way frames leave the VM, and which kind of network carries them. */
export type FlowId =
  /** D.1: an OVS bridge of its own, NADs. */
  | 'dedicatedNic'
  /** D.2: br-ex, untagged, NADs. */
  | 'sharedUntagged'
  /** D.3: br-ex on the native VLAN of a trunk, VMs on tagged VLANs, NADs. */
  | 'sharedNative'
  /** D.4: br-ex inside a VLAN; a VLAN interface and a Linux bridge beside it, NADs. */
  | 'sharedTagged'
  /** D.5: a Linux bridge on a NIC, NADs of the bridge CNI. */
  | 'linuxBridge'
  /** D.6: a ClusterUserDefinedNetwork over an OVS bridge. */
  | 'cudnLocalnet'
  /** D.7: an overlay between VMs, without a physical network. */
  | 'layer2';

/** `balance-slb` is a bond of Open vSwitch; the others are bonds of the kernel. */
export type BondMode = 'balance-slb' | '802.3ad' | 'active-backup' | 'balance-xor';

export type UplinkChoice =
  | {
      readonly type: 'existingBridge';
      readonly bridge: string;
      /** One that is mapped to it on every node; undefined lets the planner choose. */
      readonly localnet?: string;
    }
  | {
      readonly type: 'newBridge';
      readonly bridge: string;
      /** One NIC, or the members of a bond. */
      readonly nics: readonly string[];
      /** Read with two NICs or more. */
      readonly bondMode?: BondMode;
    }
  /** A VLAN interface on what carries br-ex, and a bridge for it alone (D.4, option c). */
  | { readonly type: 'vlanBridge'; readonly bridge: string }
  /**
   * The network is there and brings its uplink, but what the nodes have cannot be read. `bridge` is
   * the one that its attachment definition names, '' where it names none.
   */
  | { readonly type: 'unseen'; readonly bridge: string }
  | { readonly type: 'none' };

/** Who gives the VM its address on the new network. */
export type Addressing =
  /** A DHCP server of that network, or the guest itself. */
  | { readonly type: 'outside' }
  /** OVN-Kubernetes, out of these CIDRs. */
  | { readonly type: 'cluster'; readonly subnets: readonly string[] };

export interface VlanRange {
  readonly min: number;
  readonly max: number;
}

export interface VmChoice {
  readonly namespace: string;
  readonly name: string;
}

export interface AttachIntent {
  /** Value of the label `vm-networks/job`; unique, a valid label value. */
  readonly jobId: string;
  readonly flow: FlowId;
  /** Equality pairs of the NNCP; empty selects all nodes. */
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** Nodes chosen one by one: they get the labels of `nodeSelector` first (PRE-009). */
  readonly labelNodes?: readonly string[];
  readonly uplink: UplinkChoice;
  /** Access VLAN, 1–4094; undefined sends untagged frames. */
  readonly vlan?: number;
  /** The guest tags its frames itself, with VLANs of these ranges; then `vlan` is undefined. */
  readonly guestVlans?: readonly VlanRange[];
  readonly addressing: Addressing;
  /** Name of the NADs, the CUDN or the UDN; of NADs on OVN also the name of the network. */
  readonly networkName: string;
  /** Bytes; undefined takes the smallest uplink MTU of the chosen nodes. */
  readonly mtu?: number;
  /** Namespaces that may use the network; `default` serves every project. */
  readonly projects: readonly string[];
  readonly vms: readonly VmChoice[];
}
