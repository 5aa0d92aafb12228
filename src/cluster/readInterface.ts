/**
 * One nmstate interface. `readInterface` reads what a node reports; `readDesiredInterface` also
 * keeps what is needed to compare the wishes of two policies: the keys it states and every
 * scalar setting. Source: nmstate rust/src/lib/ifaces; domain reference A.1.3, A.3.3.
 */
import type { InterfaceRecord, IpAddress, IpStack } from './interfaceRecord';
import { asArray, asRecord, asString, recordOf, textOf } from './json';
import type { JsonRecord } from './json';
import { nmstateBoolean, nmstateInteger, nmstateName } from './nmstateScalars';
import { readBond, readBridge } from './readBridge';
import { readLldp } from './readLldp';
import { sharedName } from './shared';

const NO_ADDRESSES: readonly IpAddress[] = [];
const NO_KEYS: readonly string[] = [];
const IP_OFF: IpStack = { enabled: false, dhcp: false, addresses: NO_ADDRESSES };

const readAddresses = (value: unknown): readonly IpAddress[] => {
  const items = asArray(value);
  if (items.length === 0) return NO_ADDRESSES;
  const addresses: IpAddress[] = [];
  for (const item of items) {
    const raw = recordOf(item);
    const ip = textOf(raw.ip);
    const full = ip.includes(':') ? 128 : 32;
    if (ip !== '') addresses.push({ ip, prefix: nmstateInteger(raw['prefix-length']) ?? full });
  }
  return addresses;
};

const readIpStack = (value: unknown): IpStack | undefined => {
  const raw = asRecord(value);
  if (raw === undefined) return undefined;
  const enabled = nmstateBoolean(raw.enabled) ?? false;
  const dhcp = nmstateBoolean(raw.dhcp) ?? false;
  const addresses = readAddresses(raw.address);
  return enabled || dhcp || addresses.length > 0 ? { enabled, dhcp, addresses } : IP_OFF;
};

const readVlan = (value: unknown): InterfaceRecord['vlan'] => {
  const raw = asRecord(value);
  if (raw === undefined) return undefined;
  return { base: nmstateName(raw['base-iface']), id: nmstateInteger(raw.id) };
};

const readEthernet = (value: unknown): InterfaceRecord['ethernet'] => {
  const raw = asRecord(value);
  if (raw === undefined) return undefined;
  return {
    speed: nmstateInteger(raw.speed),
    autoNegotiation: nmstateBoolean(raw['auto-negotiation']),
    totalVfs: nmstateInteger(recordOf(raw['sr-iov'])['total-vfs']),
  };
};

const emptyAsAbsent = (value: unknown): string | undefined => asString(value) || undefined;

const read = (raw: JsonRecord, name: string): InterfaceRecord => ({
  name,
  type: sharedName(textOf(raw.type)),
  state: sharedName(textOf(raw.state)),
  description: textOf(raw.description),
  mtu: nmstateInteger(raw.mtu),
  mac: emptyAsAbsent(raw['mac-address']),
  permanentMac: emptyAsAbsent(raw['permanent-mac-address']),
  controller: nmstateName(raw.controller) || undefined,
  ipv4: readIpStack(raw.ipv4),
  ipv6: readIpStack(raw.ipv6),
  bond: readBond(raw['link-aggregation']),
  vlan: readVlan(raw.vlan),
  bridge: readBridge(raw.bridge),
  patchPeer: emptyAsAbsent(recordOf(raw.patch).peer),
  ethernet: readEthernet(raw.ethernet),
  driver: emptyAsAbsent(raw.driver) ?? emptyAsAbsent(recordOf(raw.ethtool).driver),
  lldp: readLldp(raw.lldp),
  keys: NO_KEYS,
});

/** An entry of NodeNetworkState `interfaces[]`; undefined when it has no name. */
export const readInterface = (value: unknown): InterfaceRecord | undefined => {
  const raw = asRecord(value);
  const name = nmstateName(raw?.name);
  return raw === undefined || name === '' ? undefined : read(raw, name);
};

/** Deeper than any nmstate document; keeps hostile nesting off the call stack. */
const MAX_DEPTH = 8;

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Adds the scalars of an object to `settings` under dotted paths; lists are left out. */
const flatten = (
  raw: JsonRecord,
  prefix: string,
  depth: number,
  settings: Record<string, string>,
): void => {
  if (depth > MAX_DEPTH) return;
  for (const key in raw) {
    const value = raw[key];
    const nested = asRecord(value);
    if (nested !== undefined) flatten(nested, `${prefix}${key}.`, depth + 1, settings);
    else if (isScalar(value)) settings[prefix + key] = String(value);
  }
};

const settingsOf = (raw: JsonRecord): Readonly<Record<string, string>> => {
  const settings: Record<string, string> = {};
  flatten(raw, '', 0, settings);
  delete settings.name;
  delete settings.type;
  return settings;
};

/** An entry of a policy's `desiredState.interfaces[]`; undefined when it has no name. */
export const readDesiredInterface = (value: unknown): InterfaceRecord | undefined => {
  const raw = asRecord(value);
  const name = nmstateName(raw?.name);
  if (raw === undefined || name === '') return undefined;
  return { ...read(raw, name), keys: Object.keys(raw).sort(), settings: settingsOf(raw) };
};
