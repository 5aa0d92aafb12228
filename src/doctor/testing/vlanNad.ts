/** An accepted localnet NAD on the healthy cluster's wire: VLAN 200 of `vmdata`, which the switch carries. */
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import type { OvnNadOptions } from '../../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../../cluster/kubeObject';

/** `config` overrides keys of the configuration; undefined drops a key. */
export const vlanNad = (
  path: string,
  config: Record<string, unknown> = {},
  options: OvnNadOptions = {},
): KubeObject =>
  ovnNad(path, { ...options, config: { physicalNetworkName: 'vmdata', vlanID: 200, ...config } });
