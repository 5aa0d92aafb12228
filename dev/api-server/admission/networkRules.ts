/**
 * Rules that UserDefinedNetwork and ClusterUserDefinedNetwork share: roles, subnets, ipam, MTU
 * (ovn-kubernetes go-controller/pkg/crd/userdefinednetwork/v1/shared.go and cudn.go; the texts are
 * those of the CEL rules there, their slips of spelling included, since clients see them).
 */
import { isIP } from 'node:net';
import type { FieldError } from '../http/ApiError';
import { invalidValue, requiredValue, unsupportedValue } from '../http/ApiError';
import type { JsonRecord } from '../json';
import { recordAt, stringAt } from '../json';
import type { Shape } from './prune';

export const layer2Shape: Shape = {
  fields: {
    role: 'any',
    mtu: 'any',
    subnets: 'any',
    reservedSubnets: 'any',
    infrastructureSubnets: 'any',
    defaultGatewayIPs: 'any',
    joinSubnets: 'any',
    ipam: { fields: { mode: 'any', lifecycle: 'any' } },
  },
};

export const layer3Shape: Shape = {
  fields: {
    role: 'any',
    mtu: 'any',
    subnets: { items: { fields: { cidr: 'any', hostSubnet: 'any' } } },
    joinSubnets: 'any',
  },
};

/** `role` must be one of the supported ones. */
export function checkRole(
  network: JsonRecord,
  path: string,
  supported: readonly string[],
): FieldError[] {
  if (network.role === undefined) {
    return [requiredValue(`${path}.role`)];
  }
  return supported.some((role) => role === network.role)
    ? []
    : [unsupportedValue(`${path}.role`, network.role, supported)];
}

/** MTU between 576 and 65536; at least 1280 when a subnet is IPv6. `cidrs` are the subnets. */
export function checkMtu(
  network: JsonRecord,
  path: string,
  cidrs: readonly unknown[],
): FieldError[] {
  const mtu = network.mtu;
  if (mtu === undefined) {
    return [];
  }
  const field = `${path}.mtu`;
  if (typeof mtu !== 'number' || !Number.isInteger(mtu)) {
    return [invalidValue(field, mtu, `${field} in body must be of type integer`)];
  }
  if (mtu < 576) {
    return [invalidValue(field, mtu, `${field} in body should be greater than or equal to 576`)];
  }
  if (mtu > 65536) {
    return [invalidValue(field, mtu, `${field} in body should be less than or equal to 65536`)];
  }
  if (mtu < 1280 && cidrs.some((cidr) => addressFamily(cidr) === 6)) {
    const text = 'MTU should be greater than or equal to 1280 when IPv6 subnet is used';
    return [invalidValue(path, network, text)];
  }
  return [];
}

/** Each entry must be a CIDR; two entries must be of different families. */
export function checkCidrs(value: unknown, field: string, most: number): FieldError[] {
  if (value === undefined) {
    return [];
  }
  if (!Array.isArray(value)) {
    return [invalidValue(field, value, `${field} in body must be of type array`)];
  }
  if (value.length === 0) {
    return [invalidValue(field, 0, `${field} in body should have at least 1 items`)];
  }
  if (value.length > most) {
    return [
      {
        field,
        reason: 'FieldValueTooMany',
        message: `Too many: ${value.length}: must have at most ${most} items`,
      },
    ];
  }
  const errors = value.flatMap((cidr: unknown, index) =>
    addressFamily(cidr) === 0 ? [invalidValue(`${field}[${index}]`, cidr, 'CIDR is invalid')] : [],
  );
  if (errors.length === 0 && most === 2 && value.length === 2) {
    const [first, second] = value.map(addressFamily);
    if (first === second) {
      const text = 'When 2 CIDRs are set, they must be from different IP families';
      return [invalidValue(field, value, text)];
    }
  }
  return errors;
}

/** ipam.mode and ipam.lifecycle by themselves; what they mean for subnets is the caller's rule. */
export function checkIpam(network: JsonRecord, path: string): FieldError[] {
  const ipam = recordAt(network, 'ipam');
  const errors: FieldError[] = [];
  if (ipam.mode !== undefined && ipam.mode !== 'Enabled' && ipam.mode !== 'Disabled') {
    errors.push(unsupportedValue(`${path}.ipam.mode`, ipam.mode, ['Enabled', 'Disabled']));
  }
  if (ipam.lifecycle !== undefined && ipam.lifecycle !== 'Persistent') {
    errors.push(unsupportedValue(`${path}.ipam.lifecycle`, ipam.lifecycle, ['Persistent']));
  }
  if (ipam.lifecycle === 'Persistent' && ipamDisabled(network)) {
    const text = 'lifecycle Persistent is only supported when ipam.mode is Enabled';
    errors.push(invalidValue(`${path}.ipam`, ipam, text));
  }
  return errors;
}

/** True when the network's addresses are left to others; ipam is enabled by default. */
export function ipamDisabled(network: JsonRecord): boolean {
  const mode = stringAt(network, 'ipam', 'mode');
  return mode !== '' && mode !== 'Enabled';
}

/** The rules of the `layer2` part. */
export function checkLayer2(layer2: JsonRecord, path: string): FieldError[] {
  const errors = [
    ...checkRole(layer2, path, ['Primary', 'Secondary']),
    ...checkCidrs(layer2.subnets, `${path}.subnets`, 2),
    ...checkIpam(layer2, path),
    ...checkMtu(layer2, path, Array.isArray(layer2.subnets) ? layer2.subnets : []),
  ];
  const primary = layer2.role === 'Primary';
  const refuse = (text: string): unknown => errors.push(invalidValue(path, layer2, text));
  if (!ipamDisabled(layer2) && layer2.subnets === undefined) {
    refuse('Subnets is required with ipam.mode is Enabled or unset');
  }
  if (ipamDisabled(layer2) && layer2.subnets !== undefined) {
    refuse('Subnets must be unset when ipam.mode is Disabled');
  }
  if (ipamDisabled(layer2) && primary) {
    refuse('Disabled ipam.mode is only supported for Secondary network');
  }
  if (layer2.joinSubnets !== undefined && !primary) {
    refuse('JoinSubnets is only supported for Primary network');
  }
  for (const field of ['defaultGatewayIPs', 'reservedSubnets', 'infrastructureSubnets']) {
    if (layer2[field] !== undefined && !primary) {
      refuse(`${field} is only supported for Primary network`);
    }
  }
  return errors;
}

/** The rules of the `layer3` part. */
export function checkLayer3(layer3: JsonRecord, path: string): FieldError[] {
  const subnets = Array.isArray(layer3.subnets) ? layer3.subnets : [];
  const cidrs: unknown[] = subnets.map((subnet) => stringAt(subnet, 'cidr'));
  const errors = [...checkRole(layer3, path, ['Primary', 'Secondary'])];
  if (subnets.length === 0) {
    errors.push(requiredValue(`${path}.subnets`));
  } else {
    errors.push(...checkCidrs(cidrs, `${path}.subnets`, 400));
  }
  errors.push(...checkMtu(layer3, path, cidrs));
  if (layer3.joinSubnets !== undefined && layer3.role !== 'Primary') {
    errors.push(invalidValue(path, layer3, 'JoinSubnets is only supported for Primary network'));
  }
  return errors;
}

/** 4 or 6 for a CIDR of that family, 0 for anything else. */
function addressFamily(value: unknown): number {
  if (typeof value !== 'string') {
    return 0;
  }
  const [address = '', length = '', ...more] = value.split('/');
  const family = isIP(address);
  const longest = family === 4 ? 32 : 128;
  const readable = /^\d{1,3}$/.test(length) && Number(length) <= longest && more.length === 0;
  return readable ? family : 0;
}
