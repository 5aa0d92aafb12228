/** @jest-environment node */
import type { ApiServer } from '../../dev/api-server/startApiServer';
import { startApiServer } from '../../dev/api-server/startApiServer';
import { loadScenario } from '../../dev/scenarios/scenarios';

import type { KubeObject } from '../cluster/kubeObject';
import type { ObjectRef, Plan, Step } from '../plan/model';
import { stepId } from '../plan/model';
import { browserJobs } from './browserJournal';
import { journalRef, planPartRef } from './clusterJournal';
import { FallbackJournal } from './fallbackJournal';
import { Refusals } from './refusals';
import { JobDirectory } from './jobDirectory';
import { isHeld } from './jobEntry';
import type { JobEntry } from './jobEntry';
import { newJob, withStep } from './jobState';
import { LEASE_MS, LeaseLost } from './journal';
import { memoryStorage } from './testing/memoryStorage';
import { httpApi, httpConfigMaps } from './testing';

const ADMIN = 'admin-token';
const DANA = 'dana-token';
const OLAF = 'olaf-token';

let server: ApiServer;
let now = 0;

beforeAll(async () => {
  const scenario = await loadScenario('project-user');
  server = await startApiServer({ objects: scenario.objects, users: scenario.users ?? {} });
});
afterAll(() => server.close());
beforeEach(() => {
  now = 1_000_000;
});

let counter = 0;

const vmStep = (namespace: string, name: string, size = 1): Step => {
  const ref = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace, name };
  const networks = [{ name: 'x'.repeat(size) }];
  const spec = { template: { spec: { networks, domain: { devices: { interfaces: [] } } } } };
  const vm: KubeObject = { apiVersion: ref.apiVersion, kind: ref.kind, metadata: { name }, spec };
  return {
    id: stepId(ref),
    ref,
    purpose: { template: 'test', values: {} },
    write: { type: 'patch', operations: [], before: vm, after: vm },
    wait: { type: 'none' },
    inverse: { type: 'none', ref },
    nodes: [],
  };
};

const policyStep = (): Step => {
  const ref = {
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    namespace: '',
    name: 'br-vms',
  };
  return { ...vmStep('', 'br-vms'), id: stepId(ref), ref, write: { type: 'create', body: {} } };
};

const planOf = (steps: readonly Step[]): Plan => {
  counter += 1;
  return { jobId: `job-${counter}`, steps, reused: [] };
};

/** Somebody with a browser: a storage of its own, and a holder's name as after one page load. */
const browser = (token: string, holder: string) => {
  const storage = memoryStorage();
  const access = { url: server.url, token };
  const refusals = new Refusals(() => now);
  const common = { api: httpApi(access), storage, holder, now: () => now, refusals };
  return {
    storage,
    start: (plan: Plan) => new FallbackJournal({ plan, ...common }),
    directory: new JobDirectory({
      ...common,
      list: httpConfigMaps(access),
      namespaces: () => ['ns1', 'ns2'],
    }),
  };
};

const find = async (directory: JobDirectory, plan: Plan): Promise<JobEntry> => {
  const entry = await directory.find(plan.jobId);
  if (entry === undefined) throw new Error(`job ${plan.jobId} is not found`);
  return entry;
};

test('a journal that somebody deletes is made again by who is at work, and to take back', async () => {
  const plan = planOf([policyStep(), vmStep('ns1', 'a')]);
  const first = browser(ADMIN, 'first');
  const journal = first.start(plan);
  const job = newJob(plan, now);
  await journal.acquire(job);
  const api = httpApi({ url: server.url, token: ADMIN });
  const ref = journalRef('openshift-nmstate', plan.jobId);
  const drop = async (of: ObjectRef): Promise<void> =>
    api.remove(of, String((await api.get(of)).metadata?.uid));
  const id = plan.steps[0]?.id ?? '';
  // With all of it, and with a part left that goes after its former owner.
  await drop(ref);
  await drop(planPartRef('openshift-nmstate', plan.jobId, 0)).catch(() => undefined);
  await journal.save(withStep(job, id, { status: 'waiting', written: true, uid: 'u' }));
  const found = await find(first.directory, plan);
  expect(found.job.steps[id]).toMatchObject({ status: 'waiting', uid: 'u' });
  expect(found.job.plan).toEqual(plan);
  expect(isHeld(found, now, 0)).toBe(true);
  await journal.release({ ...job, phase: 'failed' });

  await drop(ref);
  await expect(journal.acquire({ ...job, phase: 'running' })).rejects.toThrow('take back');
  await journal.acquire({ ...job, phase: 'undoing' });
  await drop(ref);
  await journal.release({ ...job, phase: 'undone' }).catch(() => undefined);
  expect(await first.directory.find(plan.jobId)).toBeUndefined();
});

test('a job of an administrator is found, held, and taken over once its holder is silent', async () => {
  const plan = planOf([policyStep(), vmStep('ns1', 'a')]);
  const first = browser(ADMIN, 'first');
  const journal = first.start(plan);
  const job = newJob(plan, now);
  await journal.acquire(job);
  expect(journal.place()).toEqual({ type: 'cluster', namespace: 'openshift-nmstate' });
  const id = plan.steps[0]?.id ?? '';
  await journal.save(withStep(job, id, { status: 'waiting', written: true, uid: 'u' }));

  const second = browser(ADMIN, 'second');
  const held = await find(second.directory, plan);
  expect(held.job.steps[id]).toMatchObject({ status: 'waiting', uid: 'u' });
  expect(held.job.plan).toEqual(plan);
  expect(isHeld(held, now, 0)).toBe(true);
  now += 1;
  await journal.save(job);
  await expect(second.directory.journalOf(held).acquire(held.job)).rejects.toThrow(LeaseLost);

  now += LEASE_MS;
  const silent = await find(second.directory, plan);
  expect(isHeld(silent, now, 0)).toBe(false);
  const taken = second.directory.journalOf(silent);
  await taken.acquire(silent.job);
  await expect(journal.save(job)).rejects.toThrow(LeaseLost);
  await expect(journal.release(job)).rejects.toThrow(LeaseLost);
  await taken.release({ ...silent.job, phase: 'undone' });
  expect((await find(first.directory, plan)).job.phase).toBe('undone');
});

test('of two who take a silent job over at once, one gets it', async () => {
  const plan = planOf([policyStep()]);
  await browser(ADMIN, 'gone').start(plan).acquire(newJob(plan, now));
  now += LEASE_MS;
  const takers = await Promise.all(
    ['left', 'right']
      .map(async (holder) => {
        const { directory } = browser(ADMIN, holder);
        const entry = await find(directory, plan);
        return directory.journalOf(entry).acquire(entry.job);
      })
      .map((taking) =>
        taking.then(
          () => 'got',
          (thrown: unknown) => thrown,
        ),
      ),
  );
  expect(takers.filter((taker) => taker === 'got')).toHaveLength(1);
  expect(takers.find((taker) => taker !== 'got')).toBeInstanceOf(LeaseLost);
});

test('a project user keeps a job in the project; who only reads sees it and cannot take it', async () => {
  const plan = planOf([vmStep('ns2', 'dev')]);
  const dana = browser(DANA, 'dana');
  const journal = dana.start(plan);
  await journal.acquire(newJob(plan, now));
  expect(journal.place()).toEqual({ type: 'cluster', namespace: 'ns2' });
  expect((await dana.directory.list()).jobs.map(({ job }) => job.plan.jobId)).toEqual([plan.jobId]);

  now += LEASE_MS;
  const olaf = browser(OLAF, 'olaf');
  const seen = await find(olaf.directory, plan);
  await expect(olaf.directory.journalOf(seen).acquire(seen.job)).rejects.toMatchObject({
    status: 403,
  });
  const admin = browser(ADMIN, 'admin');
  const found = await find(admin.directory, plan);
  await admin.directory.journalOf(found).acquire(found.job);
});

test('where the cluster takes no journal it is kept in the browser, and says why', async () => {
  const plan = planOf([vmStep('ns1', 'nginx')]);
  const { storage, start, directory } = browser(DANA, 'dana');
  const journal = start(plan);
  await journal.acquire(newJob(plan, now));
  const place = journal.place();
  expect(place.type).toBe('browser');
  expect(place.type === 'browser' && place.reason).toContain('configmaps is forbidden');
  expect(browserJobs(storage).map(({ job }) => job.plan.jobId)).toEqual([plan.jobId]);
  expect((await find(directory, plan)).place.type).toBe('browser');
});

test('where jobs may not be looked for is not asked again, until rights may have been given', async () => {
  const asked: string[] = [];
  const list = jest.fn((namespace: string) => {
    asked.push(namespace);
    return namespace === 'ns2'
      ? Promise.resolve([])
      : Promise.reject(Object.assign(new Error('forbidden'), { code: 403 }));
  });
  const directory = new JobDirectory({
    api: httpApi({ url: server.url }),
    storage: memoryStorage(),
    holder: 'dana',
    now: () => now,
    namespaces: () => ['ns1', 'ns2'],
    list,
    refusals: new Refusals(() => now),
  });
  expect(await directory.list()).toEqual({ jobs: [] });
  await directory.list();
  expect(asked).toEqual(['', 'ns1', 'ns2', 'ns2']);
  now += 6 * 60_000;
  await directory.list();
  expect(asked.slice(4)).toEqual(['', 'ns1', 'ns2']);
});

test('a second job does not try again where a journal was refused, and still says why', async () => {
  const { storage } = browser(DANA, 'dana');
  const create = jest.fn(httpApi({ url: server.url, token: DANA }).create);
  const api = { ...httpApi({ url: server.url, token: DANA }), create };
  const refusals = new Refusals(() => now);
  const reasons: string[] = [];
  for (const plan of [planOf([vmStep('ns1', 'a')]), planOf([vmStep('ns1', 'b')])]) {
    const journal = new FallbackJournal({
      plan,
      api,
      storage,
      holder: 'dana',
      now: () => now,
      refusals,
    });
    await journal.acquire(newJob(plan, now));
    const place = journal.place();
    reasons.push(place.type === 'cluster' ? '' : place.reason);
  }
  expect(create).toHaveBeenCalledTimes(2);
  expect(reasons[0]).toContain('configmaps is forbidden');
  expect(reasons[1]).toBe(reasons[0]);
});

test('a job of 1,000 VMs is kept whole, in ConfigMaps of less than 1 MiB', async () => {
  const steps = Array.from({ length: 1000 }, (_, index) => vmStep('ns2', `vm-${index}`, 1500));
  const plan = planOf(steps);
  const dana = browser(DANA, 'dana');
  const journal = dana.start(plan);
  let job = newJob(plan, now);
  await journal.acquire(job);
  for (const step of steps) {
    job = withStep(job, step.id, { status: 'failed', raw: 'ä'.repeat(5000) });
  }
  await journal.release({ ...job, phase: 'failed' });
  const maps = await httpConfigMaps({ url: server.url })('', `vm-networks/job=${plan.jobId}`);
  expect(maps.length).toBeGreaterThan(2);
  for (const map of maps) {
    expect(Buffer.byteLength(JSON.stringify(map.data))).toBeLessThan(1024 * 1024);
  }
  const found = await find(dana.directory, plan);
  expect(found.job.plan).toEqual(plan);
  expect(found.job.steps['VirtualMachine/ns2/vm-999']?.status).toBe('failed');
});

test('journals of jobs that ended well go after a week, with their plans; others stay', async () => {
  const { start, directory } = browser(ADMIN, 'admin');
  const good = planOf([policyStep()]);
  const bad = planOf([policyStep()]);
  for (const [plan, phase] of [
    [good, 'succeeded'],
    [bad, 'failed'],
  ] as const) {
    const journal = start(plan);
    const job = newJob(plan, now);
    await journal.acquire(job);
    await journal.release({ ...job, phase });
  }
  const ids = async () => (await directory.list()).jobs.map(({ job }) => job.plan.jobId);
  expect(await ids()).toEqual(expect.arrayContaining([good.jobId, bad.jobId]));
  now += 8 * 24 * 3600 * 1000;
  await directory.list();
  expect(await ids()).toContain(bad.jobId);
  expect(await ids()).not.toContain(good.jobId);
  const left = await httpConfigMaps({ url: server.url })('', `vm-networks/job=${good.jobId}`);
  expect(left).toEqual([]);
});

test('what is no journal is not taken for one', async () => {
  const api = httpApi({ url: server.url });
  const labels = { 'vm-networks/journal': 'job', 'vm-networks/job': 'forged' };
  for (const [name, data] of [
    ['empty', {}],
    ['many', { parts: '1000000', state: '{}' }],
    ['torn', { parts: '1', state: '{"phase":"failed"' }],
  ] as const) {
    const metadata = { name: `vm-networks-job-${name}`, namespace: 'ns2', labels };
    await api.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data }, { dryRun: false });
  }
  const { directory } = browser(ADMIN, 'admin');
  expect(await directory.find('forged')).toBeUndefined();
  const { jobs } = await directory.list();
  expect(jobs.map(({ job }) => job.plan.jobId)).not.toContain('forged');
});
