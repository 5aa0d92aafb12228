/**
 * The NICs of one node as the form shows them before anything is chosen: what each is, what it is
 * plugged into, what uses it already, and the plain reason where it cannot become an uplink.
 */
import type { InterfaceRecord } from '../cluster/interfaceRecord';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import { lacksSpeed } from '../network/lacksSpeed';
import type { NodeView } from '../network/networkGraph';
import { neighborLabel, nicCaution, nicObstacle, vlanChild } from './nicChoices';

export interface NodeNic {
  readonly name: string;
  /** Mb/s; undefined when the node reports none. */
  readonly speed?: number;
  readonly link: Text;
  /** Switch ports as LLDP shows them, `system port`, sorted. */
  readonly neighbors: readonly string[];
  /** What stands on the NIC, from it upwards: a bond, a bridge, a VLAN interface. */
  readonly usedBy: readonly string[];
  /** Why it cannot be chosen on this node. */
  readonly obstacle?: Text;
  /** Chosen with care: an address that would be lost, a link that is down. */
  readonly caution?: Text;
}

/** Sorted by name. */
export const nodeNics = (node: NodeView): readonly NodeNic[] =>
  [...node.nics.values()]
    .map((nic) => nodeNic(node, nic))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const nodeNic = (node: NodeView, nic: InterfaceRecord): NodeNic => {
  const { name } = nic;
  const speed = nic.ethernet?.speed;
  const obstacle = nicObstacle(name, [node]);
  const caution = nicCaution(name, [node]);
  return {
    name,
    ...(speed === undefined ? {} : { speed }),
    link: linkOf(node, nic),
    neighbors: [...new Set((node.neighbors.get(name) ?? []).map(neighborLabel))].sort(),
    usedBy: usersOf(node, name),
    ...(obstacle === undefined ? {} : { obstacle }),
    ...(caution === undefined ? {} : { caution }),
  };
};

/** NodeNetworkState has no carrier: `up` is what was asked for, and a speed is the sign of a link. */
const linkOf = (node: NodeView, nic: InterfaceRecord): Text => {
  if (nic.state !== 'up') return text('down');
  return lacksSpeed(node, nic.name) ? text('up, likely no cable') : text('up');
};

const usersOf = (node: NodeView, name: string): readonly string[] => {
  const users: string[] = [];
  const child = vlanChild(node, name);
  if (child !== undefined) users.push(child);
  let below = name;
  for (;;) {
    const controller = node.controllerOf.get(below);
    // A report that names itself as its own holder must not hold us up.
    if (controller === undefined || users.includes(controller)) return users;
    users.push(controller);
    below = controller;
  }
};
