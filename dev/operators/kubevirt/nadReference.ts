/**
 * Which NAD a VM's network means: `<nad>` in the VM's own namespace or `<namespace>/<nad>`; there is
 * no fall-back to `default`. Source: kubevirt pkg/network/multus/nad.go.
 */
export interface NadKey {
  namespace: string;
  name: string;
}

export function resolveNad(vmNamespace: string, networkName: string): NadKey {
  const slash = networkName.indexOf('/');
  if (slash < 0) return { namespace: vmNamespace, name: networkName };
  return { namespace: networkName.slice(0, slash), name: networkName.slice(slash + 1) };
}

/** `<namespace>/<name>`, the form events and annotations use. */
export const nadKeyText = ({ namespace, name }: NadKey): string => `${namespace}/${name}`;

/** Namespaces whose NADs every pod may use (multus globalNamespaces on OpenShift). */
export const GLOBAL_NAMESPACES: ReadonlySet<string> = new Set([
  'default',
  'openshift-multus',
  'openshift-sriov-network-operator',
  'openshift-cnv',
]);
