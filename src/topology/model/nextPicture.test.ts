/** A picture that is brought forward shows what one built anew shows, whatever changes. */
import fc from 'fast-check';
import { CREATED, NOW, WRITTEN, node } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import type { KubeObject } from '../../cluster/kubeObject';
import { text } from '../../cluster/text';
import { updateDoctor } from '../../doctor/incremental';
import type { Finding } from '../../doctor/model';
import { runDoctor } from '../../doctor/runDoctor';
import { buildGraph } from '../../network/buildGraph';
import type { NetworkGraph } from '../../network/networkGraph';
import { plainEntity } from '../../network/testing/canonicalGraph';
import { propertyRuns } from '../../network/testing/propertyRuns';
import { RecordStore } from '../../network/testing/recordStore';
import { updateGraph } from '../../network/updateGraph';
import { healthyWith } from '../testing/pictureOf';
import { buildPicture } from './buildPicture';
import { NO_FILTER } from './filter';
import { isDrawnAlike } from './isDrawnAlike';
import { nextPicture } from './nextPicture';
import type { LastPicture } from './nextPicture';
import type { Picture } from './picture';
import type { PictureOptions } from './pictureOptions';
import { DEFAULT_OPTIONS } from './pictureOptions';

const arbitraryOptions: fc.Arbitrary<PictureOptions> = fc
  .record({
    filter: fc.constantFrom(
      NO_FILTER,
      NO_FILTER,
      { ...NO_FILTER, state: ['broken', 'unknown', 'warning'] },
      { ...NO_FILTER, state: ['unknown'] },
    ),
    scope: fc.constantFrom('', '', 'node/worker-1', 'vm/ns1/b', 'namespace/ns1'),
    isEachNode: fc.boolean(),
    showsUnused: fc.boolean(),
  })
  .map((some) => ({ ...DEFAULT_OPTIONS, ...some }));

const HOST = fc.constantFrom('worker-0', 'worker-1');

interface Instance {
  readonly phase: string;
  readonly address: string;
  readonly node: string;
  readonly target: string;
}

const AT_FIRST: Instance = { phase: 'Running', address: '10.0.0.9', node: 'worker-0', target: '' };

const instanceOf = (name: string, { phase, address, node: host, target }: Instance): KubeObject =>
  vmi(`ns1/${name}`, {
    phase,
    node: host,
    nics: [{ name: 'net1', nad: 'vlan-100', ips: [address] }],
    ...(target === '' ? {} : { migration: { targetNode: target } }),
  });

/** What instances report all day, each time one thing; a VM without an object behind it has an instance alone. */
const arbitraryReport = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  edit: fc.oneof<fc.Arbitrary<Partial<Instance>>[]>(
    fc.record({ phase: fc.constantFrom('Running', 'Scheduled', 'Failed') }),
    // Few, so that two guests have the same one.
    fc.record({ address: fc.constantFrom('10.0.0.1', '10.0.0.2') }),
    fc.record({ node: HOST }),
    fc.record({ target: fc.constantFrom('', 'worker-0', 'worker-1') }),
  ),
});

/** Now and then something else happens. */
const arbitraryOther: fc.Arbitrary<KubeObject> = fc.oneof(
  fc.record({ name: HOST, ready: fc.boolean() }).map(({ name, ready }) => node(name, { ready })),
  fc
    .record({ name: HOST, isMapped: fc.boolean(), updated: fc.constantFrom(CREATED, WRITTEN) })
    .map(({ name, isMapped, updated }) =>
      workerState(name, { updated, ...(isMapped ? {} : { mappings: {} }) }),
    ),
  fc
    .record({ name: fc.constantFrom('a', 'b'), nad: fc.constantFrom('vlan-100', 'lost') })
    .map(({ name, nad }) => vm(`ns1/${name}`, { nics: [nad] })),
);

const arbitraryChange = fc.record({
  report: arbitraryReport,
  others: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(arbitraryOther, { minLength: 1, maxLength: 1 }) },
  ),
});

/** All that a picture says, with what stands for every entity of the graph. */
const said = (picture: Picture, graph: NetworkGraph) => ({
  ...picture,
  elements: [...picture.elements.values()].map((element) => ({
    ...element,
    sample: plainEntity(element.sample),
  })),
  frames: [...picture.frames.values()],
  standsFor: [...graph.entities.keys()].map((id) => [id, picture.standsFor.get(id)]),
});

const storeOf = (objects: readonly KubeObject[]): RecordStore => {
  const store = new RecordStore();
  for (const object of objects) store.put(object);
  return store;
};

/** A picture of the cluster as the store has it, brought forward from the last one where there is one. */
const picture = (store: RecordStore, options: PictureOptions, last?: LastPicture): LastPicture => {
  const snapshot = store.snapshot();
  const graph = last === undefined ? buildGraph(snapshot) : updateGraph(last.graph, snapshot);
  const context = { graph, now: NOW };
  const diagnosis =
    last === undefined ? runDoctor(context) : updateDoctor(last.diagnosis, last.graph, context);
  const of = { graph, diagnosis, options };
  return { ...of, picture: nextPicture(last, of) };
};

test('a picture that is brought forward equals one that is built anew, whatever changes', () => {
  let kept = 0;
  fc.assert(
    fc.property(
      fc.array(arbitraryChange, { minLength: 1, maxLength: 8 }),
      arbitraryOptions,
      (changes, options) => {
        const instances = new Map(['a', 'b', 'c'].map((name) => [name, AT_FIRST]));
        const store = storeOf(
          healthyWith(...['a', 'b', 'c'].map((name) => instanceOf(name, AT_FIRST))),
        );
        let last = picture(store, options);
        for (const { report, others } of changes) {
          const { name, edit } = report;
          const instance = { ...AT_FIRST, ...instances.get(name), ...edit };
          instances.set(name, instance);
          store.put(instanceOf(name, instance));
          for (const object of others) store.put(object);
          const next = picture(store, options, last);
          const { graph, diagnosis } = next;
          const anew = buildPicture(graph, diagnosis, options);
          expect(said(next.picture, graph)).toEqual(said(anew, graph));
          if (next.picture.elements === last.picture.elements) kept += 1;
          last = next;
        }
      },
    ),
    propertyRuns(30),
  );
  // Without a picture that was kept the property would say nothing of keeping.
  expect(kept).toBeGreaterThan(0);
});

test.each<readonly [string, Partial<Instance>, boolean]>([
  ['the phase of an instance', { phase: 'Scheduled' }, true],
  ['an address', { address: '10.0.0.3' }, false],
])('%s that changes: is the picture kept?', (_what, edit, isKept) => {
  const store = storeOf(healthyWith(instanceOf('a', AT_FIRST)));
  const before = picture(store, DEFAULT_OPTIONS);
  store.put(instanceOf('a', { ...AT_FIRST, ...edit }));
  const after = picture(store, DEFAULT_OPTIONS, before);
  expect(after.picture.elements === before.picture.elements).toBe(isKept);
});

test('findings that change make the picture anew where nothing else does', () => {
  const store = storeOf(healthyWith(vm('ns1/web', { nics: ['lost'] })));
  const before = picture(store, DEFAULT_OPTIONS);
  const { findings } = before.diagnosis;
  const [first] = findings;
  const changed = (edit: Partial<Finding>): boolean =>
    first !== undefined &&
    isDrawnAlike(
      before,
      {
        ...before,
        diagnosis: { ...before.diagnosis, findings: [{ ...first, ...edit }, ...findings.slice(1)] },
      },
      DEFAULT_OPTIONS,
    );
  expect(changed({})).toBe(true);
  expect(changed({ severity: 'info' })).toBe(false);
  expect(changed({ subject: 'vm/ns1/other' })).toBe(false);
  expect(changed({ message: text('It is something else.') })).toBe(false);
});
