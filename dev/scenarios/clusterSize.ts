/** The dimensions of a generated cluster, and the names its parts share. */
export interface ClusterSize {
  seed: number;
  /** All nodes; three of them (fewer in a tiny cluster) are the control plane. */
  nodes: number;
  /** Physical NICs of each worker; the first is under br-ex, up to nine more get an OVS bridge. */
  nicsPerNode: number;
  vms: number;
  /** Localnet networks that NADs describe, one VLAN each. */
  networks: number;
  cudns: number;
  /** NADs written by hand, spread over the networks and namespaces. */
  nads: number;
  namespaces: number;
}

export const padded = (value: number, width: number) => String(value).padStart(width, '0');

export const namespaceName = (index: number) => `project-${padded(index, 4)}`;

/** The namespaces a CUDN selects: two neighbours, by number. */
export function selectedBy(cudn: number, { namespaces }: ClusterSize): number[] {
  return [...new Set([cudn % namespaces, (cudn + 1) % namespaces])];
}
