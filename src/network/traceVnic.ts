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
import type { NetworkGraph } from './networkGraph';
import { mtuLadder } from './path/mtuLadder';
import { nodePaths, vlansOf } from './path/nodePath';
import type { Destination } from './path/nodePath';
import type { NodePath } from './path/reportedPath';
import { PathBuilder } from './path/pathBuilder';
import { traceHead } from './path/traceHead';
import type { TraceHead } from './path/traceHead';
import { vlanUsage } from './path/vlanUsage';
import type { Trace } from './trace';

export interface TraceOptions {
  /** Trace on this node instead of the one the VM runs on. */
  readonly node?: string;
}

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

const finish = (graph: NetworkGraph, head: TraceHead, result: Result, node?: string): Trace => {
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
    node,
    elsewhere: [],
    plumbed: path?.plumbed,
    vlanUsage: vlanUsage(graph, hops, head.to && vlansOf(head.to)),
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
  return finish(graph, { stretch: path.finish() }, NOWHERE);
};

/** Where else the VM may run, and whether its network is there. */
const elsewhereOf = (
  graph: NetworkGraph,
  to: Destination,
  nodes: Iterable<string>,
  node: string,
): Trace['elsewhere'] =>
  nodePaths(graph, to, nodes)
    .filter((path) => path.node !== node)
    .map((path) => ({ node: path.node, verdict: path.judgement.state, broken: path.broken }));

const traceOnNode = (
  graph: NetworkGraph,
  head: TraceHead,
  to: Destination,
  node: string,
  nodes: ReadonlySet<string>,
): Trace => {
  const [path] = nodePaths(graph, to, [node]);
  if (path === undefined) return finish(graph, head, NOWHERE, node);
  const { judgement, broken: id } = path;
  const trace = finish(graph, head, { judgement, broken: id, path }, node);
  let others: Trace['elsewhere'] | undefined;
  return {
    ...trace,
    // Worked out when asked for: it takes a path on every node the VM could move to.
    get elsewhere() {
      others ??= elsewhereOf(graph, to, nodes, node);
      return others;
    },
  };
};

const traceAnywhere = (
  graph: NetworkGraph,
  head: TraceHead,
  to: Destination,
  eligible: readonly string[] | undefined,
): Trace => {
  if (eligible === undefined) {
    const judgement = unknown(whyUnknown('nodes', graph.snapshot.nodes));
    return finish(graph, head, { judgement });
  }
  const trace = finish(graph, head, onAnyOf(nodePaths(graph, to, eligible)));
  return { ...trace, elsewhere: elsewhereOf(graph, to, eligible, '') };
};

/**
 * Traces the VM NIC `namespace/vm/interface`. Never throws and always ends: a NIC that is not
 * known is `broken`, or `unknown` where VMs cannot be read.
 */
export const traceVnic = (graph: NetworkGraph, key: string, options: TraceOptions = {}): Trace => {
  const vnic = graph.vnics.get(key);
  if (vnic === undefined) return absent(graph, key);
  const head = traceHead(graph, vnic);
  const vmKey = `${vnic.namespace}/${vnic.vmName}`;
  const vm = graph.vms.get(vmKey);
  const node = options.node ?? (vm?.node || undefined);
  const { to } = head;
  if (to === undefined) return finish(graph, head, NOWHERE, node);
  const eligible = candidates(graph, vmKey, head.resource);
  if (node === undefined) return traceAnywhere(graph, head, to, eligible);
  return traceOnNode(graph, head, to, node, new Set([...(eligible ?? []), ...(vm?.nodes ?? [])]));
};
