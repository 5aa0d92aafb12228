/** VM-005: one IP address at two VMs of one segment, or at a VM and a node on that segment. */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { InterfaceRecord, IpStack } from '../../cluster/interfaceRecord';
import type { NetworkGraph, NodeView, VnicView } from '../../network/networkGraph';
import { addressesOfVm, bySegment, guestAddresses, isLocalAddress } from '../facts/guestAddresses';
import type { GuestAddress } from '../facts/guestAddresses';
import { nameList } from '../facts/nameList';
import { nodeIndex } from '../facts/valueIndex';
import type { ValuesOf } from '../facts/valueIndex';
import { valueWalk } from '../facts/valueWalk';
import { fault } from '../finding';
import type { Fault } from '../finding';
import { judgeEach } from '../judgeEach';
import type { Rule } from '../model';
import { vmIdOfVnic, vnicLabel } from '../vmFacts';
import type { WiredNad } from '../wiredNads';
import { wiredByNad } from '../wiredNads';

const id = 'VM-005';

const SYMPTOM = text('Traffic comes and goes, depending on who answered ARP last.');
const FIX = text('Give one of them another address.');

const clash = (ip: string, users: readonly GuestAddress[]): Fault | undefined => {
  if (users.length < 2) return undefined;
  const byVnic = new Map(users.map((user) => [user.vnic.id, user]));
  const sorted = [...byVnic.values()].sort((a, b) => (a.vnic.id < b.vnic.id ? -1 : 1));
  const last = sorted.at(-1);
  if (last === undefined || sorted.length < 2) return undefined;
  const isVirtual = sorted.some((user) => user.isSecondary);
  const values = { ip, vnics: nameList(sorted.map(({ vnic }) => vnicLabel(vnic))) };
  return fault({
    severity: isVirtual ? 'warning' : 'error',
    subject: last.vnic.id,
    related: sorted.flatMap(({ vnic }) => [vnic.id, vmIdOfVnic(vnic)]),
    message: isVirtual
      ? text(
          '{{vnics}} report the same address {{ip}}; it may be a virtual one that moves.',
          values,
        )
      : text('{{vnics}} have the same address {{ip}} on one L2 segment.', values),
    symptom: SYMPTOM,
    fix: FIX,
  });
};

interface HostAddress {
  readonly node: NodeView;
  readonly interface: InterfaceRecord;
}

const hasAddress = (stack: IpStack | undefined, ip: string): boolean =>
  stack?.addresses.some((address) => address.ip.toLowerCase() === ip) === true;

const addressesOfNode: ValuesOf<NodeView, string> = (node, add) => {
  const addAll = ({ addresses }: IpStack): void => {
    // A VM's local addresses are not held against others either.
    for (const { ip } of addresses) if (!isLocalAddress(ip)) add(ip.toLowerCase(), node.name);
  };
  for (const { ipv4, ipv6 } of node.state?.interfaces ?? []) {
    if (ipv4 !== undefined) addAll(ipv4);
    if (ipv6 !== undefined) addAll(ipv6);
  }
};

/** Address -> names of the nodes that have it. */
const hostsByAddress = nodeIndex(addressesOfNode);

const ADDRESSES = valueWalk(guestAddresses, hostsByAddress, addressesOfVm, addressesOfNode);

/** Where nodes have the address: the interfaces of each. */
const placesOf = (graph: NetworkGraph, ip: string): readonly HostAddress[] =>
  [...new Set(hostsByAddress.of(graph).of(ip))]
    .sort()
    .flatMap((name) => graph.nodes.get(name) ?? [])
    .flatMap((node) =>
      (node.state?.interfaces ?? [])
        .filter(({ ipv4, ipv6 }) => hasAddress(ipv4, ip) || hasAddress(ipv6, ip))
        .map((record) => ({ node, interface: record })),
    );

/** The interface is on the network's segment: the bridge itself, or the VLAN on bridge or uplink. */
const isOnSegment = (host: HostAddress, { vlan, carriers }: WiredNad): boolean => {
  const carrier = carriers.find(({ node }) => node.name === host.node.name);
  if (carrier === undefined) return false;
  const { bridge } = carrier;
  const { name, vlan: own } = host.interface;
  if (vlan === undefined) return name === bridge.name;
  if (own?.id !== vlan) return false;
  return own.base === bridge.name || bridge.uplinks.some((port) => port.name === own.base);
};

/** Interfaces of the node's own that lead nowhere a VM could be: those of OVN, and loopback. */
const isInner = ({ type, controller }: InterfaceRecord): boolean =>
  type === 'loopback' || type === 'veth' || controller === 'br-int';

/** The interface shares its wire with the network but carries another VLAN. */
const isApart = (host: HostAddress, { vlan, carriers }: WiredNad): boolean => {
  const carrier = carriers.find(({ node }) => node.name === host.node.name);
  if (carrier === undefined) return false;
  const { bridge } = carrier;
  const { name, vlan: own } = host.interface;
  const wires = [bridge.name, ...bridge.uplinks.map((port) => port.name)];
  return wires.includes(own?.base ?? name) && own?.id !== vlan;
};

interface NodeClash {
  readonly node: NodeView;
  readonly isProven: boolean;
}

/** Of the nodes that have the NIC's address, the one where the NIC may meet it. */
const nodeWith = (
  graph: NetworkGraph,
  vnic: VnicView,
  hosts: readonly HostAddress[],
): NodeClash | undefined => {
  const wired = wiredByNad(graph).get(vnic.nadKey ?? '');
  if (wired === undefined) return undefined;
  const proven = hosts.find((host) => isOnSegment(host, wired));
  if (proven !== undefined) return { node: proven.node, isProven: true };
  const likely = hosts.find((host) => !isInner(host.interface) && !isApart(host, wired));
  return likely === undefined ? undefined : { node: likely.node, isProven: false };
};

const hostClash = (graph: NetworkGraph, ip: string, vnic: VnicView): Fault | undefined => {
  const host = nodeWith(graph, vnic, placesOf(graph, ip));
  if (host === undefined) return undefined;
  const values = { vnic: vnicLabel(vnic), ip, node: host.node.name };
  return fault({
    severity: host.isProven ? 'error' : 'warning',
    subject: vnic.id,
    related: [entityId('node', host.node.name), vmIdOfVnic(vnic)],
    message: host.isProven
      ? text(
          '{{vnic}} has the address {{ip}}, which node {{node}} has on the same segment.',
          values,
        )
      : text(
          '{{vnic}} has the address {{ip}}, which node {{node}} has too, likely in the same subnet.',
          values,
        ),
    symptom: SYMPTOM,
    fix: FIX,
  });
};

const judgeAddress = (graph: NetworkGraph, ip: string): readonly Fault[] | undefined => {
  if (!guestAddresses.of(graph).isShared(ip) && !hostsByAddress.of(graph).has(ip)) return undefined;
  const faults: Fault[] = [];
  for (const group of bySegment(graph, ip).values()) {
    const first = group[0]?.vnic;
    const found = clash(ip, group) ?? (first && hostClash(graph, ip, first));
    if (found !== undefined) faults.push(found);
  }
  return faults;
};

export const VM_005: Rule = {
  id,
  title: text('Duplicate IP address'),
  severity: 'error',
  tier: 'R',
  reads: ['vmis', 'nads'],
  consults: ['vms', 'nodeStates', 'nodes'],
  source: 'RFC 5227 address conflicts; kubevirt VMI status.interfaces',
  check: (context) => judgeEach(context, id, ADDRESSES, (ip) => judgeAddress(context.graph, ip)),
};
