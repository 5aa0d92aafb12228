/**
 * What must stay fast, measured on a generated cluster: each budget is a figure and its limit.
 * Times are relative to parsing the same objects from JSON or to a full build, so that they mean
 * the same on any machine.
 */
import type { KubeObject } from '../src/cluster/kubeObject';
import { snapshotOf } from '../src/cluster/snapshotOf';
import type { Snapshot } from '../src/cluster/snapshot';
import { buildGraph } from '../src/network/buildGraph';
import type { NetworkGraph } from '../src/network/networkGraph';
import { traceVnic } from '../src/network/traceVnic';
import { updateGraph } from '../src/network/updateGraph';
import { withObject } from './changedSnapshot';
import { best, collectGarbage, heapOf, median, series } from './measure';

export interface Budget {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** What was measured, for people. */
  readonly detail: string;
}

const PARSE_RUNS = 7;
const BUILD_RUNS = 21;
const UPDATE_RUNS = 300;
const TRACES = 60;

const parse = (texts: readonly string[]): KubeObject[] =>
  texts.map((object) => JSON.parse(object) as KubeObject);

/** Looks at every entity and every edge, which works all of them out. */
export const walkAll = (graph: NetworkGraph): number => {
  let n = 0;
  for (const entity of graph.entities.values()) if (entity.state === 'ok') n += 1;
  for (const edge of graph.edges.values()) if (edge.state === 'ok') n += 1;
  return n;
};

const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;

type Json = Record<string, unknown>;

const recordAt = (object: Json, key: string): Json => (object[key] ?? {}) as Json;

/** The VM with another status, so that its record, entity and edges are new. */
const changedVm = (vm: KubeObject, run: number): KubeObject => ({
  ...vm,
  status: { ...recordAt(vm, 'status'), printableStatus: run % 2 === 0 ? 'Paused' : 'Running' },
});

/** The node state with other MTUs and one bridge mapping less or more. */
const changedNodeState = (state: KubeObject, run: number): KubeObject => {
  const status = recordAt(state, 'status');
  const current = recordAt(status, 'currentState');
  const ovn = recordAt(current, 'ovn');
  const mappings = (ovn['bridge-mappings'] ?? []) as unknown[];
  const interfaces = (current.interfaces ?? []) as Json[];
  return {
    ...state,
    status: {
      ...status,
      currentState: {
        ...current,
        interfaces: interfaces.map((one) => ({ ...one, mtu: 1500 + run })),
        ovn: { ...ovn, 'bridge-mappings': run % 2 === 0 ? mappings.slice(0, -1) : mappings },
      },
    },
  };
};

const ofKind = (objects: readonly KubeObject[], kind: string): readonly KubeObject[] =>
  objects.filter((object) => object.kind === kind);

/** Best time of bringing the graph forward by one object and looking at what hangs on it. */
const updateTime = (
  start: NetworkGraph,
  objects: readonly KubeObject[],
  change: (object: KubeObject, run: number) => KubeObject,
  idsOf: (object: KubeObject) => readonly string[],
): number => {
  let graph = start;
  const prepare = (run: number): { readonly object: KubeObject; readonly snapshot: Snapshot } => {
    const object = objects[(run * 37) % objects.length] ?? {};
    return { object, snapshot: withObject(graph.snapshot, change(object, run)) };
  };
  const times = series(UPDATE_RUNS, prepare, ({ object, snapshot }) => {
    graph = updateGraph(graph, snapshot);
    for (const id of idsOf(object)) {
      if (graph.entities.get(id) === undefined) throw new Error(`${id} is not in the graph`);
      graph.outgoing(id);
    }
  });
  return best(times);
};

const nameOf = (object: KubeObject): string => String(object.metadata?.name);
const namespaceOf = (object: KubeObject): string => String(object.metadata?.namespace);

const vmIds = (vm: KubeObject): readonly string[] => [`vm/${namespaceOf(vm)}/${nameOf(vm)}`];

const nodeIds = (state: KubeObject): readonly string[] => [
  `node/${nameOf(state)}`,
  `bridge/${nameOf(state)}/br-ex`,
];

/** Times of tracing VM NICs, each on a graph that has not been traced before. */
const traceTimes = (
  graph: NetworkGraph,
  states: readonly KubeObject[],
  keys: readonly string[],
): readonly number[] =>
  series(
    TRACES,
    (run) => {
      const state = states[run % states.length] ?? {};
      const fresh = updateGraph(graph, withObject(graph.snapshot, changedNodeState(state, run)));
      return { fresh, key: keys[(run * 331 + 1) % keys.length] ?? '' };
    },
    ({ fresh, key }) => traceVnic(fresh, key),
  );

interface Measured {
  readonly parse: number;
  readonly build: number;
  /** The middle of all runs, collections of garbage included. */
  readonly usualBuild: number;
  readonly all: number;
}

/**
 * Records read anew for each run, because what follows from a record alone stays with it; what
 * reading them left behind is not collected while the graph is built.
 */
const buildTimes = (texts: readonly string[], objects: readonly KubeObject[]): Measured => {
  const fresh = (): Snapshot => {
    const snapshot = snapshotOf(objects);
    collectGarbage();
    return snapshot;
  };
  const builds = series(BUILD_RUNS, fresh, buildGraph);
  return {
    parse: best(
      series(
        PARSE_RUNS,
        () => undefined,
        () => parse(texts),
      ),
    ),
    build: best(builds),
    usualBuild: median(builds),
    all: best(series(PARSE_RUNS, fresh, (snapshot) => walkAll(buildGraph(snapshot)))),
  };
};

/**
 * One update against both readings of "a full build": building the graph as callers do, where
 * entities are worked out when they are asked for, and building it with all of them.
 */
const updateBudgets = (
  name: string,
  time: number,
  limit: number,
  { build, all }: Measured,
): readonly Budget[] => [
  {
    name,
    value: time / build,
    limit,
    detail: `update and work out what hangs on it ${ms(time)}, build ${ms(build)}`,
  },
  {
    name: `${name}-of-everything`,
    value: time / all,
    limit,
    detail: `the same, build with every entity and edge ${ms(all)}`,
  },
];

/** Everything down to the attributes and ids, which a graph in use has only in part. */
const walkThoroughly = (graph: NetworkGraph): NetworkGraph => {
  for (const entity of graph.entities.values()) Object.keys(entity.attributes);
  for (const edge of graph.edges.values()) graph.outgoing(edge.source);
  return graph;
};

/** Measures all budgets. `small` is a tenth of `full`. */
export const measureBudgets = (
  full: readonly string[],
  small: readonly string[],
): readonly Budget[] => {
  const objects = parse(full);
  const snapshot = snapshotOf(objects);
  const vms = ofKind(objects, 'VirtualMachine');
  const states = ofKind(objects, 'NodeNetworkState');
  const large = buildTimes(full, objects);
  const tenth = buildTimes(small, parse(small));
  const graph = buildGraph(snapshot);
  walkAll(graph);
  const oneVm = updateTime(graph, vms, changedVm, vmIds);
  const oneState = updateTime(graph, states, changedNodeState, nodeIds);
  const keys = [...graph.vnics.keys()];
  const stopped = [...graph.vnics.values()].filter(({ vmi }) => vmi === undefined);
  const trace = median(traceTimes(graph, states, keys));
  const traceStopped = median(
    traceTimes(
      graph,
      states,
      stopped.map((vnic) => vnic.key),
    ),
  );
  const unread = snapshotOf(objects);
  const { megabytes } = heapOf(() => walkThoroughly(buildGraph(unread)));
  return [
    {
      name: 'full-build',
      value: large.build / large.parse,
      limit: 0.4,
      detail: `build ${ms(large.build)}, JSON.parse ${ms(large.parse)}`,
    },
    {
      name: 'build-and-walk-everything',
      value: large.all / large.parse,
      limit: 2,
      detail: `with every entity and edge worked out ${ms(large.all)}`,
    },
    ...updateBudgets('one-vm-changed', oneVm, 1 / 200, large),
    ...updateBudgets('one-nodestate-changed', oneState, 1 / 50, large),
    { name: 'trace-ms', value: trace, limit: 5, detail: `median of ${TRACES} on fresh graphs` },
    {
      name: 'trace-stopped-vm-ms',
      value: traceStopped,
      limit: 5,
      detail: 'the same for VMs that may start on any node',
    },
    { name: 'heap-mb', value: megabytes, limit: 150, detail: 'with every entity and edge' },
    {
      name: 'ten-times-the-cluster',
      value: large.usualBuild / tenth.usualBuild,
      limit: 12,
      detail: `usually ${ms(large.usualBuild)}, a tenth ${ms(tenth.usualBuild)}`,
    },
  ];
};
