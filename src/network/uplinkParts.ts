/**
 * The devices under a bridge, each with what it stands on: port -> bond or VLAN interface -> NIC
 * (domain reference B.6 `leaves`). An OVS bond has no interface of its own in NodeNetworkState.
 */
import type { BondConfig, BridgePort, InterfaceRecord } from '../cluster/interfaceRecord';
import { entityId } from './model';

/** Interfaces of one node by name, the way `NodeView.byName` holds them. */
export type InterfacesByName = ReadonlyMap<string, InterfaceRecord>;

export interface UplinkPart {
  readonly kind: 'nic' | 'bond' | 'vlanIf';
  readonly id: string;
  readonly name: string;
  /** Undefined for an OVS bond, and for what the node does not have. */
  readonly record?: InterfaceRecord;
  /** Set for a bond, kernel or OVS. */
  readonly bond?: BondConfig;
  readonly below: readonly UplinkPart[];
}

const KIND: Readonly<Record<string, UplinkPart['kind']>> = { bond: 'bond', vlan: 'vlanIf' };

const NOTHING: readonly UplinkPart[] = [];
const NO_NAMES: readonly string[] = [];

const lowerNames = (record: InterfaceRecord | undefined): readonly string[] => {
  if (record?.type === 'bond') return record.bond?.members ?? [];
  return record?.vlan === undefined ? [] : [record.vlan.base];
};

interface Place {
  readonly node: string;
  readonly byName: InterfacesByName;
}

/** `above` holds the names already passed, so that a report that refers to itself ends. */
const partOf = (at: Place, name: string, above: readonly string[]): UplinkPart => {
  const record = at.byName.get(name);
  const kind = KIND[record?.type ?? ''] ?? 'nic';
  const lower = lowerNames(record);
  const path = lower.length === 0 ? above : [...above, name];
  const below =
    lower.length === 0
      ? NOTHING
      : lower.filter((next) => !path.includes(next)).map((next) => partOf(at, next, path));
  return { kind, id: entityId(kind, at.node, name), name, record, bond: record?.bond, below };
};

const portPart = (at: Place, port: BridgePort): UplinkPart => {
  if (port.bond === undefined) return partOf(at, port.name, NO_NAMES);
  return {
    kind: 'bond',
    id: entityId('bond', at.node, port.name),
    name: port.name,
    bond: port.bond,
    below: port.bond.members.map((member) => partOf(at, member, [port.name])),
  };
};

/** The part and everything under it, top down. */
const flattenPart = (part: UplinkPart): readonly UplinkPart[] =>
  part.below.length === 0 ? [part] : [part, ...part.below.flatMap(flattenPart)];

export interface UplinkStack {
  /** One part per uplink port. */
  readonly ports: readonly UplinkPart[];
  /** Every device, each above what it stands on. */
  readonly all: readonly UplinkPart[];
}

/** What stands under the uplink ports of a bridge; `byName`: the interfaces of its node. */
export const uplinkStackOf = (
  node: string,
  uplinks: readonly BridgePort[],
  byName: InterfacesByName,
): UplinkStack => {
  const at = { node, byName };
  const ports = uplinks.map((port) => portPart(at, port));
  const all = ports.every((part) => part.below.length === 0) ? ports : ports.flatMap(flattenPart);
  return { ports, all };
};

const DEAD = new Set(['down', 'absent']);

const isDeadItself = (part: UplinkPart): boolean => {
  const isOvsBond = part.bond !== undefined && part.record === undefined;
  if (isOvsBond) return false;
  return part.record === undefined || DEAD.has(part.record.state);
};

const isDeadBelow = (part: UplinkPart): boolean =>
  part.below.length > 0 && part.below.every(isDead);

/** Nothing can pass: the device is down or gone, or everything it stands on is. */
export const isDead = (part: UplinkPart): boolean => isDeadItself(part) || isDeadBelow(part);

/** The lowest devices that explain why a dead part is dead. */
export const culpritsOf = (part: UplinkPart): readonly UplinkPart[] =>
  isDeadBelow(part) ? part.below.flatMap(culpritsOf) : [part];
