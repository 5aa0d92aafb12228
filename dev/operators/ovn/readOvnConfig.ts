/**
 * Reads a NAD the way OVN-Kubernetes does: not its business, refused with the controller's own
 * words, or a network. Sources: ovn-kubernetes go-controller/pkg/util/multi_network.go
 * (ValidateNetConf), pkg/config/cni.go (ParseNetConf).
 */
import type { Nad, OvnConfig } from './ovnTypes';
import { OVN_TYPE } from './ovnTypes';

export type NadReading =
  | { kind: 'foreign' }
  | { kind: 'invalid'; reason: string }
  | { kind: 'network'; config: OvnConfig };

type Json = Record<string, unknown>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const foreign: NadReading = { kind: 'foreign' };
const invalid = (reason: string): NadReading => ({ kind: 'invalid', reason });

export function readOvnConfig(nad: Nad): NadReading {
  const document = parse(nad.spec?.config ?? '');
  if (!document) return foreign;
  const plugins = Array.isArray(document['plugins']) ? document['plugins'].filter(isRecord) : [];
  const isChain = document['type'] === undefined && plugins.length > 0;
  if (isChain && !plugins.some((plugin) => plugin['type'] === OVN_TYPE)) return foreign;
  if (isChain && plugins.length > 1) return invalid('CNI plugin chaining is not supported');
  const raw: Json = isChain ? { name: document['name'], ...plugins[0] } : document;
  if (raw['type'] !== OVN_TYPE) return foreign;
  if (raw['topology'] === undefined || raw['topology'] === '') return foreign;
  const problem =
    typeProblem(raw) ?? networkProblem(raw, `${nad.metadata.namespace}/${nad.metadata.name}`);
  return problem === undefined
    ? { kind: 'network', config: raw as unknown as OvnConfig }
    : invalid(problem);
}

function parse(config: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(config);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const goTypes: Record<string, 'string' | 'int' | 'bool'> = {
  name: 'string',
  topology: 'string',
  netAttachDefName: 'string',
  role: 'string',
  physicalNetworkName: 'string',
  subnets: 'string',
  excludeSubnets: 'string',
  joinSubnet: 'string',
  mtu: 'int',
  vlanID: 'int',
  allowPersistentIPs: 'bool',
};

/** The first field that Go's JSON decoder would refuse. */
function typeProblem(raw: Json): string | undefined {
  for (const [field, goType] of Object.entries(goTypes)) {
    const value = raw[field];
    if (value === undefined || value === null || fits(value, goType)) continue;
    const given = Array.isArray(value)
      ? 'array'
      : typeof value === 'boolean'
        ? 'bool'
        : typeof value;
    return `json: cannot unmarshal ${given} into Go struct field NetConf.${field} of type ${goType}`;
  }
  return undefined;
}

function fits(value: unknown, goType: 'string' | 'int' | 'bool'): boolean {
  if (goType === 'int') return Number.isInteger(value);
  return typeof value === (goType === 'bool' ? 'boolean' : 'string');
}

const text = (raw: Json, field: string) => (typeof raw[field] === 'string' ? raw[field] : '');

function networkProblem(raw: Json, nad: string): string | undefined {
  const name = text(raw, 'name');
  if (['', 'default', 'ovn-kubernetes'].includes(name)) {
    return `invalid name in in secondary network netconf (${name})`;
  }
  const declared = text(raw, 'netAttachDefName');
  if (declared === '') return `missing NADName in secondary network netconf ${name}`;
  if (declared !== nad) {
    return `net-attach-def name (${nad}) is inconsistent with config (${declared})`;
  }
  if (
    isRecord(raw['ipam']) &&
    typeof raw['ipam']['type'] === 'string' &&
    raw['ipam']['type'] !== ''
  ) {
    return 'IPAM key is not supported. Use OVN-K provided IPAM via the `subnets` attribute';
  }
  return topologyProblem(raw, name);
}

function topologyProblem(raw: Json, name: string): string | undefined {
  const topology = text(raw, 'topology');
  const role = text(raw, 'role');
  const hasSubnets = text(raw, 'subnets') !== '';
  const persistent = raw['allowPersistentIPs'] === true;
  if (!['localnet', 'layer2', 'layer3'].includes(topology)) {
    return `topology ${topology} not supported`;
  }
  if (topology === 'layer3' && persistent) return 'layer3 topology does not allow persistent IPs';
  if (topology === 'layer3' && !hasSubnets) {
    return `the subnet attribute must be defined for layer3 topology of network ${name}`;
  }
  if (topology === 'localnet' && text(raw, 'joinSubnet') !== '') {
    return 'localnet topology does not allow specifying join-subnet as services are not supported';
  }
  if (topology === 'localnet' && role === 'primary') {
    return 'unexpected network field "role" primary for "localnet" topology, localnet topology can only be secondary';
  }
  if (topology === 'layer2' && role === 'primary' && !hasSubnets) {
    return 'the subnet attribute must be defined for layer2 primary user defined networks';
  }
  if (persistent && !hasSubnets) {
    return 'the subnet attribute must be defined when persistent IPs are allowed';
  }
  return undefined;
}

/** The bridge mapping key of a localnet network. */
export function physicalName(config: OvnConfig): string {
  return config.physicalNetworkName || config.name;
}

/**
 * What OVN-Kubernetes compares between NADs of one network name (canReconcile), as one string. An
 * absent mtu is filled with the overlay's; `physicalNetworkName` is compared raw.
 */
export function comparedPart(config: OvnConfig, overlayMtu: number): string {
  const list = (csv: string | undefined) =>
    (csv ?? '')
      .split(',')
      .map((part) => part.trim())
      .sort();
  return JSON.stringify([
    config.topology,
    config.mtu || overlayMtu,
    config.vlanID ?? 0,
    config.physicalNetworkName ?? '',
    list(config.subnets),
    list(config.excludeSubnets),
    config.allowPersistentIPs ?? false,
    config.role === 'primary',
  ]);
}
