/**
 * What the form "Attach a VM to a VLAN" asks for. Everything the planner needs and nothing that
 * it can find out from the graph.
 */
export type UplinkChoice =
  | { readonly type: 'existingBridge'; readonly bridge: string }
  | { readonly type: 'newBridge'; readonly bridge: string; readonly nic: string };

export interface VmChoice {
  readonly namespace: string;
  readonly name: string;
}

export interface AttachIntent {
  /** Value of the label `vm-networks/job`; unique, a valid label value. */
  readonly jobId: string;
  /** Equality pairs of the NNCP; empty selects all nodes. */
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly uplink: UplinkChoice;
  /** Access VLAN, 1–4094; undefined sends untagged frames. */
  readonly vlan?: number;
  /** OVN network name, and the name of each NAD. */
  readonly networkName: string;
  /** Bytes; undefined takes the smallest uplink MTU of the chosen nodes. */
  readonly mtu?: number;
  /** Namespaces that get a NAD; `default` serves every project. */
  readonly projects: readonly string[];
  readonly vms: readonly VmChoice[];
}
