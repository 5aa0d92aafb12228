/**
 * What a person wants, before anything is said about how: the answers to the form's questions.
 * `proposeFlows` turns it into ways of doing it.
 */
import type { Addressing, VlanRange, VmChoice } from './attachIntent';

export type Reach =
  /** A VLAN of the physical network, by its number. */
  | { readonly type: 'vlan'; readonly vlan: number }
  /** Untagged frames: the native VLAN of the switch port. */
  | { readonly type: 'untagged' }
  /** The guest tags its frames itself. */
  | { readonly type: 'trunk'; readonly ranges: readonly VlanRange[] }
  /** Other VMs only. */
  | { readonly type: 'overlay' };

export interface Wish {
  readonly jobId: string;
  readonly reach: Reach;
  readonly addressing: Addressing;
  /** Bytes; undefined takes what the uplink carries. */
  readonly mtu?: number;
  /** Undefined: made from the VLAN, or the name of a network that fits. */
  readonly networkName?: string;
  readonly projects: readonly string[];
  readonly vms: readonly VmChoice[];
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly labelNodes?: readonly string[];
  /** A bridge or NIC that the form was opened from: preferred where it can be used. */
  readonly preferred?: { readonly bridge?: string; readonly nic?: string };
}
