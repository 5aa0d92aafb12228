/**
 * What the doctor may take: all rules relative to parsing the cluster from JSON, and a single
 * changed object relative to that limit. A VM whose status changes and a node that reports again
 * are what a cluster does all day; the uplink of a node with another MTU concerns every network.
 */
import type { KubeObject } from '../src/cluster/kubeObject';
import { snapshotOf } from '../src/cluster/snapshotOf';
import { updateDoctor } from '../src/doctor/incremental';
import type { Diagnosis } from '../src/doctor/model';
import { runDoctor } from '../src/doctor/runDoctor';
import { buildGraph } from '../src/network/buildGraph';
import type { NetworkGraph } from '../src/network/networkGraph';
import { updateGraph } from '../src/network/updateGraph';
import type { Budget } from './budgets';
import { withObject } from './changedSnapshot';
import { best, median, series } from './measure';

const PARSE_RUNS = 5;
const FULL_RUNS = 9;
const UPDATE_RUNS = 40;
const WARM_UP = 10;
const NOW = Date.parse('2026-06-01T00:00:00Z');
/** Of the time that parsing takes. */
const FULL_LIMIT = 0.4;
const CHANGE_LIMIT = FULL_LIMIT / 100;

type Json = Record<string, unknown>;

const recordAt = (object: Json, key: string): Json => (object[key] ?? {}) as Json;

const withStatus = (object: KubeObject, status: Json): KubeObject => ({
  ...object,
  status: { ...recordAt(object, 'status'), ...status },
});

const changedVm = (vm: KubeObject, run: number): KubeObject =>
  withStatus(vm, { printableStatus: run % 2 === 0 ? 'Paused' : 'Running' });

/** The instance moves to another node and back. */
const movedInstance = (vmi: KubeObject, run: number): KubeObject =>
  withStatus(vmi, { nodeName: `worker-${String(run % 2).padStart(3, '0')}` });

const withInterfaces = (state: KubeObject, edit: (entry: Json) => Json): KubeObject => {
  const current = recordAt(recordAt(state, 'status'), 'currentState');
  const interfaces = (current.interfaces ?? []) as Json[];
  return withStatus(state, { currentState: { ...current, interfaces: interfaces.map(edit) } });
};

/** The node reports again, with another MTU at the last of its interfaces. */
const reportedAgain = (state: KubeObject, run: number): KubeObject => {
  const current = recordAt(recordAt(state, 'status'), 'currentState');
  const last = ((current.interfaces ?? []) as Json[]).at(-1);
  return withInterfaces(state, (entry) =>
    entry.name === last?.name ? { ...entry, mtu: 1400 + run } : entry,
  );
};

const changedMtus = (state: KubeObject, run: number): KubeObject =>
  withInterfaces(state, (entry) => ({ ...entry, mtu: 1500 + run }));

/** The usual time of bringing the diagnosis forward by one changed object. */
const updateTime = (
  start: NetworkGraph,
  diagnosis: Diagnosis,
  objects: readonly KubeObject[],
  change: (object: KubeObject, run: number) => KubeObject,
): number => {
  let graph = start;
  let current = diagnosis;
  const prepare = (run: number): NetworkGraph => {
    const object = objects[(run * 37) % objects.length] ?? {};
    return updateGraph(graph, withObject(graph.snapshot, change(object, run)));
  };
  const times = series(UPDATE_RUNS, prepare, (next) => {
    current = updateDoctor(current, graph, { graph: next, now: NOW });
    graph = next;
  });
  return median(times.slice(WARM_UP));
};

const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;

/** Measures the doctor on the objects of a cluster of the design point. */
export const measureDoctor = (texts: readonly string[]): readonly Budget[] => {
  const parse = (): KubeObject[] => texts.map((object) => JSON.parse(object) as KubeObject);
  const parsing = best(series(PARSE_RUNS, () => undefined, parse));
  const objects = parse();
  const snapshot = snapshotOf(objects);
  const ofKind = (kind: string) => objects.filter((object) => object.kind === kind);
  const full = best(
    series(
      FULL_RUNS,
      // Read anew: what follows from a record alone stays with it.
      () => buildGraph(snapshotOf(objects)),
      (graph) => runDoctor({ graph, now: NOW }),
    ),
  );
  const graph = buildGraph(snapshot);
  const diagnosis = runDoctor({ graph, now: NOW });
  const one = (name: string, kind: string, change: typeof changedVm, limit: number): Budget => {
    const time = updateTime(graph, diagnosis, ofKind(kind), change);
    return { name, value: time / parsing, limit, detail: `all rules brought forward ${ms(time)}` };
  };
  return [
    {
      name: 'doctor-all-rules',
      value: full / parsing,
      limit: FULL_LIMIT,
      detail: `all rules ${ms(full)}, JSON.parse ${ms(parsing)}`,
    },
    one('doctor-one-vm-changed', 'VirtualMachine', changedVm, CHANGE_LIMIT),
    one('doctor-one-instance-moved', 'VirtualMachineInstance', movedInstance, CHANGE_LIMIT),
    one('doctor-one-node-reported', 'NodeNetworkState', reportedAgain, CHANGE_LIMIT),
    one('doctor-one-uplink-changed', 'NodeNetworkState', changedMtus, FULL_LIMIT / 2),
  ];
};
