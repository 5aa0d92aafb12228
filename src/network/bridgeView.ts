/**
 * A bridge as a node reports it, with its ports sorted by what they are: uplinks lead to the
 * wire, everything else (patch ports, the bridge's own interface, pod veths) does not.
 * Rules: domain reference B.6 (uplinks, leaves), B.9 (MTU), B.10 (VLAN inside VLAN).
 */
import type { BridgePort, InterfaceRecord } from '../cluster/interfaceRecord';
import type { BridgeView } from './networkGraph';
import { uplinkStackOf } from './uplinkParts';
import type { InterfacesByName, UplinkStack } from './uplinkParts';

const POD_PORT_TYPES = new Set(['veth', 'tun', 'tap', 'ipvlan', 'macvlan', 'macvtap']);

/** Names of pod ports that NMState leaves out of its report while the bridge still lists them. */
const POD_PORT_NAME = /^(veth|tap|patch-|[0-9a-f]{15}$)/;

const isUplink = (bridge: string, port: BridgePort, byName: InterfacesByName): boolean => {
  if (port.bond !== undefined) return true;
  if (port.name === bridge) return false;
  const record = byName.get(port.name);
  if (record === undefined) return !POD_PORT_NAME.test(port.name);
  return record.type !== 'ovs-interface' && !POD_PORT_TYPES.has(record.type);
};

/** Ports of a bridge minus patch, internal and pod ports (`uplinks` of B.6). */
export const uplinksOf = (
  bridge: InterfaceRecord,
  byName: InterfacesByName,
): readonly BridgePort[] =>
  (bridge.bridge?.ports ?? []).filter((port) => isUplink(bridge.name, port, byName));

/**
 * Adds to `into` every interface below `name`, `name` included: members of bonds, bases of VLAN
 * interfaces. Each name is visited once, so a report that refers to itself ends. A list, because
 * a handful of names is looked through faster than a set of them is made.
 */
export const collectBelow = (name: string, byName: InterfacesByName, into: string[]): void => {
  if (into.includes(name)) return;
  into.push(name);
  const record = byName.get(name);
  if (record?.bond !== undefined && record.type === 'bond') {
    for (const member of record.bond.members) collectBelow(member, byName, into);
  }
  if (record?.vlan !== undefined && record.vlan.base !== '') {
    collectBelow(record.vlan.base, byName, into);
  }
};

const isLeaf = (name: string, byName: InterfacesByName): boolean => {
  const record = byName.get(name);
  if (record === undefined) return true;
  if (record.type === 'bond') return record.bond === undefined;
  return record.vlan === undefined;
};

/** Every name below the ports, intermediate ones included, each once; for an OVS bond its members. */
export const namesBelowPorts = (
  ports: readonly BridgePort[],
  byName: InterfacesByName,
): readonly string[] => {
  const names: string[] = [];
  for (const port of ports) {
    if (port.bond === undefined) collectBelow(port.name, byName, names);
    else for (const member of port.bond.members) collectBelow(member, byName, names);
  }
  return names;
};

const insideVlanOf = (
  uplinks: readonly BridgePort[],
  ovs: boolean,
  byName: InterfacesByName,
): number | undefined => {
  for (const port of uplinks) {
    const id = byName.get(port.name)?.vlan?.id;
    if (id !== undefined && port.bond === undefined) return id;
    if (ovs && port.vlan?.mode === 'access' && port.vlan.tag !== undefined) return port.vlan.tag;
  }
  return undefined;
};

const leastMtuOf = (names: readonly string[], byName: InterfacesByName): number | undefined => {
  let least: number | undefined;
  for (const name of names) {
    const mtu = byName.get(name)?.mtu;
    if (mtu !== undefined && (least === undefined || mtu < least)) least = mtu;
  }
  return least;
};

class LazyBridgeView implements BridgeView {
  readonly name: string;
  readonly ovs: boolean;
  private ports?: readonly BridgePort[];
  private below?: readonly string[];
  private ends?: readonly string[];
  private parts?: UplinkStack;
  /** Null: not worked out yet. */
  private vlan: number | undefined | null = null;
  private mtu: number | undefined | null = null;

  constructor(
    readonly node: string,
    readonly record: InterfaceRecord,
    private readonly byName: () => InterfacesByName,
  ) {
    this.name = record.name;
    this.ovs = record.type === 'ovs-bridge';
  }

  get uplinks(): readonly BridgePort[] {
    this.ports ??= uplinksOf(this.record, this.byName());
    return this.ports;
  }

  get leaves(): readonly string[] {
    if (this.ends !== undefined) return this.ends;
    const byName = this.byName();
    this.ends = this.namesBelow.filter((name) => isLeaf(name, byName));
    return this.ends;
  }

  get stack(): UplinkStack {
    this.parts ??= uplinkStackOf(this.node, this.uplinks, this.byName());
    return this.parts;
  }

  get insideVlan(): number | undefined {
    if (this.vlan === null) this.vlan = insideVlanOf(this.uplinks, this.ovs, this.byName());
    return this.vlan;
  }

  get uplinkMtu(): number | undefined {
    if (this.mtu === null) this.mtu = leastMtuOf(this.namesBelow, this.byName());
    return this.mtu;
  }

  private get namesBelow(): readonly string[] {
    this.below ??= namesBelowPorts(this.uplinks, this.byName());
    return this.below;
  }
}

/**
 * The view of one bridge of a node, worked out as far as somebody asks. MTU in bytes. `byName`
 * gives the interfaces of the node.
 */
export const bridgeViewOf = (
  node: string,
  record: InterfaceRecord,
  byName: () => InterfacesByName,
): BridgeView => new LazyBridgeView(node, record, byName);
