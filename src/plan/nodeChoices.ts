/**
 * What the form offers: node selectors, bridges and NICs, each with the plain reason why it
 * cannot be chosen. Guards PRE-004 and NNCP-011 of the domain reference, applied before the user
 * can make the mistake.
 */
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { InterfaceRecord, LldpNeighbor } from '../cluster/interfaceRecord';
import type { NetworkGraph, NodeView } from '../network/networkGraph';

export interface SelectorChoice {
  /** `key=value`, or '' for all nodes; stable and usable as a form value. */
  readonly id: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly nodes: readonly string[];
  /** Every node it selects runs VMs: no control plane by accident. */
  readonly onlyVmNodes: boolean;
}

const OFFERED_KEY =
  /^(node-role\.kubernetes\.io\/.+|machine\.openshift\.io\/cluster-api-machineset|topology\.kubernetes\.io\/(zone|region)|kubernetes\.io\/hostname|feature\..+|network\..+)$/;

/** Parses a selector id back into pairs; the id of `nodeSelectorChoices`, or typed by a person. */
export const selectorFromId = (id: string): Readonly<Record<string, string>> => {
  if (id === '') return {};
  const split = id.indexOf('=');
  return split < 0 ? { [id]: '' } : { [id.slice(0, split)]: id.slice(split + 1) };
};

/**
 * Selectors made of one label that nodes already carry: labelling a node would re-apply every
 * policy on it (PRE-009). Those that reach exactly VM nodes come first, larger sets before
 * smaller, so that the first is a sensible default.
 */
export const nodeSelectorChoices = (graph: NetworkGraph): readonly SelectorChoice[] => {
  const byId = new Map<string, string[]>();
  for (const node of graph.nodes.values()) {
    for (const [key, value] of Object.entries(node.record?.meta.labels ?? {})) {
      if (!OFFERED_KEY.test(key)) continue;
      const id = `${key}=${value}`;
      const members = byId.get(id);
      if (members === undefined) byId.set(id, [node.name]);
      else members.push(node.name);
    }
  }
  const choices = [...byId].map(([id, nodes]) => selectorChoice(graph, id, nodes));
  return choices.sort(bySuitability);
};

const selectorChoice = (
  graph: NetworkGraph,
  id: string,
  nodes: readonly string[],
): SelectorChoice => ({
  id,
  selector: selectorFromId(id),
  nodes: [...nodes].sort(),
  onlyVmNodes: nodes.every((name) => graph.nodes.get(name)?.runsVms === true),
});

const bySuitability = (a: SelectorChoice, b: SelectorChoice): number => {
  if (a.onlyVmNodes !== b.onlyVmNodes) return a.onlyVmNodes ? -1 : 1;
  if (a.nodes.length !== b.nodes.length) return b.nodes.length - a.nodes.length;
  return a.id < b.id ? -1 : 1;
};

/** Nodes that all pairs of a selector match; an empty selector matches all. Sorted by name. */
export const nodesOfSelector = (
  graph: NetworkGraph,
  selector: Readonly<Record<string, string>>,
): readonly NodeView[] => {
  const pairs = Object.entries(selector);
  return [...graph.nodes.values()]
    .filter(
      (node) =>
        node.record !== undefined &&
        pairs.every(([key, value]) => node.record?.meta.labels[key] === value),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

export interface BridgeChoice {
  readonly name: string;
  /** Carries the node's own traffic too: only a mapping is added, never an interface changed. */
  readonly shared: boolean;
  readonly uplinks: readonly string[];
  /** Localnets mapped to it on every node. */
  readonly localnets: readonly string[];
  /** Smallest uplink MTU over the nodes, in bytes. */
  readonly mtu?: number;
  /** Why it cannot be chosen. */
  readonly obstacle?: Text;
}

/** OVS bridges on the chosen nodes; one that is not on all of them says where it is missing. */
export const bridgeChoices = (nodes: readonly NodeView[]): readonly BridgeChoice[] => {
  const names = new Set<string>();
  for (const node of nodes) {
    for (const bridge of node.bridges.values()) {
      if (bridge.ovs && bridge.name !== 'br-int') names.add(bridge.name);
    }
  }
  return [...names].sort().map((name) => bridgeChoice(name, nodes));
};

const bridgeChoice = (name: string, nodes: readonly NodeView[]): BridgeChoice => {
  const uplinks = new Set<string>();
  const missing: string[] = [];
  let localnets: readonly string[] | undefined;
  let mtu: number | undefined;
  let insideVlan: number | undefined;
  for (const node of nodes) {
    const bridge = node.bridges.get(name);
    if (bridge === undefined || !bridge.ovs) {
      missing.push(node.name);
      continue;
    }
    for (const port of bridge.uplinks) uplinks.add(port.name);
    const here = [...(node.mappings ?? [])].filter(([, on]) => on === name).map(([key]) => key);
    localnets = localnets === undefined ? here : localnets.filter((key) => here.includes(key));
    if (bridge.uplinkMtu !== undefined) mtu = Math.min(mtu ?? Infinity, bridge.uplinkMtu);
    insideVlan = insideVlan ?? bridge.insideVlan;
  }
  const obstacle = bridgeObstacle(name, missing, uplinks);
  return {
    name,
    shared: name === 'br-ex',
    uplinks: [...uplinks].sort(),
    localnets: [...(localnets ?? [])].sort(),
    ...(mtu === undefined ? {} : { mtu }),
    ...(obstacle === undefined ? {} : { obstacle }),
  };
};

const bridgeObstacle = (
  name: string,
  missing: readonly string[],
  uplinks: ReadonlySet<string>,
): Text | undefined => {
  if (missing.length > 0) {
    return text('{{bridge}} is missing on {{nodes}}.', { bridge: name, nodes: missing.join(', ') });
  }
  if (uplinks.size === 0) return text('{{bridge}} has no uplink.', { bridge: name });
  return undefined;
};

export interface NicChoice {
  readonly name: string;
  /** Smallest MTU over the nodes, in bytes. */
  readonly mtu?: number;
  /** Mbit/s; undefined when any node reports none. */
  readonly speed?: number;
  /** Switch ports as LLDP shows them, `system port`, each once. */
  readonly neighbors: readonly string[];
  /** Why it cannot be chosen; undefined for a free NIC. */
  readonly obstacle?: Text;
  /** Chosen with care: an address or a missing link. */
  readonly caution?: Text;
}

/** NICs by name over the chosen nodes, free ones first. */
export const nicChoices = (nodes: readonly NodeView[]): readonly NicChoice[] => {
  const names = new Set<string>();
  for (const node of nodes) for (const name of node.nics.keys()) names.add(name);
  return [...names].map((name) => nicChoice(name, nodes)).sort(freeFirst);
};

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

const neighborLabel = (neighbor: LldpNeighbor): string =>
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

const vlanChild = (node: NodeView, name: string): string | undefined =>
  node.state?.interfaces.find((iface) => iface.vlan?.base === name && iface.state !== 'absent')
    ?.name;

const nicCaution = (name: string, nodes: readonly NodeView[]): Text | undefined => {
  for (const node of nodes) {
    const nic = node.nics.get(name);
    const address = [...(nic?.ipv4?.addresses ?? []), ...(nic?.ipv6?.addresses ?? [])].find(
      (entry) => !entry.ip.toLowerCase().startsWith('fe80:'),
    );
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
