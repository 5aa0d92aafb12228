/**
 * What OVN-Kubernetes writes on a Node: small JSON texts in annotations. Older releases used
 * other spellings of some; both are read.
 * Source: OVN-Kubernetes go-controller/pkg/util/node_annotations.go; domain reference A.8.
 */
import { asRecord, ownString, parseJson, recordOf, stringsOf, textOf } from './json';
import type { GatewayConfig, OvnNodeAnnotations } from './nodeRecord';

type Annotations = Readonly<Record<string, string>>;

const annotation = (annotations: Annotations, name: string): unknown =>
  parseJson(ownString(annotations, `k8s.ovn.org/${name}`));

/** A text or a list of texts, as a list. */
const oneOrMany = (value: unknown): readonly string[] =>
  typeof value === 'string' && value !== '' ? [value] : stringsOf(value);

/** `{"ipv4": "...", "ipv6": "..."}`; a family may be missing or empty. */
const bothFamilies = (value: unknown): readonly string[] => {
  const raw = recordOf(value);
  return [textOf(raw.ipv4), textOf(raw.ipv6)].filter((address) => address !== '');
};

const readSubnets = (value: unknown): OvnNodeAnnotations['subnets'] => {
  const raw = recordOf(value);
  const subnets: Record<string, readonly string[]> = {};
  for (const network in raw) subnets[network] = oneOrMany(raw[network]);
  return subnets;
};

const readGateway = (value: unknown): GatewayConfig | undefined => {
  const raw = asRecord(recordOf(value).default);
  if (raw === undefined) return undefined;
  const vlan = Number(raw['vlan-id'] ?? 0);
  return {
    mode: textOf(raw.mode),
    bridgeId: textOf(raw['bridge-id']),
    interfaceId: textOf(raw['interface-id']),
    mac: textOf(raw['mac-address']),
    ipAddresses: oneOrMany(raw['ip-addresses'] ?? raw['ip-address']),
    nextHops: oneOrMany(raw['next-hops'] ?? raw['next-hop']),
    vlanId: Number.isInteger(vlan) ? vlan : 0,
  };
};

const readNodeId = (text: string | undefined): number | undefined => {
  const id = text === undefined || text === '' ? NaN : Number(text);
  return Number.isInteger(id) ? id : undefined;
};

/** Takes the annotations of a Node. */
export const readOvnNodeAnnotations = (annotations: Annotations): OvnNodeAnnotations => ({
  subnets: readSubnets(annotation(annotations, 'node-subnets')),
  gateway: readGateway(annotation(annotations, 'l3-gateway-config')),
  chassisId: ownString(annotations, 'k8s.ovn.org/node-chassis-id'),
  nodeId: readNodeId(ownString(annotations, 'k8s.ovn.org/node-id')),
  primaryAddresses: bothFamilies(annotation(annotations, 'node-primary-ifaddr')),
  hostCidrs: stringsOf(
    annotation(annotations, 'host-cidrs') ?? annotation(annotations, 'host-addresses'),
  ),
  transitAddresses: bothFamilies(annotation(annotations, 'node-transit-switch-port-ifaddr')),
  joinAddresses: bothFamilies(
    recordOf(annotation(annotations, 'node-gateway-router-lrp-ifaddrs')).default ??
      annotation(annotations, 'node-gateway-router-lrp-ifaddr'),
  ),
  encapIps: stringsOf(annotation(annotations, 'node-encap-ips')),
});
