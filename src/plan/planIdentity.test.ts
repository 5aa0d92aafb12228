/**
 * What a plan writes and what undo takes back, on the objects themselves: patches are applied as the API
 * server applies them, `test` operations included. Whatever the plan, afterwards every object is what it
 * was; and no plan writes an object that its review does not name.
 */
import fc from 'fast-check';
import { applyPatch } from 'fast-json-patch';
import type { Operation } from 'fast-json-patch';
import { bridgeNad, cudn, cudnNad, ovnNad, udn } from '../../dev/test/makeClusterPolicies';
import { workerState, WORKERS } from '../../dev/test/makeClusterHealthy';
import { withObjects } from '../../dev/test/makeCluster';
import { vm } from '../../dev/test/makeClusterVms';
import { recordOf, textOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { propertyRuns } from '../network/testing/propertyRuns';
import { canaryChoices } from './canary/canaryChoices';
import { withCanary } from './canary/withCanary';
import { checkAttachIntent } from './checkAttachIntent';
import { checkClone } from './clone/checkClone';
import { cloneSource } from './clone/cloneSource';
import { clonedRefs, planClone } from './clone/planClone';
import { stepId } from './model';
import type { ObjectRef, PatchOperation, Plan, Step } from './model';
import { moveNicPatch, removeNicPatch } from './nicChangePatch';
import { planAttach } from './planAttach';
import { checkImport, planImport } from './portGroups/planImport';
import { clusterWithFreeNic, graphOf, intent } from './testing';
import { ALL_FLOWS, anyIntent, anyShape, clusterOf, WEB } from './testing/arbitraryAttach';

type Store = Map<string, KubeObject>;

const refOf = ({ apiVersion, kind, metadata }: KubeObject): ObjectRef => ({
  apiVersion: textOf(apiVersion),
  kind: textOf(kind),
  namespace: textOf(metadata?.namespace),
  name: textOf(metadata?.name),
});

const storeOf = (objects: readonly KubeObject[]): Store =>
  new Map(objects.map((object) => [stepId(refOf(object)), object]));

const stored = (store: Store, ref: ObjectRef): KubeObject => {
  const object = store.get(stepId(ref));
  if (object === undefined) throw new Error(`${stepId(ref)} is not there`);
  return object;
};

/** Throws where a `test` does not hold, as the API server refuses it. */
const patched = (object: KubeObject, operations: readonly PatchOperation[]): KubeObject =>
  applyPatch(structuredClone(object), operations as Operation[], true).newDocument;

const write = (store: Store, { ref, write: wanted }: Step): void => {
  const id = stepId(ref);
  if (wanted.type === 'create' && store.has(id)) throw new Error(`${id} is there already`);
  if (wanted.type === 'create') store.set(id, wanted.body);
  else if (wanted.type === 'delete') store.delete(id);
  else store.set(id, patched(stored(store, ref), wanted.operations));
};

const takeBack = (store: Store, { ref, inverse }: Step): void => {
  const id = stepId(ref);
  switch (inverse.type) {
    case 'none':
      return;
    case 'delete':
    case 'unconfigure':
      store.delete(id);
      return;
    case 'recreate':
      store.set(id, inverse.body);
      return;
    case 'removeLabel': {
      const object = stored(store, ref);
      const { [inverse.label]: _label, ...labels } = recordOf(object.metadata?.labels);
      store.set(id, { ...object, metadata: { ...object.metadata, labels } });
      return;
    }
    case 'detachNic':
      store.set(id, patched(stored(store, ref), removeNicPatch(stored(store, ref), inverse.nic)));
      return;
    case 'moveNic': {
      const operations = moveNicPatch(stored(store, ref), inverse.nic, inverse.before);
      store.set(id, patched(stored(store, ref), operations));
      return;
    }
    default:
      throw new Error(`${inverse.type} is not used by these plans`);
  }
};

/** What people and the cluster see of an object; a deleted one comes back under another uid. */
const seen = (store: Store): ReadonlyMap<string, unknown> =>
  new Map(
    [...store].map(([id, { spec, metadata }]) => [id, [spec, recordOf(metadata).labels ?? {}]]),
  );

const comesBack = (objects: readonly KubeObject[], plan: Plan): void => {
  const store = storeOf(objects);
  const before = seen(store);
  const named = new Set(plan.steps.map(({ ref }) => stepId(ref)));
  for (const step of plan.steps) write(store, step);
  const changed = [...seen(store)].filter(
    ([id, content]) => JSON.stringify(content) !== JSON.stringify(before.get(id)),
  );
  const gone = [...before.keys()].filter((id) => !store.has(id));
  for (const id of [...changed.map(([key]) => key), ...gone]) expect(named).toContain(id);
  for (const step of [...plan.steps].reverse()) takeBack(store, step);
  expect(seen(store)).toEqual(before);
  expect(new Set(plan.steps.map(({ id }) => id)).size).toBe(plan.steps.length);
};

const reached = new Set<string>();

test('of any flow, with a first node or without', () => {
  fc.assert(
    fc.property(anyShape, anyShape, anyIntent, (first, second, change) => {
      const objects = clusterOf(first, second);
      const graph = graphOf(objects);
      const asked = intent(change);
      fc.pre(!checkAttachIntent(graph, asked).some(({ level }) => level === 'block'));
      reached.add(asked.flow);
      const plan = planAttach(graph, asked, new Map([['ns1/web', WEB]]));
      comesBack(objects, plan);
      comesBack(objects, withCanary(graph, plan, canaryChoices(graph, plan)[0] ?? ''));
    }),
    // The seed makes sure that every flow is among the few that the guards let pass.
    { ...propertyRuns(120), maxSkipsPerRun: 400, seed: 7 },
  );
  expect([...reached].sort()).toEqual([...ALL_FLOWS].sort());
});

const anyNames = fc.uniqueArray(fc.constantFrom('a', 'b-1', 'web', 'lan', 'x9'), { minLength: 1 });

test('of any import', () =>
  fc.assert(
    fc.property(
      anyNames,
      fc.constantFrom('cudn', 'nads'),
      fc.constantFrom('br-vmdata', 'br-ex'),
      fc.constantFrom(['ns1'], ['default'], ['ns1', 'ns2']),
      (names, kind, bridge, projects) => {
        const objects = clusterWithFreeNic();
        const graph = graphOf(objects);
        const networks = names.map((name, index) => ({
          line: index + 2,
          name,
          vlan: 300 + index,
          description: name,
        }));
        const nodeSelector = { 'node-role.kubernetes.io/worker': '' };
        const asked = { jobId: 'job-1', kind, nodeSelector, bridge, projects, networks };
        expect(checkImport(graph, asked).filter(({ level }) => level === 'block')).toEqual([]);
        comesBack(objects, planImport(graph, asked));
      },
    ),
    propertyRuns(40),
  ));

const CLONED = [
  cudn('lan', { network: { vlan: { mode: 'Access', access: { id: 100 } } } }),
  cudnNad('lan', 'ns1'),
  udn('ns2/overlay'),
  vm('ns1/a', { nics: ['lan'] }),
  vm('ns1/b', { nics: ['lan', 'lan'] }),
  ...['ns1', 'ns2'].map((project) =>
    ovnNad(`${project}/office`, { config: { name: 'office', physicalNetworkName: 'vmdata' } }),
  ),
  vm('ns1/c', { nics: ['office', 'floor'] }),
  vm('ns2/d', { nics: ['office'] }),
  bridgeNad('ns1/floor', { bridge: 'br1', vlan: 5 }),
];

test('of any clone', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(
        'network/cluster_udn_lan',
        'network/ns2_overlay',
        'network/office',
        'nad/ns1/floor',
      ),
      fc.option(fc.constantFrom(200, 4094), { nil: undefined }),
      fc.constantFrom(undefined, 1400),
      fc.subarray([0, 1, 2]),
      fc.constantFrom('keep', 'remove'),
      (network, vlan, mtu, moved, old) => {
        const objects = withObjects(
          clusterWithFreeNic(),
          ...WORKERS.map((name) =>
            workerState(name, {
              bridges: [
                { name: 'br-vmdata', ports: ['ens224'] },
                { name: 'br1', ports: [], linux: true },
              ],
            }),
          ),
          ...CLONED,
        );
        const graph = graphOf(objects);
        const source = cloneSource(graph, network);
        if (source === undefined) throw new Error(`${network} is not there`);
        const nics = source.users
          .filter((_user, index) => moved.includes(index))
          .map(({ namespace, vmName, name }) => ({ namespace, name: vmName, nic: name }));
        const { localnet, bridge } = source.present;
        const asked = {
          jobId: 'job-1',
          name: 'another',
          values: { vlan, mtu, localnet, bridge },
          nics,
          old,
        };
        const isBlocked = checkClone(graph, source, asked).some(({ level }) => level === 'block');
        expect(isBlocked).toBe(old === 'remove' && nics.length < source.users.length);
        fc.pre(!isBlocked);
        const store = storeOf(objects);
        const vms = new Map(
          nics.map(({ namespace, name }) => [
            `${namespace}/${name}`,
            stored(store, refOf(vm(`${namespace}/${name}`))),
          ]),
        );
        const cloned = new Map(
          clonedRefs(source, undefined).map((ref) => [stepId(ref), stored(store, ref)]),
        );
        const plan = planClone(graph, source, asked, cloned, vms);
        expect(plan.steps).not.toEqual([]);
        comesBack(objects, plan);
      },
    ),
    { ...propertyRuns(60), maxSkipsPerRun: 100 },
  ));
