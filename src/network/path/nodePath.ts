/**
 * The part of a path that lies on one node: from the network (or the NAD, or the pod network)
 * over mapping and bridge to the NICs and the switch. The same for every VM NIC of a NAD on that
 * node. Source: domain reference B.1, B.4, B.5, E.2; rulings 3.
 */
import { BR_EX, BR_INT, localnetPatchPort } from '../../cluster/ovnNames';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { whyOutdated } from '../applied/whyOutdated';
import { resourceOnNode } from '../coverage';
import type { BridgePlugin } from '../../cluster/cniConfig';
import { OK, broken, unknown, worse } from '../judgement';
import type { NetworkGraph, NetworkView, NodeView } from '../networkGraph';
import { mappingTarget } from '../bridgeState';
import { whyNoMappings, whyNoState } from '../nodeEvidence';
import { bridgePath } from './bridgePath';
import { PathBuilder } from './pathBuilder';
import { pluginVlans } from './pluginVlans';
import { finish } from './reportedPath';
import type { NodePath } from './reportedPath';
import type { Wanted } from './switchSide';
import { oneVlan, vlansOnWire } from './vlanFit';
import type { UsedVlans } from './vlanFit';

/** What is to be reached from the node's NICs. */
export type Destination =
  | { readonly kind: 'localnet'; readonly network: NetworkView }
  | { readonly kind: 'bridge'; readonly plugin: BridgePlugin }
  | {
      readonly kind: 'resource';
      readonly nadId: string;
      readonly resource: string;
      readonly vlans: UsedVlans;
    }
  /** Pod network and OVN overlays: over br-int and br-ex. */
  | { readonly kind: 'overlay' };

const NO_VLANS: UsedVlans = [];

/** What the switch must carry for frames of these VLANs to arrive. */
const wantedOf = (onWire: UsedVlans): Wanted =>
  onWire.length === 0 ? { kind: 'native' } : { kind: 'vlans', vlans: onWire };

const overBridge = (
  path: PathBuilder,
  view: NodeView,
  bridge: string,
  vlans: UsedVlans,
  missing: Text,
): void => {
  const found = view.bridges.get(bridge);
  if (found !== undefined) return path.stretch(bridgePath(view, found, vlans));
  path.hop(`bridge/${view.name}/${bridge}`, broken(missing));
};

/** The bridge that policies want behind a localnet, for nodes that do not report mappings. */
const wantedBridge = (view: NodeView, localnet: string): string | undefined => {
  for (const { desired } of view.policies) {
    for (const m of desired.mappings)
      if (m.localnet === localnet && m.state === 'present') return m.bridge;
  }
  return undefined;
};

const localnetPath = (graph: NetworkGraph, network: NetworkView, node: string): NodePath => {
  const path = new PathBuilder();
  const view = graph.nodes.get(node);
  const localnet = network.physicalName;
  const vlans = oneVlan(network.vlan);
  const id = `mapping/${node}/${localnet}`;
  const why = whyNoMappings(graph.snapshot, view, node);
  const bridge = view?.mappings?.get(localnet) ?? (view && why && wantedBridge(view, localnet));
  if (why !== undefined) {
    path.hop(id, unknown(why));
  } else if (bridge === undefined) {
    const known = graph.localnets.get(localnet)?.mappings.size ?? 0;
    const reason = broken(
      text('{{node}} does not map {{localnet}} to a bridge.', { node, localnet }),
    );
    path.hop(known === 0 ? `localnet/${localnet}` : id, reason);
  }
  if (view === undefined || bridge === undefined || view.state?.hasState !== true) {
    return finish(path, view, node, { wanted: wantedOf(vlans), bridge });
  }
  const found = view.bridges.get(bridge);
  const target = mappingTarget(view, bridge);
  if (why === undefined) path.hop(id, found?.ovs === false ? target : OK);
  if (target.state === 'broken' && found?.ovs !== false) {
    path.hop(`bridge/${node}/${bridge}`, target);
  } else if (found !== undefined) {
    path.stretch(bridgePath(view, found, vlans));
  }
  const onWire = vlansOnWire(vlans, found?.insideVlan);
  const plumbed = view.byName.get(localnetPatchPort(network.name))?.type === 'ovs-interface';
  return finish(path, view, node, { wanted: wantedOf(onWire), bridge, plumbed });
};

const linuxBridgePath = (graph: NetworkGraph, plugin: BridgePlugin, node: string): NodePath => {
  const path = new PathBuilder();
  const view = graph.nodes.get(node);
  const vlans = pluginVlans(plugin);
  const { bridge } = plugin;
  const id = `bridge/${node}/${bridge}`;
  const why = whyNoState(graph.snapshot, view, node);
  const found = view?.bridges.get(bridge);
  if (why !== undefined || view === undefined) {
    path.hop(id, why === undefined ? OK : unknown(why));
  } else if (found?.ovs === true) {
    path.hop(
      id,
      broken(
        text('{{bridge}} on {{node}} is an OVS bridge: the bridge CNI needs a Linux bridge.', {
          node,
          bridge,
        }),
      ),
    );
  } else {
    const missing = text('There is no Linux bridge {{bridge}} on {{node}}.', { node, bridge });
    overBridge(path, view, bridge, vlans, missing);
  }
  const onWire = vlansOnWire(vlans, found?.insideVlan);
  return finish(path, view, node, { wanted: wantedOf(onWire), bridge });
};

/** br-int is not reported as a bridge; its interfaces are (domain reference A.3.2). */
const hasIntegrationBridge = (view: NodeView): boolean =>
  view.bridges.has(BR_INT) ||
  view.state?.interfaces.some(
    (i) => i.type === 'ovs-interface' && (i.controller === BR_INT || i.name === BR_INT),
  ) === true;

const overlayPath = (graph: NetworkGraph, node: string): NodePath => {
  const path = new PathBuilder();
  const view = graph.nodes.get(node);
  const why = whyNoState(graph.snapshot, view, node);
  if (why !== undefined || view === undefined) {
    path.hop(`bridge/${node}/${BR_EX}`, why === undefined ? OK : unknown(why));
  } else {
    if (hasIntegrationBridge(view)) path.hop(`bridge/${node}/${BR_INT}`, OK);
    const missing = text('There is no bridge {{bridge}} on {{node}}.', { node, bridge: BR_EX });
    overBridge(path, view, BR_EX, NO_VLANS, missing);
  }
  const inside = oneVlan(view?.bridges.get(BR_EX)?.insideVlan);
  const wanted: Wanted = inside.length === 0 ? { kind: 'link' } : { kind: 'vlans', vlans: inside };
  return finish(path, view, node, { wanted, bridge: BR_EX });
};

/** SR-IOV and macvtap: the node offers the resource; which NIC serves it is only sometimes clear. */
const resourcePath = (
  graph: NetworkGraph,
  { nadId, resource, vlans }: Extract<Destination, { kind: 'resource' }>,
  node: string,
): NodePath => {
  const path = new PathBuilder();
  const view = graph.nodes.get(node);
  // Without a VLAN of the function it is the guest that tags, or nobody: that is not in the API.
  const wanted: Wanted = vlans.length === 0 ? { kind: 'link' } : { kind: 'vlans', vlans };
  const end = { wanted };
  const offered =
    view === undefined
      ? unknown(text('Nothing is known of {{node}}.', { node }))
      : resourceOnNode(resource, view);
  if (offered.state !== 'ok' || view === undefined) {
    path.hop(nadId, offered);
    return finish(path, view, node, end);
  }
  const candidates = [...view.nics.values()].filter((nic) => (nic.ethernet?.totalVfs ?? 0) > 0);
  const [only] = candidates;
  if (candidates.length === 1 && only !== undefined) {
    path.hop(
      `nic/${node}/${only.name}`,
      only.state === 'down'
        ? broken(text('{{name}} on {{node}} is down.', { name: only.name, node }))
        : OK,
    );
    return finish(path, view, node, end);
  }
  const reason = text('The API does not show which NIC of {{node}} serves {{resource}}.', {
    node,
    resource,
  });
  path.stretch({ hops: [], judgement: worse(OK, unknown(reason)) });
  return finish(path, view, node, end);
};

/** What an outdated report of a node said proves nothing. */
const inDoubt = (path: NodePath, reason: Text): NodePath => {
  const judgement = unknown(reason);
  const { node, bridge, plumbed, switchSide: side } = path;
  return {
    hops: path.hops.map((hop) => ({ ...hop, ...judgement })),
    judgement,
    node,
    bridge,
    plumbed,
    switchSide: { ...side, judgement },
  };
};

const reportedPath = (graph: NetworkGraph, to: Destination, node: string): NodePath => {
  switch (to.kind) {
    case 'localnet':
      return localnetPath(graph, to.network, node);
    case 'bridge':
      return linuxBridgePath(graph, to.plugin, node);
    case 'resource':
      return resourcePath(graph, to, node);
    case 'overlay':
      return overlayPath(graph, node);
  }
};

const work = (graph: NetworkGraph, to: Destination, node: string): NodePath => {
  const path = reportedPath(graph, to, node);
  const view = graph.nodes.get(node);
  const reason = view === undefined ? undefined : whyOutdated(view);
  return reason === undefined ? path : inDoubt(path, reason);
};

/**
 * The VLANs of the frames that leave for there, on whatever node; empty: untagged. Undefined where
 * it is the guest that tags, or nobody: that is not in the API.
 */
export const vlansOf = (to: Destination): UsedVlans | undefined => {
  switch (to.kind) {
    case 'localnet':
      return oneVlan(to.network.vlan);
    case 'bridge':
      return pluginVlans(to.plugin);
    case 'resource':
      return to.vlans.length === 0 ? undefined : to.vlans;
    case 'overlay':
      return NO_VLANS;
  }
};

/** Equal for destinations that have the same path on a node. */
const keyOf = (graph: NetworkGraph, to: Destination): string => {
  switch (to.kind) {
    case 'localnet': {
      const { name, physicalName, vlan } = to.network;
      const mapped = graph.localnets.get(physicalName)?.mappings.size ?? 0;
      return JSON.stringify([name, physicalName, vlan, mapped > 0]);
    }
    case 'bridge':
      return JSON.stringify([to.plugin.bridge, pluginVlans(to.plugin)]);
    case 'resource':
      return JSON.stringify([to.nadId, to.resource, to.vlans, 'resource']);
    case 'overlay':
      return 'overlay';
  }
};

/** Paths that were worked out, for as long as the node's view is the same. */
const known = new WeakMap<NodeView, Map<string, NodePath>>();

/**
 * The path from a destination's network to the wire on some nodes; unknown on one that is NotReady or reports
 * an outdated state.
 * Remembered per node, so that the next VM NIC of the network costs nothing.
 */
export const nodePaths = (
  graph: NetworkGraph,
  to: Destination,
  nodes: Iterable<string>,
): readonly NodePath[] => {
  const key = keyOf(graph, to);
  const paths: NodePath[] = [];
  for (const node of nodes) {
    const view = graph.nodes.get(node);
    if (view === undefined) {
      paths.push(work(graph, to, node));
      continue;
    }
    let ofNode = known.get(view);
    if (ofNode === undefined) {
      ofNode = new Map();
      known.set(view, ofNode);
    }
    let path = ofNode.get(key);
    if (path === undefined) {
      path = work(graph, to, node);
      ofNode.set(key, path);
    }
    paths.push(path);
  }
  return paths;
};
