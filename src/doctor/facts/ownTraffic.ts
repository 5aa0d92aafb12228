/**
 * What a policy does to the interfaces that carry a node's own traffic: br-ex, what is under it,
 * and the holders of node address and default route. Source: OpenShift documentation
 * modules/configuring-localnet-switched-topology.adoc; domain reference B.6, NNCP-008.
 */
import type { DesiredState } from '../../cluster/desiredState';
import type { InterfaceRecord, IpStack } from '../../cluster/interfaceRecord';
import { BR_EX } from '../../cluster/ovnNames';
import type { NodeView } from '../../network/networkGraph';
import { enslavedPorts } from './enslavedPorts';
import { memoBy } from '../../network/memoBy';
import { isWanted } from '../../network/policyIntent';

export interface OwnTrafficTouch {
  readonly name: string;
  /** `edit`: settings change; `take`: it becomes a port elsewhere; `remove`: down or absent. */
  readonly how: 'edit' | 'take' | 'remove';
  /** The bridge or bond that takes it. */
  readonly controller?: string;
}

const HARMLESS_KEYS = new Set(['name', 'type', 'state', 'description', 'lldp']);

/** A mention that changes nothing: named, kept up, described, LLDP. */
export const isHarmless = (entry: InterfaceRecord): boolean =>
  (entry.state === '' || entry.state === 'up') && entry.keys.every((key) => HARMLESS_KEYS.has(key));

const hasAddress = (stack: IpStack | undefined): boolean =>
  stack?.enabled === true && (stack.dhcp || stack.addresses.length > 0);

/**
 * The document is itself the definition of br-ex: bridge with its NIC, and the interface that
 * holds the node's address (a br-ex made by NMState).
 */
export const definesBrEx = memoBy((desired: DesiredState): boolean => {
  const bridge = desired.interfaces.find(
    (entry) => entry.type === 'ovs-bridge' && entry.name === BR_EX && isWanted(entry),
  );
  const ports = new Set(bridge?.bridge?.ports.map((port) => port.name));
  const internal = desired.interfaces.filter(
    (entry) =>
      entry.type === 'ovs-interface' &&
      isWanted(entry) &&
      (entry.name === BR_EX || ports.has(entry.name)),
  );
  const names = new Set(internal.map((entry) => entry.name));
  const hasUplink = [...ports].some((name) => !names.has(name) && name !== BR_EX);
  return hasUplink && internal.some((entry) => hasAddress(entry.ipv4) || hasAddress(entry.ipv6));
});

const sameStack = (a: IpStack | undefined, b: IpStack | undefined): boolean =>
  a === undefined || JSON.stringify(a) === JSON.stringify(b ?? a);

/** A captured NIC comes back with all its fields; only what differs from the node is an edit. */
const isUnchangedNic = (node: NodeView, entry: InterfaceRecord): boolean => {
  const actual = node.byName.get(entry.name);
  return (
    entry.type === 'ethernet' &&
    actual !== undefined &&
    entry.state === actual.state &&
    (entry.mtu === undefined || entry.mtu === actual.mtu) &&
    (entry.mac === undefined || entry.mac === actual.mac) &&
    sameStack(entry.ipv4, actual.ipv4) &&
    sameStack(entry.ipv6, actual.ipv6)
  );
};

/**
 * Touches of a document on one node. Without a node state only br-ex is known to be the node's
 * own. `captured`: interfaces came back from captures with all that they are.
 */
export const ownTrafficTouches = (
  node: NodeView,
  desired: DesiredState,
  captured: 'captured' | 'written',
): readonly OwnTrafficTouch[] => {
  const isOwn = (name: string): boolean => name === BR_EX || node.protectedInterfaces.has(name);
  const touches: OwnTrafficTouch[] = [];
  for (const entry of desired.interfaces) {
    if (isWanted(entry)) {
      for (const { name, controller } of enslavedPorts(entry)) {
        if (isOwn(name)) touches.push({ name, how: 'take', controller });
      }
    }
    if (!isOwn(entry.name) || isHarmless(entry)) continue;
    if (captured === 'captured' && isUnchangedNic(node, entry)) continue;
    const removes = entry.state === 'down' || entry.state === 'absent';
    touches.push({ name: entry.name, how: removes ? 'remove' : 'edit' });
  }
  return touches;
};
