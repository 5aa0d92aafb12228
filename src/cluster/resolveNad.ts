/**
 * From a VM's `networkName` to a NAD, and which NADs a namespace may use. There is no fallback
 * to `default`: a name without a namespace means the VM's own.
 * Source: kubevirt pkg/network/multus/nad.go; cluster-network-operator
 * bindata/network/multus/multus.yaml (namespaceIsolation, globalNamespaces); domain reference B.2.
 */

/** Namespaces whose NADs every namespace may use, as OpenShift configures Multus. */
export const GLOBAL_NAD_NAMESPACES: ReadonlySet<string> = new Set([
  'default',
  'openshift-multus',
  'openshift-sriov-network-operator',
  'openshift-cnv',
]);

/** `namespace/name` of the NAD that a network name means for a VM of this namespace. */
export const resolveNad = (vmNamespace: string, networkName: string): string =>
  networkName.includes('/') ? networkName : `${vmNamespace}/${networkName}`;

/** May a pod of one namespace use a NAD of another (Multus namespace isolation)? */
export const nadUsableFrom = (podNamespace: string, nadNamespace: string): boolean =>
  podNamespace === nadNamespace || GLOBAL_NAD_NAMESPACES.has(nadNamespace);
