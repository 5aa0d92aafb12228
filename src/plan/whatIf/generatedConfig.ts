/**
 * The CNI configuration that OVN-Kubernetes writes into the NAD of a CUDN or UDN.
 * Source: go-controller/pkg/clustermanager/userdefinednetwork/template; domain reference A.6.
 */
import type { KubeObject } from '../../cluster/kubeObject';
import { cudnNetworkName, udnNetworkName } from '../../cluster/networkNameOf';
import type { Snapshot } from '../../cluster/snapshot';
import type { CudnRecord, UdnRecord } from '../../cluster/udnRecord';

const GENEVE_OVERHEAD = 100;

export const generatedConfig = (
  owner: CudnRecord | UdnRecord,
  namespace: string,
  snapshot: Snapshot,
): KubeObject => {
  const { network, meta } = owner;
  const overlay = snapshot.clusterNetworks.items.get('cluster')?.mtu;
  const extra = network.topology === 'Localnet' ? GENEVE_OVERHEAD : 0;
  const mtu = network.mtu ?? (overlay === undefined ? undefined : overlay + extra);
  return {
    cniVersion: '1.1.0',
    type: 'ovn-k8s-cni-overlay',
    name: owner.kind === 'cudn' ? cudnNetworkName(owner) : udnNetworkName(owner),
    netAttachDefName: `${namespace}/${meta.name}`,
    topology: network.topology.toLowerCase(),
    role: network.role.toLowerCase(),
    ...(mtu === undefined ? {} : { mtu }),
    ...(network.physicalNetworkName === ''
      ? {}
      : { physicalNetworkName: network.physicalNetworkName }),
    ...(network.vlanId === undefined ? {} : { vlanID: network.vlanId }),
    ...(network.subnets.length === 0 ? {} : { subnets: network.subnets.join(',') }),
    ...(network.ipamLifecycle === 'Persistent' ? { allowPersistentIPs: true } : {}),
  };
};
