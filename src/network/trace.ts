/** The result of tracing one VM NIC to the wire. Rulings 3; domain reference E.2. */
import type { Text } from '../cluster/text';
import type { State } from './model';

export interface Hop {
  readonly id: string;
  readonly state: State;
  readonly reason?: Text;
  /** A hop of the same rank that runs beside this one (bond members, switch ports). */
  readonly parallel?: boolean;
}

/** How one hop of the path handles VLANs. */
export interface VlanUse {
  readonly id: string;
  /** VLANs of the frames here, as text: "100", "101, 500-510"; '' is untagged. */
  readonly vlans: string;
  /** VLANs the hop lets through, where it limits them. */
  readonly allowed?: string;
}

export interface Trace {
  /** What the cluster itself can prove, from the VM NIC to the physical NIC. */
  readonly verdict: State;
  readonly reason?: Text;
  /** Id of the first hop that fails; of a missing one, the id it would have. */
  readonly broken?: string;
  readonly switch: { readonly state: State; readonly reason?: Text };
  /** From the VM NIC to the wire. */
  readonly hops: readonly Hop[];
  /** Node the path was traced on; undefined when the VM has none. */
  readonly node?: string;
  /** For a VM without a node, and for where it could migrate: the verdict per eligible node. */
  readonly elsewhere: readonly {
    readonly node: string;
    readonly verdict: State;
    readonly broken?: string;
  }[];
  /** Patch port seen on the node: ovn-controller has plumbed the network there. */
  readonly plumbed?: boolean;
  /** VLANs on the path, from the VM to the wire; an empty `vlans` is untagged. */
  readonly vlanUsage: readonly VlanUse[];
  /** MTU in bytes per hop that states one. */
  readonly mtuLadder: readonly { readonly id: string; readonly mtu: number }[];
}
