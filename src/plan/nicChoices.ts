/**
 * The NICs that the form offers for the chosen nodes, each with the plain reason why it cannot be
 * chosen: guards PRE-004 and NNCP-011 of the domain reference, before the mistake is made.
 */
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { InterfaceRecord, LldpNeighbor } from '../cluster/interfaceRecord';
import type { NodeView } from '../network/networkGraph';
import { perNodes } from './perNodes';

export interface NicChoice {
  readonly name: string;
  /** Smallest MTU over the nodes, in bytes. */
  readonly mtu?: number;
  /** Mb/s; undefined when any node reports none. */
  readonly speed?: number;
  /** Switch ports as LLDP shows them, `system port`, each once. */
  readonly neighbors: readonly string[];
  /** Why it cannot be chosen; undefined for a free NIC. */
  readonly obstacle?: Text;
  /** Chosen with care: an address or a missing link. */
  readonly caution?: Text;
}

/** NICs by name over the chosen nodes, free ones first. */
export const nicChoices = (nodes: readonly NodeView[]): readonly NicChoice[] => choices(nodes, '');

const choicesOn = (nodes: readonly NodeView[]): readonly NicChoice[] => {
  const names = new Set<string>();
  for (const node of nodes) for (const name of node.nics.keys()) names.add(name);
  return [...names].map((name) => nicChoice(name, nodes)).sort(freeFirst);
};

const choices = perNodes(choicesOn);

const freeFirst = (a: NicChoice, b: NicChoice): number => {
  if ((a.obstacle === undefined) !== (b.obstacle === undefined)) {
    return a.obstacle === undefined ? -1 : 1;
  }
  return a.name < b.name ? -1 : 1;
};

const nicChoice = (name: string, nodes: readonly NodeView[]): NicChoice => {
  const records = nodes.map((node) => node.nics.get(name));
  const present = records.filter((nic): nic is InterfaceRecord => nic !== undefined);
  const mtus = present.flatMap((nic) => (nic.mtu === undefined ? [] : [nic.mtu]));
  const speeds = present.flatMap((nic) => nic.ethernet?.speed ?? []);
  const neighbors = new Set(
    nodes.flatMap((node) => (node.neighbors.get(name) ?? []).map(neighborLabel)),
  );
  const obstacle = nicObstacle(name, nodes);
  const caution = nicCaution(name, nodes);
  return {
    name,
    ...(mtus.length === 0 ? {} : { mtu: Math.min(...mtus) }),
    ...(speeds.length === nodes.length && speeds.length > 0 ? { speed: Math.min(...speeds) } : {}),
    neighbors: [...neighbors].sort(),
    ...(obstacle === undefined ? {} : { obstacle }),
    ...(caution === undefined ? {} : { caution }),
  };
};

/** `system port`; the chassis where the switch does not say its name. */
export const neighborLabel = (neighbor: LldpNeighbor): string =>
  [neighbor.systemName ?? neighbor.chassisId, neighbor.portId]
    .filter((part) => part !== undefined)
    .join(' ');

/**
 * Why a NIC may not become an uplink on these nodes, or undefined when it may. The one place
 * that protects a node from losing its own network; the plan asks it again for typed names.
 */
export const nicObstacle = (name: string, nodes: readonly NodeView[]): Text | undefined => {
  for (const node of nodes) {
    const where = { nic: name, node: node.name };
    if (node.protectedInterfaces.has(name)) {
      return text('{{nic}} carries the own traffic of node {{node}}.', where);
    }
    if (node.state === undefined || !node.state.hasState) {
      return text(
        'The network state of node {{node}} is not known, so {{nic}} cannot be checked.',
        where,
      );
    }
    if (!node.nics.has(name)) return text('Node {{node}} has no NIC {{nic}}.', where);
    const controller = node.controllerOf.get(name);
    if (controller !== undefined) {
      return text('{{nic}} is already in {{controller}} on node {{node}}.', {
        ...where,
        controller,
      });
    }
    const child = vlanChild(node, name);
    if (child !== undefined) {
      return text('{{nic}} carries the VLAN interface {{child}} on node {{node}}.', {
        ...where,
        child,
      });
    }
  }
  return undefined;
};

/** VLAN interfaces by the interface they stand on; read once per view of a node. */
const vlanChildren = new WeakMap<NodeView, ReadonlyMap<string, string>>();

/** A VLAN interface that stands on the interface. */
export const vlanChild = (node: NodeView, name: string): string | undefined => {
  let children = vlanChildren.get(node);
  if (children === undefined) {
    children = new Map(
      (node.state?.interfaces ?? []).flatMap((iface) =>
        iface.vlan === undefined || iface.state === 'absent'
          ? []
          : [[iface.vlan.base, iface.name] as const],
      ),
    );
    vlanChildren.set(node, children);
  }
  return children.get(name);
};

/**
 * What taking the NIC would lose for good: one policy describes a NIC alike on all its nodes, so
 * addresses that differ, or an MTU that differs and shall be changed, could not be given back.
 */
export const nicUnrestorable = (
  name: string,
  nodes: readonly NodeView[],
  mtu: number | undefined,
): Text | undefined => {
  const nics = nodes.flatMap((node) => node.nics.get(name) ?? []);
  if (nics.length < 2) return undefined;
  if (nics.some(hasStaticAddress) || new Set(nics.map(usesDhcp)).size > 1) {
    return text(
      '{{nic}} has addresses of its own on the chosen nodes, which could not be given back.',
      {
        nic: name,
      },
    );
  }
  if (mtu !== undefined && new Set(nics.map((nic) => nic.mtu)).size > 1) {
    return text('{{nic}} has different MTUs on the chosen nodes, which could not be given back.', {
      nic: name,
    });
  }
  return undefined;
};

const stacksOf = (nic: InterfaceRecord) =>
  [nic.ipv4, nic.ipv6].flatMap((stack) => (stack?.enabled === true ? [stack] : []));

const hasStaticAddress = (nic: InterfaceRecord): boolean =>
  stacksOf(nic).some((stack) => !stack.dhcp && stack.addresses.some(isOwn));

const usesDhcp = (nic: InterfaceRecord): string =>
  `${nic.ipv4?.enabled === true && nic.ipv4.dhcp} ${nic.ipv6?.enabled === true && nic.ipv6.dhcp}`;

/** Link-local addresses come by themselves. */
const isOwn = ({ ip }: { readonly ip: string }): boolean => !ip.toLowerCase().startsWith('fe80:');

/** What deserves a warning before the NIC is taken: an address that will be lost, a NIC that is down. */
export const nicCaution = (name: string, nodes: readonly NodeView[]): Text | undefined => {
  for (const node of nodes) {
    const nic = node.nics.get(name);
    const address = [...(nic?.ipv4?.addresses ?? []), ...(nic?.ipv6?.addresses ?? [])].find(isOwn);
    if (address !== undefined) {
      return text('{{nic}} has the address {{ip}} on node {{node}}; it will be lost.', {
        nic: name,
        ip: address.ip,
        node: node.name,
      });
    }
    if (nic?.state === 'down') {
      return text('{{nic}} is down on node {{node}}.', { nic: name, node: node.name });
    }
  }
  return undefined;
};
