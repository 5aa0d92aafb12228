/**
 * What the API and the nodes accept as names. Sources: domain reference B.8, A.4.2; kernel
 * IFNAMSIZ; CustomResourceDefinition of ClusterUserDefinedNetwork.
 */

/**
 * Kernel and OVS interface names: 1 to 15 bytes without slash and white space, and not the two names of
 * directories (kernel dev_valid_name). Of ASCII alone, since the kernel counts bytes.
 */
export const isInterfaceName = (name: string): boolean =>
  /^[!-.0-~]{1,15}$/.test(name) && name !== '.' && name !== '..';

/** NAD names as the Multus admission webhook and DNS-1123 both accept them, at most 63 long. */
export const isNadName = (name: string): boolean =>
  name.length <= 63 && /^[a-z1-9]([-a-z0-9]*[a-z0-9])?$/.test(name);

/** Localnet names: 1 to 253 characters without the separators of the OVS value. */
export const isLocalnetName = (name: string): boolean =>
  name.length >= 1 && name.length <= 253 && !/[,:\s]/.test(name);

/** Network names that OVN-Kubernetes keeps for itself, and the prefix of generated ones. */
export const isReservedNetworkName = (name: string): boolean =>
  name === 'default' || name === 'ovn-kubernetes' || name.startsWith('cluster_udn_');

export const isVlanId = (id: number): boolean => Number.isInteger(id) && id >= 1 && id <= 4094;

/** MTU in bytes that the CUDN API and common NICs accept. */
export const isMtu = (bytes: number): boolean =>
  Number.isInteger(bytes) && bytes >= 576 && bytes <= 65536;

/** A valid object name made from free text: lower case, dashes, at most 63 characters. */
export const toObjectName = (textValue: string): string =>
  textValue
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');

/** The first of `base`, `base-2`, `base-3`, ... that is not taken; `from`: those before it are. */
export const freeName = (
  base: string,
  taken: Pick<ReadonlySet<string>, 'has'>,
  from = 2,
): string => {
  if (!taken.has(base)) return base;
  let suffix = from;
  while (taken.has(`${base}-${suffix}`)) suffix += 1;
  return `${base}-${suffix}`;
};
