/** The healthy cluster with a localnet CUDN `corp` (VLAN 200) that selects `ns1`, and its NAD there. */
import { namespace } from '../../../dev/test/makeCluster';
import { cudn, cudnNad } from '../../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../../cluster/kubeObject';
import { healthyObjects } from './healthyObjects';

export const VLAN_200 = { vlan: { mode: 'Access', access: { id: 200 } }, mtu: 1500 };

type CudnOptions = NonNullable<Parameters<typeof cudn>[1]>;

/** `options` go to the CUDN; `changed` replaces or adds objects. */
export const cudnCluster = (
  options: CudnOptions = {},
  ...changed: readonly KubeObject[]
): KubeObject[] =>
  healthyObjects(
    cudn('corp', { ...options, network: { ...VLAN_200, ...options.network } }),
    namespace('ns1', { labels: { 'vm-network/corp': 'true' } }),
    cudnNad('corp', 'ns1', { config: { vlanID: 200 } }),
    ...changed,
  );
