/**
 * The devices under a bridge, each with what it stands on: port -> bond or VLAN interface -> NIC
 * (domain reference B.6 `leaves`). An OVS bond has no interface of its own in NodeNetworkState.
 */
import type { BondConfig, BridgePort, InterfaceRecord } from '../../cluster/interfaceRecord';
import { entityId } from '../../network/model';
import type { BridgeView, NodeView } from '../../network/networkGraph';

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

const lowerNames = (record: InterfaceRecord | undefined): readonly string[] => {
  if (record?.type === 'bond') return record.bond?.members ?? [];
  return record?.vlan === undefined ? [] : [record.vlan.base];
};

/** `above` holds the names already passed, so that a report that refers to itself ends. */
const partOf = (node: NodeView, name: string, above: readonly string[]): UplinkPart => {
  const record = node.byName.get(name);
  const kind = KIND[record?.type ?? ''] ?? 'nic';
  const lower = lowerNames(record);
  const path = lower.length === 0 ? above : [...above, name];
  const below =
    lower.length === 0
      ? NOTHING
      : lower.filter((next) => !path.includes(next)).map((next) => partOf(node, next, path));
  return { kind, id: entityId(kind, node.name, name), name, record, bond: record?.bond, below };
};

const portPart = (node: NodeView, port: BridgePort): UplinkPart => {
  if (port.bond === undefined) return partOf(node, port.name, []);
  return {
    kind: 'bond',
    id: entityId('bond', node.name, port.name),
    name: port.name,
    bond: port.bond,
    below: port.bond.members.map((member) => partOf(node, member, [port.name])),
  };
};

/** The part and everything under it, top down. */
const flattenPart = (part: UplinkPart): readonly UplinkPart[] =>
  part.below.length === 0 ? [part] : [part, ...part.below.flatMap(flattenPart)];

interface Stack {
  readonly ports: readonly UplinkPart[];
  readonly all: readonly UplinkPart[];
}

const stacks = new WeakMap<BridgeView, Stack>();

/** A view is made anew when its node changes, so it may remember its parts. */
const stackOf = (node: NodeView, bridge: BridgeView): Stack => {
  const kept = stacks.get(bridge);
  if (kept !== undefined) return kept;
  const ports = bridge.uplinks.map((port) => portPart(node, port));
  const all = ports.every((part) => part.below.length === 0) ? ports : ports.flatMap(flattenPart);
  const stack = { ports, all };
  stacks.set(bridge, stack);
  return stack;
};

/** One part per uplink port of the bridge. */
export const uplinkParts = (node: NodeView, bridge: BridgeView): readonly UplinkPart[] =>
  stackOf(node, bridge).ports;

/** Every device under the bridge, each above what it stands on. */
export const allUplinkParts = (node: NodeView, bridge: BridgeView): readonly UplinkPart[] =>
  stackOf(node, bridge).all;

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
