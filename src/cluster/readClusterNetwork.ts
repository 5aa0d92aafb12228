/**
 * The cluster's own network: the `Network` of config.openshift.io, which says what is, and the
 * one of operator.openshift.io, which says how it was asked for. Domain reference A.8.
 */
import type { ClusterNetworkRecord, OperatorNetworkRecord } from './clusterRecords';
import {
  asArray,
  asBoolean,
  asNumber,
  asRecord,
  asString,
  recordOf,
  stringsOf,
  textOf,
} from './json';
import { DEFAULT_JOIN_SUBNET, DEFAULT_TRANSIT_SUBNET } from './ovnNames';
import { readMeta } from './readMeta';

const readClusterNetworks = (value: unknown): ClusterNetworkRecord['clusterNetworks'] => {
  const networks: { cidr: string; hostPrefix?: number }[] = [];
  for (const item of asArray(value)) {
    const raw = recordOf(item);
    const cidr = textOf(raw.cidr);
    if (cidr !== '') networks.push({ cidr, hostPrefix: asNumber(raw.hostPrefix) });
  }
  return networks;
};

/** Takes a config.openshift.io Network; `status` is preferred, field by field. */
export const readClusterNetwork = (object: unknown): ClusterNetworkRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const raw = recordOf(object);
  const spec = recordOf(raw.spec);
  const status = recordOf(raw.status);
  return {
    kind: 'clusterNetwork',
    meta,
    networkType: textOf(status.networkType) || textOf(spec.networkType),
    clusterNetworks: readClusterNetworks(status.clusterNetwork ?? spec.clusterNetwork),
    serviceNetworks: stringsOf(status.serviceNetwork ?? spec.serviceNetwork),
    mtu: asNumber(status.clusterNetworkMTU),
    mtuMigrating: asRecord(recordOf(status.migration).mtu) !== undefined,
  };
};

/** Takes an operator.openshift.io Network; subnets default to OVN-Kubernetes' own. */
export const readOperatorNetwork = (object: unknown): OperatorNetworkRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const spec = recordOf(recordOf(object).spec);
  const ovn = recordOf(recordOf(spec.defaultNetwork).ovnKubernetesConfig);
  const ipv4 = recordOf(ovn.ipv4);
  return {
    kind: 'operatorNetwork',
    meta,
    useMultiNetworkPolicy: asBoolean(spec.useMultiNetworkPolicy),
    routingViaHost: recordOf(ovn.gatewayConfig).routingViaHost === true,
    joinSubnet:
      asString(ipv4.internalJoinSubnet) ?? asString(ovn.v4InternalSubnet) ?? DEFAULT_JOIN_SUBNET,
    transitSubnet: asString(ipv4.internalTransitSwitchSubnet) ?? DEFAULT_TRANSIT_SUBNET,
  };
};
