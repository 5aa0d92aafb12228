/**
 * The path of one VM NIC to the switch port: every hop with its state, and the first one that
 * fails. A VM without a node is traced on each node it may run on; one that runs is also judged
 * for where it could migrate to. Source: domain reference B.1–B.6, E.2; rulings 3.
 */
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import { isKnown, whyUnknown } from './evidence';
import { OK, broken, unknown } from './judgement';
import type { Judgement } from './judgement';
import { nadExistence, effectiveNadKey, effectiveNetwork, vnicHop } from './nadReference';
import { nadState } from './nadState';
import type { NetworkGraph, VnicView } from './networkGraph';
import { mtuLadder } from './path/mtuLadder';
import { nodePath } from './path/nodePath';
import type { Destination, NodePath } from './path/nodePath';
import { PathBuilder } from './path/pathBuilder';
import type { Stretch } from './path/pathBuilder';
import { vlanUsage } from './path/vlanUsage';
import type { Trace } from './trace';

export interface TraceOptions {
  /** Trace on this node instead of the one the VM runs on. */
  readonly node?: string;
}

/** The hops that are the same on every node, and where the path goes on from there. */
interface Head {
  readonly stretch: Stretch;
  /** Undefined where the path ends before any node. */
  readonly to?: Destination;
  /** Extended resource that keeps the VM off nodes without it. */
  readonly resource?: string;
}

const podHead = (graph: NetworkGraph, vnic: VnicView, path: PathBuilder): Head => {
  const primary = graph.primaryNetworkOf(vnic.namespace);
  if (primary !== undefined) path.hop(primary.id, OK);
  for (const network of graph.snapshot.clusterNetworks.items.values()) {
    const cidr = network.clusterNetworks[0]?.cidr;
    if (primary === undefined && cidr !== undefined) path.hop(`clusterNetwork/${cidr}`, OK);
  }
  return { stretch: path.finish(), to: { kind: 'overlay' } };
};

const pluginHead = (graph: NetworkGraph, nadKey: string, path: PathBuilder): Head => {
  const nad = graph.snapshot.nads.items.get(nadKey);
  const nadId = `nad/${nadKey}`;
  const config = nad?.config;
  if (nad === undefined || config === undefined || !('plugin' in config)) {
    return { stretch: path.finish() };
  }
  const resource = nad.resourceName === '' ? undefined : nad.resourceName;
  const { plugin } = config;
  if (plugin.family === 'bridge') {
    return { stretch: path.finish(), to: { kind: 'bridge', plugin }, resource };
  }
  if (resource !== undefined && plugin.family !== 'ovn') {
    return { stretch: path.finish(), to: { kind: 'resource', nadId, resource }, resource };
  }
  const reason = text('How plugin type {{type}} reaches the wire is not known.', {
    type: config.type,
  });
  path.stretch({ hops: [], judgement: unknown(reason) });
  return { stretch: path.finish() };
};

const nadHead = (graph: NetworkGraph, nadKey: string, path: PathBuilder): Head => {
  const id = `nad/${nadKey}`;
  const nad = graph.snapshot.nads.items.get(nadKey);
  path.hop(id, nad === undefined ? nadExistence(graph.snapshot, nadKey) : nadState(nad));
  const network = graph.networkOfNad(nadKey);
  if (path.isBroken) return { stretch: path.finish() };
  if (network === undefined) return pluginHead(graph, nadKey, path);
  path.hop(network.id, OK);
  if (network.topology !== 'localnet') return { stretch: path.finish(), to: { kind: 'overlay' } };
  const mapped = graph.localnets.get(network.physicalName)?.mappings.size ?? 0;
  if (mapped > 0) path.hop(`localnet/${network.physicalName}`, OK);
  return { stretch: path.finish(), to: { kind: 'localnet', network } };
};

const headOf = (graph: NetworkGraph, vnic: VnicView): Head => {
  const path = new PathBuilder();
  path.hop(vnic.id, vnicHop(graph.snapshot, vnic));
  const nadKey = effectiveNadKey(vnic);
  if (path.isBroken) return { stretch: path.finish() };
  if (effectiveNetwork(vnic)?.source.type === 'pod') return podHead(graph, vnic, path);
  return nadKey === undefined ? { stretch: path.finish() } : nadHead(graph, nadKey, path);
};

/** Paths already worked out on this graph, by NAD (or pod network) and node. */
const nodePaths = new WeakMap<NetworkGraph, Map<string, NodePath>>();

const pathOn = (graph: NetworkGraph, to: Destination, key: string, node: string): NodePath => {
  let known = nodePaths.get(graph);
  if (known === undefined) {
    known = new Map();
    nodePaths.set(graph, known);
  }
  const id = `${key} ${node}`;
  const before = known.get(id);
  if (before !== undefined) return before;
  const path = nodePath(graph, to, node);
  known.set(id, path);
  return path;
};

/** Nodes the VM may run on, as far as scheduling and the NAD's own resource decide. */
const candidates = (
  graph: NetworkGraph,
  vmKey: string,
  resource: string | undefined,
): readonly string[] | undefined => {
  const eligible = graph.eligibleNodes(vmKey);
  if (eligible === undefined || resource === undefined) return eligible;
  const offering = eligible.filter(
    (node) => (graph.nodes.get(node)?.record?.allocatable[resource] ?? 0) > 0,
  );
  return offering.length === 0 ? eligible : offering;
};

interface Result {
  readonly judgement: Judgement;
  readonly broken?: string;
  readonly path?: NodePath;
}

/** Verdict of a VM that may come up on any of these nodes. */
const onAnyOf = (paths: readonly NodePath[]): Result => {
  const [first] = paths;
  if (first === undefined) {
    return {
      judgement: unknown(text('No node can run this VM now, so there is no path to trace.')),
    };
  }
  const ok = paths.filter((path) => path.judgement.state === 'ok');
  if (ok.length === paths.length) return { judgement: OK, path: first };
  const values = { k: ok.length, m: paths.length };
  if (paths.every((path) => path.judgement.state === 'broken')) {
    const reason: Text = first.judgement.reason ?? text('No eligible node reaches the network.');
    return { judgement: broken(reason), broken: first.broken, path: first };
  }
  const worst = paths.find((path) => path.judgement.state === 'broken') ?? first;
  return {
    judgement: unknown(text('The VM would work on {{k}} of {{m}} eligible nodes.', values)),
    path: ok[0] ?? worst,
  };
};

const finish = (
  graph: NetworkGraph,
  head: Head,
  result: Result,
  rest: Pick<Trace, 'node' | 'elsewhere'>,
): Trace => {
  const whole = new PathBuilder();
  whole.stretch(head.stretch);
  const { path } = result;
  if (path !== undefined)
    whole.stretch({ ...path, judgement: result.judgement, broken: result.broken });
  else whole.stretch({ hops: [], judgement: result.judgement, broken: result.broken });
  const stretch = whole.finish();
  const hops = [...stretch.hops, ...(path?.switchSide.hops ?? [])];
  const wire = path?.switchSide.judgement ?? unknown(text('The path ends before the switch.'));
  return {
    verdict: stretch.judgement.state,
    reason: stretch.judgement.reason,
    broken: stretch.judgement.state === 'broken' ? stretch.broken : undefined,
    switch: { state: wire.state, reason: wire.reason },
    hops,
    ...rest,
    plumbed: path?.plumbed,
    vlanUsage: vlanUsage(graph, hops, path?.vlans ?? []),
    mtuLadder: mtuLadder(graph, hops),
  };
};

const NOWHERE: Result = { judgement: OK };

const absent = (graph: NetworkGraph, key: string): Trace => {
  const path = new PathBuilder();
  const { vms } = graph.snapshot;
  const namespace = key.slice(0, Math.max(0, key.indexOf('/')));
  path.hop(
    `vnic/${key}`,
    isKnown(vms, namespace)
      ? broken(text('There is no VM NIC {{key}}.', { key }))
      : unknown(whyUnknown('vms', vms)),
  );
  return finish(graph, { stretch: path.finish() }, NOWHERE, { elsewhere: [] });
};

/**
 * Traces the VM NIC `namespace/vm/interface`. Never throws and always ends: a NIC that is not
 * known is `broken`, or `unknown` where VMs cannot be read.
 */
export const traceVnic = (graph: NetworkGraph, key: string, options: TraceOptions = {}): Trace => {
  const vnic = graph.vnics.get(key);
  if (vnic === undefined) return absent(graph, key);
  const head = headOf(graph, vnic);
  const vmKey = `${vnic.namespace}/${vnic.vmName}`;
  const vm = graph.vms.get(vmKey);
  const node = options.node ?? (vm?.node || undefined);
  const { to } = head;
  if (to === undefined) return finish(graph, head, NOWHERE, { node, elsewhere: [] });
  const pathKey = effectiveNadKey(vnic) ?? 'pod network';
  const eligible = candidates(graph, vmKey, head.resource);
  const nodes = new Set([...(eligible ?? []), ...(vm?.nodes ?? [])]);
  const paths = [...nodes].map((name) => pathOn(graph, to, pathKey, name));
  const elsewhere = paths
    .filter((path) => path.node !== node)
    .map((path) => ({
      node: path.node,
      verdict: path.judgement.state,
      broken: path.broken,
    }));
  if (node !== undefined) {
    const path = pathOn(graph, to, pathKey, node);
    const result: Result = { judgement: path.judgement, broken: path.broken, path };
    return finish(graph, head, result, { node, elsewhere });
  }
  if (eligible === undefined) {
    const judgement = unknown(whyUnknown('nodes', graph.snapshot.nodes));
    return finish(graph, head, { judgement }, { elsewhere });
  }
  return finish(graph, head, onAnyOf(paths), { elsewhere });
};
