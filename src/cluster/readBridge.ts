/**
 * The bridge and bond parts of an nmstate interface, Linux and OVS alike. `port` and `ports`,
 * and for bonds the old `slaves`, are one thing.
 * Source: nmstate rust/src/lib/ifaces/{bond,linux_bridge,bridge_vlan,ovs}.rs; domain
 * reference A.1.3.
 */
import type { BondConfig, BridgeConfig, BridgePort, PortVlan } from './interfaceRecord';
import { asArray, asRecord, recordOf } from './json';
import type { JsonRecord } from './json';
import { nmstateBoolean, nmstateInteger, nmstateName } from './nmstateScalars';

/** Kernel bond modes may be given by number. */
const BOND_MODES: readonly string[] = [
  'balance-rr',
  'active-backup',
  'balance-xor',
  'broadcast',
  '802.3ad',
  'balance-tlb',
  'balance-alb',
];

const readMode = (value: unknown): string => {
  const number = nmstateInteger(value);
  return (number === undefined ? undefined : BOND_MODES[number]) ?? nmstateName(value);
};

/** The list under the first of these keys that holds one. */
const listOf = (raw: JsonRecord, keys: readonly string[]): readonly unknown[] | undefined => {
  for (const key of keys) {
    const list = raw[key];
    if (Array.isArray(list)) return asArray(list);
  }
  return undefined;
};

const memberName = (value: unknown): string => nmstateName(asRecord(value)?.name ?? value);

/** Takes `link-aggregation`, of a bond or of an OVS bridge port. */
export const readBond = (value: unknown): BondConfig | undefined => {
  const raw = asRecord(value);
  if (raw === undefined) return undefined;
  // `ports-config` may stand beside `port`: a member of either is a member.
  const list = ['port', 'ports', 'slaves', 'ports-config'].flatMap((key) => asArray(raw[key]));
  const members = new Set(list.map(memberName));
  members.delete('');
  return { mode: readMode(raw.mode), members: [...members] };
};

const MAX_VLAN = 4094;

const readTrunkTags = (value: unknown): PortVlan['trunkTags'] => {
  const ranges: { min: number; max: number }[] = [];
  for (const item of asArray(value)) {
    const raw = recordOf(item);
    const range = recordOf(raw['id-range']);
    const id = nmstateInteger(raw.id);
    const min = id ?? nmstateInteger(range.min);
    const max = id ?? nmstateInteger(range.max) ?? MAX_VLAN;
    if (min !== undefined) ranges.push({ min, max });
  }
  return ranges;
};

const modeOf = (value: unknown): PortVlan['mode'] =>
  value === 'access' || value === 'trunk' ? value : '';

const readPortVlan = (value: unknown): PortVlan | undefined => {
  const raw = asRecord(value);
  if (raw === undefined) return undefined;
  return {
    mode: modeOf(raw.mode),
    tag: nmstateInteger(raw.tag),
    enableNative: nmstateBoolean(raw['enable-native']) ?? false,
    trunkTags: readTrunkTags(raw['trunk-tags']),
    empty: Object.keys(raw).length === 0,
  };
};

const readPorts = (list: readonly unknown[]): readonly BridgePort[] => {
  const ports = new Map<string, BridgePort>();
  for (const item of list) {
    const raw = recordOf(item);
    const name = memberName(item);
    if (name === '' || ports.has(name)) continue;
    ports.set(name, {
      name,
      vlan: readPortVlan(raw.vlan),
      bond: readBond(raw['link-aggregation']),
    });
  }
  return [...ports.values()];
};

/** `stp` is a boolean or `{enabled}`; either may be quoted. */
const stpValue = (value: unknown): unknown => {
  const raw = asRecord(value);
  return raw === undefined ? value : raw.enabled;
};

/** Takes an interface's `bridge`; undefined when the interface does not mention it. */
export const readBridge = (value: unknown): BridgeConfig | undefined => {
  const raw = asRecord(value);
  if (raw === undefined) return undefined;
  const options = recordOf(raw.options);
  const stp = stpValue(options.stp);
  const list = listOf(raw, ['port', 'ports']);
  return {
    ports: list === undefined ? [] : readPorts(list),
    portsStated: list !== undefined,
    allowExtraPatchPorts: nmstateBoolean(raw['allow-extra-patch-ports']),
    stp: nmstateBoolean(stp),
    stpQuoted: typeof stp === 'string',
    mcastSnooping: nmstateBoolean(
      options['mcast-snooping-enable'] ?? options['multicast-snooping'],
    ),
  };
};
