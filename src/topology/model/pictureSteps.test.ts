/**
 * A large picture is worked out in pieces that do not grow with the cluster, and a change makes anew only
 * what it shows in. Counted, not timed: what a piece takes in milliseconds hangs on the machine.
 */
import { generateCluster } from '../../../dev/scenarios/generateCluster';
import { NOW, snapshot } from '../../../dev/test/makeCluster';
import { vmi } from '../../../dev/test/makeClusterVms';
import { editListing } from '../../cluster/editListing';
import { readVmi } from '../../cluster/readVmi';
import { runDoctor } from '../../doctor/runDoctor';
import { buildGraph } from '../../network/buildGraph';
import type { NetworkGraph } from '../../network/networkGraph';
import { updateGraph } from '../../network/updateGraph';
import { healthyWith } from '../testing/pictureOf';
import { buildPicture, pictureSteps } from './buildPicture';
import { NO_FILTER } from './filter';
import type { Picture } from './picture';
import type { PictureOptions } from './pictureOptions';
import { DEFAULT_OPTIONS } from './pictureOptions';
import { sharePicture } from './sharePicture';

const clusterOf = (share: number) => {
  const objects = generateCluster({
    seed: 1,
    nodes: 8 * share,
    nicsPerNode: 4,
    vms: 60 * share,
    networks: 4,
    cudns: 0,
    nads: 8,
    namespaces: 4,
  });
  const graph = buildGraph(snapshot(objects));
  return { graph, diagnosis: runDoctor({ graph, now: NOW }) };
};

/** A cluster, and one four times as large. */
const clusters = [1, 4].map(clusterOf);

/** Entities of whose edges a piece asks for the first time: at most, and in all pieces together. */
const asked = ({ graph, diagnosis }: ReturnType<typeof clusterOf>, options: PictureOptions) => {
  const spies = [jest.spyOn(graph, 'incoming'), jest.spyOn(graph, 'outgoing')];
  const seen = spies.map(() => new Set<string>());
  const all = (): number => seen.reduce((sum, ids) => sum + ids.size, 0);
  const steps = pictureSteps(graph, diagnosis, options);
  let most = 0;
  for (let isDone = false; !isDone;) {
    const before = all();
    isDone = steps.next().done === true;
    spies.forEach((spy, at) => {
      for (const [id] of spy.mock.calls) seen[at]?.add(id);
      spy.mockClear();
    });
    most = Math.max(most, all() - before);
  }
  spies.forEach((spy) => spy.mockRestore());
  return { most, all: all() };
};

/** Sixteen items, of each no more than a few entities. */
const PER_PIECE = 64;

test.each<readonly [string, Partial<PictureOptions>]>([
  ['the whole cluster', {}],
  ['each node', { isEachNode: true, showsUnused: true }],
  ['a network', { scope: 'network/net-0001' }],
  ['a filter', { filter: { ...NO_FILTER, project: ['ns-000'], vlan: ['100', '101'] } }],
  ['a state', { filter: { ...NO_FILTER, state: ['ok'] } }],
])('the pieces of %s do not grow with the cluster', (_what, some) => {
  const options = { ...DEFAULT_OPTIONS, ...some };
  const [small, large] = clusters.map((cluster) => asked(cluster, options));
  expect(large?.all).toBeGreaterThan(2 * (small?.all ?? Infinity));
  expect(large?.all).toBeGreaterThan(4 * PER_PIECE);
  expect(large?.most).toBeLessThanOrEqual(PER_PIECE);
});

const VMS = Array.from({ length: 30 }, (_unused, index) => `ns1/vm-${index}`);

const instance = (path: string, address: string) =>
  vmi(path, { nics: [{ name: 'net1', nad: 'vlan-100', ips: [address] }] });

test('one VM of thirty that gets another address makes its own NIC anew and nothing else', () => {
  const graph = buildGraph(
    snapshot(healthyWith(...VMS.map((path, index) => instance(path, `10.0.0.${index}`)))),
  );
  // Some of the VMs stand alone, the others are one.
  const options = { ...DEFAULT_OPTIONS, kept: new Set(['vm/ns1/vm-3', 'vm/ns1/vm-4']) };
  const pictureOf = (of: NetworkGraph): Picture =>
    buildPicture(of, runDoctor({ graph: of, now: NOW }), options);
  const before = pictureOf(graph);
  const record = readVmi(instance('ns1/vm-3', '10.0.1.3'));
  const vmis = editListing(graph.snapshot.vmis, 'ns1/vm-3', record);
  const after = pictureOf(updateGraph(graph, { ...graph.snapshot, vmis }));
  const shared = sharePicture(before, after);
  expect(shared).toEqual(after);
  const anew = <T>(now: ReadonlyMap<string, T>, old: ReadonlyMap<string, T>): readonly string[] =>
    [...now].flatMap(([id, item]) => (old.get(id) === item ? [] : [id]));
  expect(anew(shared.elements, before.elements)).toEqual(['vnic/ns1/vm-3/net1']);
  expect(anew(shared.frames, before.frames)).toEqual([]);
  expect(shared.edges.every((edge, at) => edge === before.edges[at])).toBe(true);
});
