/**
 * The network part that UserDefinedNetwork and ClusterUserDefinedNetwork share: a topology and
 * the struct of that name. Source: OVN-Kubernetes go-controller/pkg/crd/userdefinednetwork/v1
 * shared.go; domain reference A.5, A.6.
 */
import { asArray, asNumber, asRecord, recordOf, textOf } from './json';
import type { JsonRecord } from './json';
import type { UdnNetwork } from './udnRecord';

/** Layer3 subnets are `{cidr, hostSubnet}`, all others plain texts. */
const readSubnets = (value: unknown): readonly string[] =>
  asArray(value)
    .map((item) => textOf(asRecord(item)?.cidr ?? item))
    .filter((subnet) => subnet !== '');

const detailsOf = (network: JsonRecord): JsonRecord =>
  recordOf(network[textOf(network.topology).toLowerCase()]);

/** Takes `spec` of a UDN, or `spec.network` of a CUDN. */
export const readUdnNetwork = (value: unknown): UdnNetwork => {
  const network = recordOf(value);
  const details = detailsOf(network);
  const ipam = recordOf(details.ipam);
  return {
    topology: textOf(network.topology),
    role: textOf(details.role),
    physicalNetworkName: textOf(details.physicalNetworkName),
    vlanId: asNumber(recordOf(recordOf(details.vlan).access).id),
    mtu: asNumber(details.mtu),
    subnets: readSubnets(details.subnets),
    excludeSubnets: readSubnets(details.excludeSubnets),
    ipamMode: ipam.mode === 'Disabled' ? 'Disabled' : 'Enabled',
    ipamLifecycle: textOf(ipam.lifecycle),
  };
};
