/**
 * The interfaces that carry a node's own traffic and that no policy may touch: br-ex, its
 * uplinks with everything under them, the holder of the node's address, and the way out of the
 * default route. Source: domain reference B.6 (`protectedNICs`); OpenShift documents br-ex as
 * owned by OVN-Kubernetes.
 */
import type { IpStack } from '../cluster/interfaceRecord';
import type { NodeStateRecord, RunningRoute } from '../cluster/nodeStateRecord';
import { collectBelow, namesBelowPorts } from './bridgeView';
import type { BridgeView } from './networkGraph';
import type { InterfacesByName } from './uplinkParts';

const MAIN_TABLE = 254;

const isDefaultRoute = (route: RunningRoute): boolean =>
  (route.destination === '0.0.0.0/0' || route.destination === '::/0') &&
  (route.tableId === undefined || route.tableId === 0 || route.tableId === MAIN_TABLE);

const isAmong = (stack: IpStack | undefined, ips: readonly string[]): boolean =>
  stack !== undefined && stack.addresses.some((address) => ips.includes(address.ip));

/** Names of interfaces that hold the node's own addresses. */
const holdersOf = (state: NodeStateRecord, internalIps: readonly string[]): readonly string[] =>
  internalIps.length === 0
    ? []
    : state.interfaces
        .filter(({ ipv4, ipv6 }) => isAmong(ipv4, internalIps) || isAmong(ipv6, internalIps))
        .map((i) => i.name);

/**
 * Names that carry the node's own traffic, the intermediate ones (bond, VLAN interface, bridge)
 * included. Empty when the node state is not known.
 */
export const protectedInterfacesOf = (
  state: NodeStateRecord,
  byName: InterfacesByName,
  bridges: ReadonlyMap<string, BridgeView>,
  internalIps: readonly string[],
): ReadonlySet<string> => {
  const names = new Set<string>();
  const addBridge = (bridge: BridgeView): void => {
    names.add(bridge.name);
    for (const port of bridge.uplinks) names.add(port.name);
    for (const name of namesBelowPorts(bridge.uplinks, byName)) names.add(name);
  };
  const add = (name: string): void => {
    const below: string[] = [];
    collectBelow(name, byName, below);
    for (const lower of below) names.add(lower);
    const bridge = bridges.get(name) ?? bridges.get(byName.get(name)?.controller ?? '');
    if (bridge !== undefined) addBridge(bridge);
  };
  const external = bridges.get('br-ex');
  if (external !== undefined) addBridge(external);
  for (const name of holdersOf(state, internalIps)) add(name);
  for (const route of state.routes) {
    if (isDefaultRoute(route) && route.nextHopInterface !== '') add(route.nextHopInterface);
  }
  return names;
};
