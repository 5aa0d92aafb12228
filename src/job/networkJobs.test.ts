/** @jest-environment node */
/**
 * Clones and imports on a live cluster of networks that ClusterUserDefinedNetworks define: the VMs arrive,
 * the old network goes only when nobody is on it, and all of it goes back to what it was.
 */
import { asArray, recordOf } from '../cluster/json';
import type { CloneIntent } from '../plan/clone/planClone';
import type { ObjectRef, Plan } from '../plan/model';
import { checkImport, planImport } from '../plan/portGroups/planImport';
import type { ImportIntent } from '../plan/portGroups/importIntent';
import { dryRunPlan } from './dryRunPlan';
import { JobRunner } from './jobRunner';
import { stepState } from './jobState';
import { noPause, startLiveCluster } from './testing';
import type { LiveCluster } from './testing';
import { cloneOnCluster } from './testing/cloneOnCluster';
import { MemoryJournal } from './testing/memoryJournal';

jest.setTimeout(60_000);

let cluster: LiveCluster;
let before: unknown;
beforeEach(async () => {
  cluster = await startLiveCluster('cudn-localnet');
  before = await cluster.state();
});
afterEach(() => cluster.stop());

const runnerOf = (plan: Plan): JobRunner =>
  new JobRunner(plan, {
    api: cluster.api,
    source: cluster.source,
    journal: new MemoryJournal(),
    now: () => 0,
    pause: noPause,
  });

const expectAccepted = async (plan: Plan): Promise<void> => {
  expect(plan.steps.length).toBeGreaterThan(0);
  expect((await dryRunPlan(plan, cluster.api)).filter(({ failure }) => failure)).toEqual([]);
};

const expectTakenBack = async (job: JobRunner): Promise<void> => {
  await job.undo();
  expect(job.current().phase).toBe('undone');
  expect(await cluster.state()).toEqual(before);
};

const NETWORK = 'network/cluster_udn_vlan-100';
const NICS = [
  { namespace: 'blue', name: 'app', nic: 'net1' },
  { namespace: 'red', name: 'web', nic: 'net1' },
];

const makeClone = (change: Partial<CloneIntent> = {}): Promise<Plan> =>
  cloneOnCluster(cluster, NETWORK, () => ({
    jobId: 'clone-1',
    name: 'vlan-200',
    values: { vlan: 200, mtu: 1500, localnet: 'vmdata' },
    nics: NICS,
    old: 'remove',
    ...change,
  }));

const networkOf = (vm: string) => {
  const graph = cluster.source.current();
  const vnic = graph.vnics.get(`${vm}/net1`);
  return graph.networkOfNad(vnic?.instanceNadKey ?? vnic?.nadKey ?? '');
};

test('a clone takes the place of an immutable network: VMs moved, the old one gone, all taken back', async () => {
  const plan = await makeClone();
  await expectAccepted(plan);
  const job = runnerOf(plan);
  await job.run();
  expect(job.current().phase).toBe('succeeded');
  expect([networkOf('red/web')?.vlan, networkOf('blue/app')?.vlan]).toEqual([200, 200]);
  expect([...cluster.source.current().snapshot.cudns.items.keys()]).toEqual(['vlan-200']);
  await expectTakenBack(job);
});

test('while a VM stays behind, the old network is not deleted, and the job says who', async () => {
  const plan = await makeClone();
  // As where a VM cannot migrate: it is on the old network until somebody restarts it.
  const left = { ...plan, steps: plan.steps.filter(({ ref }) => ref.name !== 'web') };
  const job = runnerOf(left);
  await job.run();
  expect(job.current().phase).toBe('failed');
  const state = stepState(job.current(), 'ClusterUserDefinedNetwork/vlan-100#delete');
  expect(state).toMatchObject({ status: 'failed', written: false, isUncertain: false });
  expect(state.detail?.values).toMatchObject({ total: 1, nic: 'net1', vm: 'red/web' });
  expect(cluster.source.current().snapshot.cudns.items.has('vlan-100')).toBe(true);
  await expectTakenBack(job);
});

test('an old network that is held by somebody else is made again only once it has gone', async () => {
  const ref: ObjectRef = {
    apiVersion: 'k8s.ovn.org/v1',
    kind: 'ClusterUserDefinedNetwork',
    namespace: '',
    name: 'vlan-100',
  };
  const path = '/metadata/finalizers';
  const { finalizers } = recordOf((await cluster.api.get(ref)).metadata);
  const held = [...asArray(finalizers), 'example.com/hold'];
  await cluster.api.patch(ref, [{ op: 'add', path, value: held }], { dryRun: false });
  const plan = await makeClone();
  const steps = plan.steps.map((step) =>
    step.wait.type === 'cudnGone' ? { ...step, wait: { ...step.wait, timeoutSeconds: 1 } } : step,
  );
  const job = runnerOf({ ...plan, steps });
  await job.run();
  expect(job.current().phase).toBe('failed');
  // It is there, with the very spec, and yet no network to move VMs back to.
  await job.undo();
  expect(job.current().phase).toBe('needsAttention');
  expect(networkOf('red/web')?.vlan).toBe(200);
  const left = asArray(recordOf((await cluster.api.get(ref)).metadata).finalizers);
  const kept = left.filter((name) => name !== 'example.com/hold');
  await cluster.api.patch(ref, [{ op: 'replace', path, value: kept }], { dryRun: false });
  await expectTakenBack(job);
});

test('kept, the old network serves whoever is not moved', async () => {
  const plan = await makeClone({ old: 'keep', nics: NICS.slice(0, 1) });
  const job = runnerOf(plan);
  await job.run();
  expect(job.current().phase).toBe('succeeded');
  expect([networkOf('red/web')?.vlan, networkOf('blue/app')?.vlan]).toEqual([100, 200]);
  await expectTakenBack(job);
});

const importOf = (kind: ImportIntent['kind']): ImportIntent => ({
  jobId: 'import-1',
  kind,
  nodeSelector: { 'node-role.kubernetes.io/worker': '' },
  bridge: 'br-vmdata',
  localnet: 'vmdata',
  projects: ['green', 'red'],
  networks: [300, 301, 302].map((vlan, index) => ({
    line: index + 2,
    name: `port-group-${vlan}`,
    vlan,
    description: `From ${vlan}`,
  })),
});

test.each(['cudn', 'nads'] as const)(
  'an import as %s makes its networks in one job, and takes them back',
  async (kind) => {
    const graph = cluster.source.current();
    const intent = importOf(kind);
    expect(checkImport(graph, intent).filter(({ level }) => level === 'block')).toEqual([]);
    const plan = planImport(graph, intent);
    await expectAccepted(plan);
    const job = runnerOf(plan);
    await job.run();
    expect(job.current().phase).toBe('succeeded');
    for (const { name, vlan } of intent.networks) {
      for (const project of intent.projects) {
        expect(cluster.source.current().networkOfNad(`${project}/${name}`)?.vlan).toBe(vlan);
      }
    }
    await expectTakenBack(job);
  },
);
