/**
 * What `nmstatectl set` makes of a node: the desired state is a partial edit of the current one,
 * bridge and bond port lists replace, `state: absent` removes and leaves the freed NICs down, and
 * a failure changes nothing. Pure, so that scenarios and tests reach the same state as the operator.
 * Source: nmstate rust/src/lib/ifaces and query_apply; kubernetes-nmstate pkg/client, pkg/probe.
 */
import type {
  BridgePort,
  CurrentState,
  DesiredInterface,
  DesiredState,
  NmInterface,
  Route,
} from '../nmstateTypes';
import { mergeBridgeMappings } from './bridgeMappings';
import { bondMembers, bridgePorts, portMembers } from './bridgePorts';
import { findDesiredStateError } from './findDesiredStateError';
import { InterfaceTable } from './InterfaceTable';
import { mergeBridgeOptions, mergeRecords } from './mergeFields';
import { newInterface } from './newInterface';

export type ApplyResult = { ok: true; state: CurrentState } | { ok: false; error: string };

/** What the node is apart from its state: its name, and what the switch sends to each NIC. */
export interface Surroundings {
  node: string;
  /** LLDP neighbours by NIC name; they appear once a policy turns LLDP on. */
  neighbors?: Record<string, unknown[]>;
}

const PROBE_ERROR =
  "failed running probe 'defaultGw' with after network reconfiguration -> failed to retrieve default gw: timed out waiting for the condition";

const order = ['ethernet', 'bond', 'vlan', 'linux-bridge', 'ovs-bridge', 'ovs-interface'];
const rank = (entry: DesiredInterface) => order.indexOf(entry.type ?? 'ethernet');

/**
 * @param current the node's state as its NodeNetworkState reports it
 * @param desired the rendered desired state of one policy
 * @returns the new state, or the line nmstate would print; `current` is never changed
 */
export function applyDesiredState(
  current: CurrentState,
  desired: DesiredState,
  surroundings: Surroundings,
): ApplyResult {
  const table = new InterfaceTable(current.interfaces);
  const interfaces = Array.isArray(desired.interfaces) ? desired.interfaces : [];
  const error = findDesiredStateError(table, desired) ?? patchPortError(table, interfaces);
  if (error !== undefined) return { ok: false, error };

  const named = new Set(interfaces.map((entry) => entry.name));
  const wanted = interfaces.filter((entry) => entry.state !== 'absent');
  for (const entry of interfaces) if (entry.state === 'absent') remove(table, entry, named);
  for (const entry of wanted.sort((left, right) => rank(left) - rank(right))) {
    merge(table, entry, named, surroundings);
  }
  if (losesDefaultUplink(current, table)) return { ok: false, error: PROBE_ERROR };

  const state: CurrentState = { ...current, interfaces: table.toList() };
  const mappings = desired.ovn?.['bridge-mappings'];
  if (mappings) {
    state.ovn = {
      'bridge-mappings': mergeBridgeMappings(current.ovn?.['bridge-mappings'] ?? [], mappings),
    };
  }
  if (desired.routes?.config) state.routes = mergeRoutes(current, desired.routes.config);
  return { ok: true, state };
}

/** Without `allow-extra-patch-ports` the OVN patch ports of a named bridge fail verification. */
function patchPortError(
  table: InterfaceTable,
  interfaces: readonly DesiredInterface[],
): string | undefined {
  for (const entry of interfaces) {
    const bridge = entry.type === 'ovs-bridge' ? table.ovsBridges.get(entry.name) : undefined;
    const wish = bridgePorts(entry);
    if (!bridge || !wish || entry.state === 'absent') continue;
    if (entry.bridge?.['allow-extra-patch-ports'] === true) continue;
    const extra = table.portsOf(entry.name).find((port) => port.patch);
    if (extra) {
      return `NmstateError: VerificationError: Verification failure: ${entry.name}.interface.bridge.port desire ${portList(wish)}, current ${portList(bridge.bridge?.port ?? [])}`;
    }
  }
  return undefined;
}

const portList = (ports: readonly BridgePort[]) =>
  `[${ports.map((port) => `"${port.name}"`).join(', ')}]`;

function remove(table: InterfaceTable, entry: DesiredInterface, named: ReadonlySet<string>): void {
  const types = entry.type === undefined ? ['ovs-interface', 'ovs-bridge'] : [entry.type];
  for (const type of types) {
    const found = table.find(entry.name, type);
    if (found) removeOne(table, found, named);
  }
}

function removeOne(table: InterfaceTable, found: NmInterface, named: ReadonlySet<string>): void {
  const isController = found.type === 'ovs-bridge' || !table.ovsBridges.has(found.name);
  if (isController) for (const port of table.portsOf(found.name)) release(table, port, named);
  table.dropFromController(found);
  table.delete(found);
  for (const child of [...table.kernel.values()]) {
    if (child.type !== 'vlan' || child.vlan?.['base-iface'] !== found.name) continue;
    table.dropFromController(child);
    table.delete(child);
  }
}

/** A port whose controller lets it go: OVS-made ones vanish, a NIC stays and is down unless named. */
function release(table: InterfaceTable, port: NmInterface, named: ReadonlySet<string>): void {
  table.dropFromController(port);
  if (port.type !== 'ovs-interface') {
    if (!named.has(port.name)) port.state = 'down';
    return;
  }
  table.delete(port);
  const peer = port.patch && table.kernel.get(port.patch.peer);
  if (peer) {
    table.dropFromController(peer);
    table.delete(peer);
  }
}

function merge(
  table: InterfaceTable,
  entry: DesiredInterface,
  named: ReadonlySet<string>,
  { node, neighbors = {} }: Surroundings,
): void {
  const existing = table.find(entry.name, entry.type);
  const base = existing ?? newInterface(entry, node);
  const { bridge, 'link-aggregation': bond, ...fields } = entry;
  const merged = mergeRecords(base, fields) as NmInterface;
  merged.state = entry.state ?? base.state;
  merged.type = base.type;
  if (merged.lldp?.enabled && !Array.isArray(merged.lldp.neighbors)) {
    merged.lldp = { enabled: true, neighbors: neighbors[entry.name] ?? [] };
  }
  if (merged.lldp?.enabled === false) merged.lldp = { enabled: false };
  if (bridge) {
    merged.bridge = {
      ...base.bridge,
      options: mergeBridgeOptions(base.bridge?.options, bridge.options),
    };
  }
  if (bond) {
    merged['link-aggregation'] = { ...mergeRecords(base['link-aggregation'] ?? {}, bond) };
    delete merged['link-aggregation']['slaves'];
    delete merged['link-aggregation']['ports'];
  }
  table.put(merged);
  const ports = bridgePorts(entry);
  if (ports || (entry.type === 'ovs-bridge' && !existing))
    setBridgePorts(table, merged, ports ?? [], named);
  const members = bondMembers(entry);
  if (members) setBondMembers(table, merged, members, named);
  if (merged.type === 'ovs-interface' && !merged.controller) adopt(table, merged);
}

function setBridgePorts(
  table: InterfaceTable,
  bridge: NmInterface,
  wish: readonly BridgePort[],
  named: ReadonlySet<string>,
): void {
  const isOvs = bridge.type === 'ovs-bridge';
  const listed = isOvs && wish.length === 0 ? [{ name: bridge.name }] : wish;
  const members = new Set(portMembers(listed));
  const kept = (bridge.bridge?.port ?? []).filter((port) => isForeign(table, port.name, isOvs));
  const keptNames = new Set(kept.map((port) => port.name));
  for (const port of table.portsOf(bridge.name)) {
    const heldByBridge = isOvs || !table.ovsBridges.has(bridge.name);
    if (heldByBridge && !members.has(port.name) && !keptNames.has(port.name))
      release(table, port, named);
  }
  for (const name of members) enslave(table, name, bridge);
  const normal = isOvs ? ovsPort : linuxPort;
  bridge.bridge = {
    ...bridge.bridge,
    port: [...listed.map(normal), ...kept.filter((port) => !members.has(port.name))],
  };
}

/** Ports that others plug in and nmstate leaves alone: OVN patch ports, veths of pods. */
function isForeign(table: InterfaceTable, name: string, isOvs: boolean): boolean {
  const port = table.kernel.get(name);
  return isOvs ? port?.patch !== undefined : port?.type === 'veth';
}

function ovsPort(port: BridgePort): BridgePort {
  return structuredClone(port);
}

function linuxPort({ name, vlan, ...rest }: BridgePort): BridgePort {
  const filtering =
    vlan && Object.keys(vlan).length > 0 ? { vlan: { 'enable-native': false, ...vlan } } : {};
  return {
    name,
    'stp-hairpin-mode': false,
    'stp-path-cost': 100,
    'stp-priority': 32,
    ...rest,
    ...filtering,
  };
}

function setBondMembers(
  table: InterfaceTable,
  bond: NmInterface,
  members: readonly string[],
  named: ReadonlySet<string>,
): void {
  for (const port of table.portsOf(bond.name)) {
    if (!members.includes(port.name)) release(table, port, named);
  }
  for (const name of members) enslave(table, name, bond);
  const first = table.kernel.get(members[0] ?? '');
  bond['mac-address'] = first?.['mac-address'] ?? bond['mac-address'];
  bond['link-aggregation'] = { ...bond['link-aggregation'], port: [...members] };
}

/** Makes `name` a port of `controller`; a name unknown to an OVS bridge becomes an internal port. */
function enslave(table: InterfaceTable, name: string, controller: NmInterface): void {
  let port = table.kernel.get(name);
  if (!port) {
    port = newInterface({ name, type: 'ovs-interface' }, controller.name);
    table.put(port);
  }
  if (port.controller !== undefined && port.controller !== controller.name) {
    table.dropFromController(port);
  }
  port.controller = controller.name;
  port.state = 'up';
  if (port.type === 'ovs-interface') return;
  port.ipv4 = { enabled: false };
  port.ipv6 = { enabled: false };
}

/** An OVS interface that a bridge of the table lists as a port belongs to that bridge. */
function adopt(table: InterfaceTable, port: NmInterface): void {
  for (const bridge of table.ovsBridges.values()) {
    if (bridge.bridge?.port?.some((entry) => entry.name === port.name))
      port.controller = bridge.name;
  }
}

/** The node's default gateway hangs on br-ex: when its last uplink goes, the probes time out. */
function losesDefaultUplink(before: CurrentState, after: InterfaceTable): boolean {
  const had = new InterfaceTable(before.interfaces);
  return uplinksOfBrEx(had).length > 0 && uplinksOfBrEx(after).length === 0;
}

function uplinksOfBrEx(table: InterfaceTable): NmInterface[] {
  if (!table.ovsBridges.has('br-ex')) return [];
  return table
    .portsOf('br-ex')
    .filter((port) => port.type !== 'ovs-interface' && port.state === 'up');
}

function mergeRoutes(current: CurrentState, wish: readonly Route[]): CurrentState['routes'] {
  const key = (route: Route) =>
    `${route.destination} ${route['next-hop-address']} ${route['next-hop-interface']}`;
  const touched = new Set(wish.map(key));
  const added = wish.filter((route) => route.state !== 'absent');
  const edit = (routes: readonly Route[]) => [
    ...routes.filter((route) => !touched.has(key(route))),
    ...added,
  ];
  return {
    config: edit(current.routes?.config ?? []),
    running: edit(current.routes?.running ?? []),
  };
}
