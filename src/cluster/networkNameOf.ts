/**
 * The OVN name of a network, which is cluster-scoped and is not the name of the object that
 * defines it. Source: OVN-Kubernetes go-controller/pkg/util/multi_network.go; domain reference
 * B.1, A.5, A.6.
 */
import type { Meta } from './meta';
import type { NadRecord } from './nadRecord';
import type { OvnPlugin } from './cniConfig';

export const CUDN_NETWORK_PREFIX = 'cluster_udn_';

/** The OVN plugin of a NAD; undefined for other plugins and for configs that cannot be read. */
export const ovnPluginOf = (nad: NadRecord): OvnPlugin | undefined => {
  const { config } = nad;
  if (config.form !== 'conf' && config.form !== 'conflist') return undefined;
  return config.plugin.family === 'ovn' ? config.plugin : undefined;
};

/** Config `name` of an OVN NAD; '' when the config has none, undefined when it is no OVN NAD. */
export const networkNameOf = (nad: NadRecord): string | undefined => {
  const { config } = nad;
  if (config.form !== 'conf' && config.form !== 'conflist') return undefined;
  return config.plugin.family === 'ovn' ? config.name : undefined;
};

export const cudnNetworkName = (cudn: { readonly meta: Pick<Meta, 'name'> }): string =>
  `${CUDN_NETWORK_PREFIX}${cudn.meta.name}`;

export const udnNetworkName = (udn: { readonly meta: Pick<Meta, 'namespace' | 'name'> }): string =>
  `${udn.meta.namespace}_${udn.meta.name}`;

/** Key of the bridge mapping that a localnet network needs: the stated name, else its own. */
export const physicalNameOf = (networkName: string, physicalNetworkName: string): string =>
  physicalNetworkName === '' ? networkName : physicalNetworkName;
