import { generateCluster } from '../../../dev/scenarios/generateCluster';
import { completeSnapshot } from '../../cluster/snapshotOf';
import { buildGraph } from '../../network/buildGraph';
import { finish } from '../../network/steps';
import type { NetworkGraph } from '../../network/networkGraph';
import { updateGraph } from '../../network/updateGraph';
import { changeBetween } from '../change';
import { VMS } from '../walk';
import { carryFacts } from './perGraph';
import { vmIndex } from './valueIndex';

const size = { seed: 3, nodes: 4, nicsPerNode: 2, networks: 2, cudns: 1, nads: 4, namespaces: 3 };
/** More VMs than are looked at in one piece. */
const snapshot = completeSnapshot(generateCluster({ ...size, vms: 40 }));

const newIndex = () => vmIndex((vm, add) => vm.vnics.forEach((vnic) => add(vnic.name, vnic)));
const walkThrough = (graph: NetworkGraph) => VMS.readers(graph).steps(() => VMS.items(graph));

const holdersIn = (index: ReturnType<typeof newIndex>, graph: NetworkGraph) =>
  [...index.of(graph).values()].map((value) => [
    value,
    index
      .of(graph)
      .of(value)
      .map(({ id }) => id),
  ]);

test('an index made in the walk of the checks equals one made by itself', () => {
  const graph = buildGraph(snapshot);
  const walked = newIndex();
  walked.prepare(graph);
  finish(walkThrough(graph));
  const alone = holdersIn(newIndex(), graph);
  expect(holdersIn(walked, graph)).toEqual(alone);
  expect(alone.flat(2).length).toBeGreaterThan(40);
});

test('a walk that is given up half-way leaves no half index behind', () => {
  const graph = buildGraph(snapshot);
  const index = newIndex();
  index.prepare(graph);
  expect(walkThrough(graph).next().done).toBe(false);
  expect(holdersIn(index, graph)).toEqual(holdersIn(newIndex(), graph));
});

test('an older graph does not get what became of its index', () => {
  const before = buildGraph(snapshot);
  const index = newIndex();
  index.prepare(before);
  finish(walkThrough(before));
  const atFirst = holdersIn(index, before);
  const [gone = ''] = snapshot.vms.items.keys();
  const without = <T>(items: ReadonlyMap<string, T>) =>
    new Map([...items].filter(([key]) => key !== gone));
  const after = updateGraph(before, {
    ...snapshot,
    vms: { ...snapshot.vms, items: without(snapshot.vms.items) },
    vmis: { ...snapshot.vmis, items: without(snapshot.vmis.items) },
  });
  const change = changeBetween(before, after);
  if (change !== undefined) carryFacts(change);
  expect(holdersIn(index, after)).not.toEqual(atFirst);
  expect(holdersIn(index, before)).toEqual(atFirst);
});
