/**
 * The CNI configuration in a NAD's `spec.config`, read the way Multus and OVN-Kubernetes read it,
 * but without failing: a config that is not JSON is a value that says so. A.4.
 */
export type CniConfig =
  /** No `spec.config`: Multus looks for a file on the node; legal for the API. */
  | { readonly form: 'empty' }
  /** Not JSON, or JSON that is no object. */
  | { readonly form: 'unreadable'; readonly problem: string }
  /** No `type` and no plugins. */
  | { readonly form: 'untyped'; readonly name: string }
  | {
      readonly form: 'conf' | 'conflist';
      /** Config `name`; '' when absent. */
      readonly name: string;
      readonly cniVersion: string;
      /** `type` of the conf, or of the first plugin of the list. */
      readonly type: string;
      /** Types of all plugins, in order; one for a plain conf. */
      readonly pluginTypes: readonly string[];
      readonly plugin: CniPlugin;
      /** Keys of the first plugin that no field below models, sorted. */
      readonly unknownKeys: readonly string[];
    };

/** A number field as written: the value and whether it was a proper JSON integer. */
export interface CniNumber {
  readonly value: number;
  /** The JSON text was no integer number (a string, a fraction, an object). */
  readonly malformed: boolean;
  /** As written, for messages. */
  readonly raw: string;
}

export type CniPlugin = OvnPlugin | BridgePlugin | OtherPlugin;

/** `ovn-k8s-cni-overlay`. A.4.3. */
export interface OvnPlugin {
  readonly family: 'ovn';
  readonly topology: string;
  readonly netAttachDefName: string;
  readonly role: string;
  readonly mtu?: CniNumber;
  readonly vlanID?: CniNumber;
  /** Wrong key: OVN ignores `vlan`. */
  readonly wrongVlanKey?: CniNumber;
  /** Raw; '' when absent. The effective name falls back to the config name. */
  readonly physicalNetworkName: string;
  readonly subnets: readonly string[];
  readonly excludeSubnets: readonly string[];
  readonly allowPersistentIPs: boolean;
  readonly joinSubnet: string;
  readonly ipamType: string;
}

/** `bridge` and `cnv-bridge`. A.4.4. */
export interface BridgePlugin {
  readonly family: 'bridge';
  /** Default `cni0`. */
  readonly bridge: string;
  readonly vlan?: CniNumber;
  /** Wrong key: the bridge CNI ignores `vlanID`. */
  readonly wrongVlanKey?: CniNumber;
  readonly vlanTrunk: readonly { readonly min: number; readonly max: number }[];
  readonly mtu?: CniNumber;
  readonly macspoofchk: boolean;
  readonly ipamType: string;
}

/** SR-IOV, macvtap and every plugin type that we only show. */
export interface OtherPlugin {
  readonly family: 'sriov' | 'macvtap' | 'unknown';
  readonly vlan?: CniNumber;
  readonly mtu?: CniNumber;
  readonly ipamType: string;
}
