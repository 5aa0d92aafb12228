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

const partOf = (node: NodeView, name: string, above: ReadonlySet<string>): UplinkPart => {
  const record = node.byName.get(name);
  const kind = KIND[record?.type ?? ''] ?? 'nic';
  const id = entityId(kind, node.name, name);
  const seen = new Set(above).add(name);
  const lower = record?.bond?.members ?? (record?.vlan === undefined ? [] : [record.vlan.base]);
  const below = lower.filter((next) => !seen.has(next)).map((next) => partOf(node, next, seen));
  return {
    kind,
    id,
    name,
    below,
    ...(record === undefined ? {} : { record }),
    ...(record?.bond === undefined ? {} : { bond: record.bond }),
  };
};

const portPart = (node: NodeView, port: BridgePort): UplinkPart => {
  if (port.bond === undefined) return partOf(node, port.name, new Set());
  return {
    kind: 'bond',
    id: entityId('bond', node.name, port.name),
    name: port.name,
    bond: port.bond,
    below: port.bond.members.map((member) => partOf(node, member, new Set([port.name]))),
  };
};

/** One part per uplink port of the bridge. */
export const uplinkParts = (node: NodeView, bridge: BridgeView): readonly UplinkPart[] =>
  bridge.uplinks.map((port) => portPart(node, port));

/** The part and everything under it, top down. */
export const flattenPart = (part: UplinkPart): readonly UplinkPart[] => [
  part,
  ...part.below.flatMap(flattenPart),
];

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
