/**
 * The CNI configuration in a NAD, read the way Multus decides between a single configuration
 * and a list: a top-level `type` makes it single, else `plugins` must hold something.
 * Source: multus pkg/types/conf.go LoadDelegateNetConf; domain reference A.4.2–A.4.5.
 */
import type { BridgePlugin, CniConfig, CniPlugin, OtherPlugin, OvnPlugin } from './cniConfig';
import { cniFields, fieldList, fieldNumber, fieldText } from './cniFields';
import type { CniFields } from './cniFields';
import { asArray, asNumber, asRecord, recordOf, textOf } from './json';
import type { JsonRecord } from './json';

export const OVN_PLUGIN_TYPE = 'ovn-k8s-cni-overlay';
const BRIDGE_PLUGIN_TYPES: ReadonlySet<string> = new Set(['bridge', 'cnv-bridge']);

const COMMON_KEYS: readonly string[] = ['cniversion', 'name', 'type', 'mtu', 'ipam', 'vlan'];

const MODELLED_KEYS: Readonly<Record<CniPlugin['family'], ReadonlySet<string>>> = {
  ovn: new Set([
    ...COMMON_KEYS,
    'topology',
    'netattachdefname',
    'role',
    'vlanid',
    'physicalnetworkname',
    'subnets',
    'excludesubnets',
    'allowpersistentips',
    'joinsubnet',
  ]),
  bridge: new Set([...COMMON_KEYS, 'bridge', 'vlanid', 'vlantrunk', 'macspoofchk']),
  sriov: new Set(COMMON_KEYS),
  macvtap: new Set(COMMON_KEYS),
  unknown: new Set(COMMON_KEYS),
};

const ipamType = (fields: CniFields): string => textOf(recordOf(fields.get('ipam')).type);

const readOvn = (fields: CniFields): OvnPlugin => ({
  family: 'ovn',
  topology: fieldText(fields, 'topology'),
  netAttachDefName: fieldText(fields, 'netAttachDefName'),
  role: fieldText(fields, 'role'),
  mtu: fieldNumber(fields, 'mtu'),
  vlanID: fieldNumber(fields, 'vlanID'),
  wrongVlanKey: fieldNumber(fields, 'vlan'),
  physicalNetworkName: fieldText(fields, 'physicalNetworkName'),
  subnets: fieldList(fields, 'subnets'),
  excludeSubnets: fieldList(fields, 'excludeSubnets'),
  allowPersistentIPs: fields.get('allowpersistentips') === true,
  joinSubnet: fieldText(fields, 'joinSubnet'),
  ipamType: ipamType(fields),
});

const readTrunk = (value: unknown): BridgePlugin['vlanTrunk'] => {
  const ranges: { min: number; max: number }[] = [];
  for (const item of asArray(value)) {
    const raw = recordOf(item);
    const id = asNumber(raw.id);
    if (id !== undefined) ranges.push({ min: id, max: id });
    const min = asNumber(raw.minID);
    const max = asNumber(raw.maxID);
    if (min !== undefined && max !== undefined) ranges.push({ min, max });
  }
  return ranges;
};

const readBridgePlugin = (fields: CniFields): BridgePlugin => ({
  family: 'bridge',
  // The bridge plugin's own default. Source: containernetworking plugins/main/bridge.
  bridge: fieldText(fields, 'bridge') || 'cni0',
  vlan: fieldNumber(fields, 'vlan'),
  wrongVlanKey: fieldNumber(fields, 'vlanID'),
  vlanTrunk: readTrunk(fields.get('vlantrunk')),
  mtu: fieldNumber(fields, 'mtu'),
  macspoofchk: fields.get('macspoofchk') === true,
  ipamType: ipamType(fields),
});

const otherFamily = (type: string): OtherPlugin['family'] =>
  type === 'sriov' || type === 'macvtap' ? type : 'unknown';

const readPlugin = (type: string, fields: CniFields): CniPlugin => {
  if (type === OVN_PLUGIN_TYPE) return readOvn(fields);
  if (BRIDGE_PLUGIN_TYPES.has(type)) return readBridgePlugin(fields);
  return {
    family: otherFamily(type),
    vlan: fieldNumber(fields, 'vlan'),
    mtu: fieldNumber(fields, 'mtu'),
    ipamType: ipamType(fields),
  };
};

const unknownKeysOf = (raw: JsonRecord, family: CniPlugin['family']): readonly string[] =>
  Object.keys(raw)
    .filter((key) => !MODELLED_KEYS[family].has(key.toLowerCase()))
    .sort();

/** Top-level keys of a list that its plugins take their name and version from. */
const readTyped = (
  form: 'conf' | 'conflist',
  top: CniFields,
  plugins: readonly JsonRecord[],
): CniConfig => {
  const raw = plugins[0] ?? {};
  const pluginTypes = plugins.map((plugin) => fieldText(cniFields(plugin), 'type'));
  const type = pluginTypes[0] ?? '';
  const plugin = readPlugin(type, cniFields(raw));
  return {
    form,
    name: fieldText(top, 'name'),
    cniVersion: fieldText(top, 'cniVersion'),
    type,
    pluginTypes,
    plugin,
    unknownKeys: unknownKeysOf(raw, plugin.family),
  };
};

const readParsed = (value: unknown): CniConfig => {
  const raw = asRecord(value);
  if (raw === undefined) return { form: 'unreadable', problem: 'it is JSON, but not an object' };
  const top = cniFields(raw);
  if (fieldText(top, 'type') !== '') return readTyped('conf', top, [raw]);
  const plugins = asArray(top.get('plugins'));
  if (plugins.length === 0) return { form: 'untyped', name: fieldText(top, 'name') };
  return readTyped('conflist', top, plugins.map(recordOf));
};

/** Takes `spec.config` of a NAD. Never throws: what cannot be read is a value that says so. */
export const readCniConfig = (config: unknown): CniConfig => {
  if (config === undefined || config === null) return { form: 'empty' };
  if (typeof config !== 'string') return { form: 'unreadable', problem: 'it is not a text' };
  if (config.trim() === '') return { form: 'empty' };
  try {
    return readParsed(JSON.parse(config));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { form: 'unreadable', problem };
  }
};
