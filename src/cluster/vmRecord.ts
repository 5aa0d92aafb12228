/**
 * VirtualMachine and VirtualMachineInstance (kubevirt.io/v1): the network and scheduling part.
 * Interfaces pair with networks by name. Source: kubevirt/api core/v1; A.7.
 */
import type { Condition } from './condition';
import type { LabelRequirement } from './labelSelector';
import type { Meta } from './meta';

export interface NicSpec {
  readonly name: string;
  /** bridge, masquerade, sriov, macvtap, slirp, passt, or the plugin name of `binding`; '' = not stated (means bridge). */
  readonly binding: string;
  /** True when the binding is a `binding: {name}` plugin. */
  readonly bindingPlugin: boolean;
  readonly model: string;
  readonly mac?: string;
  /** up, down, absent; '' when not stated. */
  readonly state: string;
}

export type NetworkSource =
  | { readonly type: 'pod' }
  | {
      readonly type: 'multus';
      readonly networkName: string;
      /** `namespace/name` of the NAD that the name means for this VM. */
      readonly nadKey: string;
      readonly isDefault: boolean;
    }
  | { readonly type: 'other' };

export interface NetworkSpec {
  readonly name: string;
  readonly source: NetworkSource;
}

/** What decides on which nodes a VM may run (B.5). */
export interface Placement {
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** Required node affinity: terms are alternatives; all requirements of a term must hold. */
  readonly affinityTerms: readonly {
    readonly expressions: readonly LabelRequirement[];
    readonly fields: readonly LabelRequirement[];
  }[];
  readonly tolerations: readonly {
    readonly key: string;
    readonly operator: string;
    readonly value: string;
    readonly effect: string;
  }[];
  readonly architecture: string;
}

/** The network part of a VM template or of a running VMI. */
export interface VmNetworking {
  readonly interfaces: readonly NicSpec[];
  readonly networks: readonly NetworkSpec[];
  /** Undefined when not stated (means true). */
  readonly autoattachPodInterface?: boolean;
}

export interface VmRecord {
  readonly kind: 'vm';
  readonly meta: Meta;
  readonly networking: VmNetworking;
  readonly placement: Placement;
  readonly evictionStrategy: string;
  readonly runStrategy: string;
  readonly printableStatus: string;
  readonly conditions: readonly Condition[];
  /** Labels of the template's pods: what Services select. */
  readonly templateLabels: Readonly<Record<string, string>>;
  /** Addresses that cloud-init networkData sets, as `ip/prefix` texts. */
  readonly cloudInitAddresses: readonly string[];
}

export interface VmiInterfaceStatus {
  /** Network name; '' for interfaces that only the guest knows. */
  readonly name: string;
  readonly mac: string;
  readonly ips: readonly string[];
  /** domain, guest-agent, multus-status. */
  readonly sources: readonly string[];
  /** Name inside the guest. */
  readonly guestName: string;
  readonly podInterfaceName: string;
  readonly linkState: string;
}

export interface VmiRecord {
  readonly kind: 'vmi';
  readonly meta: Meta;
  readonly networking: VmNetworking;
  readonly placement: Placement;
  readonly evictionStrategy: string;
  readonly phase: string;
  readonly node: string;
  readonly migration?: {
    readonly sourceNode: string;
    readonly targetNode: string;
    readonly completed: boolean;
    readonly failed: boolean;
    /** In milliseconds; undefined while it runs. */
    readonly endedAt?: number;
  };
  readonly interfaces: readonly VmiInterfaceStatus[];
  readonly conditions: readonly Condition[];
}
