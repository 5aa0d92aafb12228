/** @jest-environment node */
/**
 * A hundred VMs in one job, by a project user who may edit sixty of them: each VM has its own
 * outcome, the refused ones stop nobody, a retry asks only for them, and the API server is not
 * pushed aside.
 */
import { eventually, startTestCluster } from '../../dev/operators/operators.testkit';
import type { TestCluster } from '../../dev/operators/operators.testkit';
import { loadScenario } from '../../dev/scenarios/scenarios';
import type { KubeObject } from '../cluster/kubeObject';
import type { Plan } from '../plan/model';
import { planDetach } from '../plan/planDetach';
import type { Api } from './api';
import { JobRunner } from './jobRunner';
import { stepState } from './jobState';
import { httpApi, noPause, readGraph } from './testing';
import { LiveGraph } from './testing/liveGraph';
import { MemoryJournal } from './testing/memoryJournal';

jest.setTimeout(120_000);

const VMS = 100;
const MINE = 60;

let cluster: TestCluster;
let source: LiveGraph;

const vmObject = (namespace: string, name: string): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, namespace },
  spec: {
    runStrategy: 'Halted',
    template: {
      spec: {
        domain: { devices: { interfaces: [{ name: 'net1', bridge: {} }] } },
        networks: [{ name: 'net1', multus: { networkName: 'default/vlan-1924' } }],
      },
    },
  },
});

beforeAll(async () => {
  const { objects, users } = await loadScenario('project-user');
  cluster = await startTestCluster(objects, {}, [], users);
  source = new LiveGraph(cluster.server, await readGraph(cluster.server.url));
  const admin = httpApi({ url: cluster.server.url });
  for (let index = 0; index < VMS; index += 1) {
    const namespace = index < MINE ? 'ns2' : 'ns1';
    await admin.create(vmObject(namespace, `many-${index}`), { dryRun: false });
  }
  // kubemacpool writes to each new VM: the review comes after that.
  await eventually('MAC addresses', () =>
    [...source.current().vms.values()].every(({ vnics }) =>
      vnics.every(({ nic }) => nic?.mac !== undefined),
    ),
  );
});
afterAll(async () => {
  source.stop();
  await cluster.stop();
});

/** The API as dana gets it, who is admin of ns2 only, and now and then "too many requests". */
const asProjectUser = (statistics: { atOnce: number; most: number }): Api => {
  const api = httpApi({ url: cluster.server.url, token: 'dana-token' });
  let calls = 0;
  return {
    ...api,
    patch: async (ref, operations, options) => {
      calls += 1;
      statistics.atOnce += 1;
      statistics.most = Math.max(statistics.most, statistics.atOnce);
      try {
        if (calls % 10 === 0) {
          throw Object.assign(new Error('later'), { status: 429, retryAfterSeconds: 7 });
        }
        return await api.patch(ref, operations, options);
      } finally {
        statistics.atOnce -= 1;
      }
    },
  };
};

test('sixty are done, forty are refused by name, a retry asks for the forty only', async () => {
  const api = httpApi({ url: cluster.server.url });
  const nics = Array.from({ length: VMS }, (_, index) => ({
    // Not sorted by project: the refused ones stand among the others.
    namespace: (index * 7) % VMS < MINE ? 'ns2' : 'ns1',
    name: `many-${(index * 7) % VMS}`,
    nic: 'net1',
  }));
  const vms = new Map(
    await Promise.all(
      nics.map(async ({ namespace, name }) => {
        const ref = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace, name };
        return [`${namespace}/${name}`, await api.get(ref)] as const;
      }),
    ),
  );
  const plan: Plan = planDetach(source.current(), { jobId: 'many', nics }, vms);
  expect(plan.steps).toHaveLength(VMS);

  const statistics = { atOnce: 0, most: 0 };
  const pauses: number[] = [];
  const deps = {
    source,
    journal: new MemoryJournal(),
    now: () => 0,
    pause: (milliseconds: number) => {
      pauses.push(milliseconds);
      return noPause();
    },
  };
  const job = new JobRunner(plan, { ...deps, api: asProjectUser(statistics) });
  const finished = new Set<number>();
  job.subscribe(() => {
    const states = Object.values(job.current().steps);
    finished.add(states.filter(({ status }) => status === 'done').length);
  });
  await job.run();
  expect(job.current().phase).toBe('failed');
  const byStatus = (status: string) =>
    plan.steps.filter(({ id }) => stepState(job.current(), id).status === status);
  expect(byStatus('done').map(({ ref }) => ref.namespace)).toEqual(Array(MINE).fill('ns2'));
  expect(byStatus('failed')).toHaveLength(VMS - MINE);
  for (const { id, ref } of byStatus('failed')) {
    expect(stepState(job.current(), id).raw).toContain(`"${ref.name}"`);
    expect(stepState(job.current(), id).raw).toContain('User "dana" cannot patch');
  }
  expect(statistics.most).toBeLessThanOrEqual(5);
  expect(pauses.length).toBeGreaterThan(5);
  expect(new Set(pauses)).toEqual(new Set([7000]));
  expect(finished.size).toBeGreaterThan(MINE / 2);

  // Somebody with more rights retries: only what failed is written.
  const written: string[] = [];
  const admin: Api = {
    ...api,
    patch: (ref, operations, options) => {
      written.push(ref.namespace);
      return api.patch(ref, operations, options);
    },
  };
  const second = new JobRunner(job.current(), { ...deps, api: admin });
  await second.run();
  expect(second.current().phase).toBe('succeeded');
  expect(written).toEqual(Array(VMS - MINE).fill('ns1'));
  await second.undo();
  expect(second.current().phase).toBe('undone');
  const restored = [...source.current().vms.values()].filter(
    ({ name, vnics }) => name.startsWith('many-') && vnics.some(({ name: nic }) => nic === 'net1'),
  );
  expect(restored).toHaveLength(VMS);
});
