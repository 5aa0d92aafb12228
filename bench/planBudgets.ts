/**
 * What the forms may take on every key: the wizard's proposals with their guards, and the table of an
 * import, on a cluster of the design point. Relative to building the graph, which the same page does anyway;
 * a key must be answered within 50 ms (RAIL), and building takes several times that.
 */
import type { KubeObject } from '../src/cluster/kubeObject';
import { snapshotOf } from '../src/cluster/snapshotOf';
import { buildGraph } from '../src/network/buildGraph';
import type { NetworkGraph } from '../src/network/networkGraph';
import { checkAttachIntent } from '../src/plan/checkAttachIntent';
import { nodeSelectorChoices, nodesOfIntent } from '../src/plan/nodeChoices';
import type { PortGroup } from '../src/plan/portGroups/portGroup';
import { proposeImport } from '../src/plan/portGroups/proposeImport';
import { proposeFlows } from '../src/plan/proposeFlows';
import type { Wish } from '../src/plan/wish';
import type { Budget } from './budgets';
import { best, median, series } from './measure';

const BUILD_RUNS = 9;
const KEY_RUNS = 25;
const WARM_UP = 5;
const MANY_VMS = 100;
const MANY_ROWS = 500;

/** Of the time that building the graph takes. */
const KEY_LIMIT = 0.4;

const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;

/** What one more digit in the field "VLAN ID" makes the form work out. */
const answerKey = (graph: NetworkGraph, wish: Wish): unknown => {
  const nodes = nodesOfIntent(graph, wish);
  const [first] = proposeFlows(graph, wish);
  if (first === undefined || nodes.length === 0) throw new Error('nothing is proposed');
  return checkAttachIntent(graph, first.intent);
};

const wishOf = (graph: NetworkGraph, vlan: number, vms: number): Wish => {
  const [selector] = nodeSelectorChoices(graph);
  const chosen = [...graph.vms.values()].slice(0, vms);
  return {
    jobId: 'bench',
    reach: { type: 'vlan', vlan },
    addressing: { type: 'outside' },
    projects: [...new Set(chosen.map(({ namespace }) => namespace))],
    vms: chosen.map(({ namespace, name }) => ({ namespace, name })),
    nodeSelector: selector?.selector ?? {},
  };
};

const portGroups: readonly PortGroup[] = Array.from({ length: MANY_ROWS }, (_unused, index) => ({
  line: index + 2,
  name: `Port Group ${index % 400}`,
  vlan: { type: 'access', vlan: 1 + index },
  description: '',
}));

/** Measures the forms on the objects of a cluster of the design point. */
export const measurePlans = (texts: readonly string[]): readonly Budget[] => {
  const objects = texts.map((object) => JSON.parse(object) as KubeObject);
  const snapshot = snapshotOf(objects);
  const build = best(
    series(
      BUILD_RUNS,
      () => undefined,
      () => buildGraph(snapshot),
    ),
  );
  const graph = buildGraph(snapshot);
  const keyTime = <T>(prepare: (run: number) => T, work: (of: T) => unknown): number =>
    median(series(KEY_RUNS, prepare, work).slice(WARM_UP));
  const budget = (name: string, time: number): Budget => ({
    name,
    value: time / build,
    limit: KEY_LIMIT,
    detail: `${ms(time)}, build ${ms(build)}`,
  });
  const target = { bridge: 'br-vmdata', projects: ['default'] };
  return [
    budget(
      'wizard-key',
      keyTime(
        (run) => wishOf(graph, 3000 + run, 1),
        (wish) => answerKey(graph, wish),
      ),
    ),
    budget(
      'wizard-key-100-vms',
      keyTime(
        (run) => wishOf(graph, 100 + run, MANY_VMS),
        (wish) => answerKey(graph, wish),
      ),
    ),
    budget(
      'import-key',
      keyTime(
        (run) => new Map([[2, `name-${run}`]]),
        (typed) => proposeImport(graph, portGroups, target, typed),
      ),
    ),
  ];
};
