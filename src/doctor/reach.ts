/**
 * On which nodes a NAD's network is there. OVN localnet: the node maps the physical name to an
 * OVS bridge that exists. Linux bridge: the bridge exists. SR-IOV: the node offers the resource.
 * Other networks, macvtap among them (NAD-027 speaks for it), restrict nothing. (Domain reference
 * B.1, B.5; rulings on VM-014.)
 */
import type { NadRecord } from '../cluster/nadRecord';
import { physicalNameOf } from '../cluster/networkNameOf';
import type { NetworkGraph, NodeView } from '../network/networkGraph';
import { asBridge, asOvn } from './nadFacts';
import { changesReach } from './facts/changesReach';
import { staleSince } from '../network/applied/staleSince';
import { memoBy } from '../network/memoBy';
import { GRAPH_NODE_KINDS, keepsNodes, perGraph } from './facts/perGraph';
import { takesVms } from './facts/takesVms';

export type LocalnetReach = 'ok' | 'unmapped' | 'noBridge' | 'unknown';

/** What an outdated state lacks may be there by now. */
const isOutdated = (node: NodeView): boolean => staleSince(node) !== undefined;

/** Does the node carry a localnet of this physical name? */
export const localnetReach = (node: NodeView, physicalName: string): LocalnetReach => {
  if (node.mappings === undefined) return 'unknown';
  const bridge = node.mappings.get(physicalName);
  if (node.bridges.get(bridge ?? '')?.ovs === true) return 'ok';
  if (isOutdated(node)) return 'unknown';
  return bridge === undefined ? 'unmapped' : 'noBridge';
};

export type BridgeReach = 'ok' | 'missing' | 'notLinux' | 'unknown';

/** Does the node have a Linux bridge of this name? */
export const bridgeReach = (node: NodeView, bridge: string): BridgeReach => {
  if (node.state?.hasState !== true) return 'unknown';
  const found = node.bridges.get(bridge);
  if (found?.ovs === false) return 'ok';
  if (isOutdated(node)) return 'unknown';
  if (found !== undefined) return 'notLinux';
  return node.byName.has(bridge) ? 'notLinux' : 'missing';
};

/** Does the node offer at least one of an extended resource? */
export const offersResource = (node: NodeView, resource: string): boolean =>
  (node.record?.allocatable[resource] ?? 0) > 0;

/** Nodes sorted by whether a network is there; `none` are all others. */
export interface Reach {
  readonly on: ReadonlySet<string>;
  readonly unknown: ReadonlySet<string>;
}

const MARKER_PREFIX = 'bridge.network.kubevirt.io/';

const SRIOV_PREFIX = 'openshift.io/';

const HARDWARE = /^(openshift\.io|macvtap\.network\.kubevirt\.io)\//;

export const isHardwareResource = (resource: string): boolean => HARDWARE.test(resource);

type NodeState = 'on' | 'off' | 'unknown';

const localnetState = (node: NodeView, physicalName: string): NodeState => {
  const reach = localnetReach(node, physicalName);
  if (reach === 'unknown') return 'unknown';
  return reach === 'ok' ? 'on' : 'off';
};

const bridgeState = (node: NodeView, bridge: string, resource: string): NodeState => {
  const reach = bridgeReach(node, bridge);
  if (reach === 'unknown') return 'unknown';
  if (reach !== 'ok') return 'off';
  return resource === '' || node.record === undefined || offersResource(node, resource)
    ? 'on'
    : 'off';
};

const resourceState = (node: NodeView, resource: string): NodeState => {
  if (node.record === undefined) return 'unknown';
  return offersResource(node, resource) ? 'on' : 'off';
};

/** What a NAD asks of a node, as a memo key and a test. */
interface Demand {
  readonly key: string;
  readonly test: (node: NodeView) => NodeState;
}

/** Undefined when it asks nothing. */
const demandOf = memoBy((nad: NadRecord): Demand | undefined => {
  const ovn = asOvn(nad);
  if (ovn?.plugin.topology === 'localnet') {
    const name = physicalNameOf(ovn.config.name, ovn.plugin.physicalNetworkName);
    // Without any name OVN-Kubernetes refuses the NAD itself (NAD-009), on whatever node.
    if (name === '') return undefined;
    return { key: `localnet ${name}`, test: (node) => localnetState(node, name) };
  }
  const bridge = asBridge(nad)?.plugin.bridge;
  if (bridge !== undefined) {
    const resource = nad.resourceName.startsWith(MARKER_PREFIX) ? nad.resourceName : '';
    return { key: `bridge ${bridge} ${resource}`, test: (n) => bridgeState(n, bridge, resource) };
  }
  const { resourceName } = nad;
  if (!resourceName.startsWith(SRIOV_PREFIX)) return undefined;
  return { key: `resource ${resourceName}`, test: (node) => resourceState(node, resourceName) };
});

const reaches = perGraph(() => new Map<string, Reach>(), {
  of: GRAPH_NODE_KINDS,
  unless: (change) => !change.kinds.has('nodes') && !changesReach(change),
});

/**
 * Where the NAD's network is; undefined when it restricts nothing. Equal demands share one
 * answer object, so that callers may memoise by it.
 */
export const reachOfNad = (graph: NetworkGraph, nad: NadRecord): Reach | undefined => {
  const demand = demandOf(nad);
  if (demand === undefined) return undefined;
  const memo = reaches(graph);
  const known = memo.get(demand.key);
  if (known !== undefined) return known;
  const on = new Set<string>();
  const unknown = new Set<string>();
  for (const node of graph.nodes.values()) {
    const state = demand.test(node);
    if (state === 'on') on.add(node.name);
    if (state === 'unknown') unknown.add(node.name);
  }
  const reach = { on, unknown };
  memo.set(demand.key, reach);
  return reach;
};

/** Nodes that can run VMs now; where none is known to, those that could. */
export const nodesForVms = perGraph(
  (graph): readonly NodeView[] => {
    const all = [...graph.nodes.values()];
    const able = all.filter((node) => node.runsVms);
    return able.length > 0 ? able : all.filter((node) => takesVms(graph, node));
  },
  { of: GRAPH_NODE_KINDS, unless: keepsNodes },
);
