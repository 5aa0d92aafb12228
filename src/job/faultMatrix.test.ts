/** @jest-environment node */
/**
 * Every write and every wait of flows D.1, D.5 and D.6, and of the removal of a bridge, with every fault: the
 * job must end in a state that is true, go home by resuming or by taking back, leave nothing of its own and
 * touch nothing foreign. So with a first node before the others. The table at the end is what was seen. All but
 * D.1, and the first nodes, take their time: `npm run faults`.
 */
import type { AttachIntent } from '../plan/attachIntent';
import type { Plan, Step } from '../plan/model';
import { JOB_LABEL, stepId } from '../plan/model';
import { planAttach } from '../plan/planAttach';
import { planRemove } from '../plan/planRemove';
import { canaryChoices } from '../plan/canary/canaryChoices';
import { withCanary } from '../plan/canary/withCanary';
import { awaitProgress } from './awaitProgress';
import type { Api } from './api';
import { JobRunner } from './jobRunner';
import { isTouched, stepState } from './jobState';
import type { JobState, StepState } from './jobState';
import { failingAt } from './testing/failingAt';
import type { Thrown } from './testing/failingAt';
import { FaultTable } from './testing/faultTable';
import { MemoryJournal } from './testing/memoryJournal';
import { noPause, startLiveCluster } from './testing';
import type { LiveCluster } from './testing';

jest.setTimeout(60_000);

/** What the plan is for; a removal takes away what a policy of somebody else made. */
type FlowCase = readonly [string, Partial<AttachIntent> | 'removal'];

/** The first one in every run; all of them with `npm run faults`. */
const ALL_FLOWS: readonly FlowCase[] = [
  ['D.1', { flow: 'dedicatedNic', uplink: bridge('br-vms') }],
  ['D.5', { flow: 'linuxBridge', uplink: bridge('br1') }],
  ['D.6', { flow: 'cudnLocalnet', uplink: bridge('br-vms') }],
  ['removal', 'removal'],
];
const HAS_ALL = process.env.FAULTS === 'all';
const FLOWS = HAS_ALL ? ALL_FLOWS : ALL_FLOWS.slice(0, 1);

const NODES = { 'machine.openshift.io/cluster-api-machineset': 'hub-tq2sk-cnv' };

/** The policy of the bridge that is removed. */
const OLD = {
  apiVersion: 'nmstate.io/v1',
  kind: 'NodeNetworkConfigurationPolicy',
  namespace: '',
  name: 'br-old',
};

function bridge(name: string): AttachIntent['uplink'] {
  return { type: 'newBridge', bridge: name, nics: ['ens256'] };
}

const WRITE_FAULTS: readonly [string, Thrown, 'before' | 'after'][] = [
  ['403', { status: 403, reason: 'Forbidden', message: 'not yours' }, 'before'],
  ['409', { status: 409, reason: 'AlreadyExists', message: 'somebody was faster' }, 'before'],
  ['422', { status: 422, reason: 'Invalid', message: 'the webhook says no' }, 'before'],
  ['429', { status: 429, reason: 'TooManyRequests', message: 'later' }, 'before'],
  ['500', { status: 500, reason: 'InternalError', message: 'etcd is away' }, 'before'],
  ['500 after storing', { status: 500, reason: 'InternalError', message: 'etcd' }, 'after'],
  ['connection lost', { message: 'connection reset' }, 'before'],
  ['answer lost', { message: 'connection reset' }, 'after'],
];

const WAIT_FAULTS = ['watch lost', 'tab closed'] as const;
const FIRST_NODE_FAULTS = [
  'fails on the first node',
  'loses its tab after the first node',
] as const;
const NODE_FAULTS = ['fails on one of three nodes', 'never finishes on one node'] as const;

const table = new FaultTable();

afterAll(() => table.print());

describe.each(FLOWS)('%s', (flow, change) => {
  let cluster: LiveCluster;
  let before: unknown;
  let foreign: string;
  let counter = 0;

  beforeAll(async () => {
    cluster = await startLiveCluster();
    if (change === 'removal') await makeBridge();
    before = await cluster.state();
    foreign = foreignObjects();
  });
  afterAll(() => cluster.stop());

  /** Everything that is not ours, with what a write to it would change. */
  const foreignObjects = (): string => {
    const { policies, nads } = cluster.source.current().snapshot;
    const all = [...policies.items.values(), ...nads.items.values()];
    return JSON.stringify(
      all
        .filter(({ meta }) => meta.labels[JOB_LABEL] === undefined && meta.name !== OLD.name)
        .map(({ meta }) => [meta.namespace, meta.name, meta.uid, meta.generation])
        .sort(),
    );
  };

  /** The bridge of somebody else that is removed. */
  const makeBridge = async (): Promise<void> => {
    const { apiVersion, kind, name } = OLD;
    const port = [{ name: 'ens256' }];
    await cluster.api.create(
      {
        ...{ apiVersion, kind, metadata: { name } },
        spec: {
          nodeSelector: NODES,
          desiredState: {
            interfaces: [{ name: 'br-old', type: 'ovs-bridge', state: 'up', bridge: { port } }],
          },
        },
      },
      { dryRun: false },
    );
    const wait = { type: 'policyApplied', policy: name, timeoutSeconds: 20 } as const;
    const { signal } = new AbortController();
    const made = await awaitProgress(wait, 1, cluster.source, signal, () => undefined);
    expect(made.state).toBe('done');
  };

  const makePlan = async (): Promise<Plan> => {
    counter += 1;
    if (change === 'removal') {
      const target = { type: 'bridge', name: 'br-old' } as const;
      const objects = new Map([[stepId(OLD), await cluster.api.get(OLD)]]);
      return planRemove(cluster.source.current(), { jobId: `job-${counter}`, target }, objects);
    }
    const vm = { namespace: 'ns1', name: 'nginx' };
    const ref = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', ...vm };
    const intent: AttachIntent = {
      jobId: `job-${counter}`,
      flow: 'dedicatedNic',
      addressing: { type: 'outside' },
      nodeSelector: NODES,
      uplink: { type: 'none' },
      vlan: 2001,
      networkName: 'vlan-2001',
      projects: ['ns1'],
      vms: [vm],
      ...change,
    };
    const vms = new Map([['ns1/nginx', await cluster.api.get(ref)]]);
    return planAttach(cluster.source.current(), intent, vms);
  };

  const runner = (job: Plan | JobState, api: Api = cluster.api): JobRunner =>
    new JobRunner(job, {
      api,
      source: cluster.source,
      journal: new MemoryJournal(),
      now: () => 0,
      pause: noPause,
    });

  const statusOf = (job: JobRunner, step: Step): StepState => stepState(job.current(), step.id);

  const note = (job: JobRunner, step: Step, fault: string, wayHome: string): void => {
    const { status, detail } = statusOf(job, step);
    const sentence = Object.entries(detail?.values ?? {}).reduce(
      (words, [key, value]) => words.replace(`{{${key}}}`, String(value)),
      detail?.template ?? '',
    );
    const shown = `${job.current().phase}/${status}: ${sentence.slice(0, 70)}`;
    table.add({ flow, step: step.ref.kind, fault, shown, wayHome });
  };

  const expectHome = async (): Promise<void> => {
    expect(await cluster.state()).toEqual(before);
    expect(foreignObjects()).toBe(foreign);
  };

  const takeBack = async (job: JobRunner): Promise<void> => {
    await job.undo();
    expect(job.current().phase).toBe('undone');
    await expectHome();
  };

  test.each(WRITE_FAULTS)('every write: %s', async (fault, thrown, moment) => {
    const total = (await makePlan()).steps.length;
    for (let index = 0; index < total; index += 1) {
      const plan = await makePlan();
      const step = plan.steps[index];
      if (step === undefined) throw new Error('the plan has become shorter');
      const job = runner(plan, failingAt(cluster.api, step, thrown, moment));
      await job.run();
      expect(job.current().phase).toBe('failed');
      const state = statusOf(job, step);
      expect(state.status).toBe('failed');
      expect(state.raw).toBe(thrown.message);
      // What may be in the cluster is told apart from what surely is not.
      expect(isTouched(state)).toBe(thrown.status === undefined || thrown.status >= 500);
      for (const later of plan.steps.slice(index + 1)) {
        expect(statusOf(job, later).status).toBe('planned');
      }
      const resumes = (index + WRITE_FAULTS.findIndex(([name]) => name === fault)) % 2 === 0;
      note(job, step, fault, resumes ? 'resume, take back' : 'take back');
      const next = runner(job.current());
      if (resumes) {
        await next.run();
        expect(next.current().phase).toBe('succeeded');
      }
      await takeBack(next);
    }
  });

  /** Runs until the step waits, and calls back then; gives when the run has ended. */
  const runUntilWaiting = async (job: JobRunner, step: Step, then: () => void): Promise<void> => {
    let isThere = false;
    const stop = job.subscribe(() => {
      if (isThere || statusOf(job, step).status !== 'waiting') return;
      isThere = true;
      then();
    });
    await job.run();
    stop();
    expect(isThere).toBe(true);
  };

  test.each(WAIT_FAULTS)('every wait: %s', async (fault) => {
    const total = (await makePlan()).steps.length;
    for (let index = 0; index < total; index += 1) {
      const plan = await makePlan();
      const step = plan.steps[index];
      if (step === undefined) throw new Error('the plan has become shorter');
      const job = runner(plan);
      if (fault === 'tab closed') {
        await runUntilWaiting(job, step, () => job.leave());
        expect(job.current().phase).toBe('running');
        expect(statusOf(job, step).written).toBe(true);
        note(job, step, fault, index % 2 === 0 ? 'resume, take back' : 'take back');
        const next = runner(job.current());
        if (index % 2 === 0) {
          await next.run();
          expect(next.current().phase).toBe('succeeded');
        }
        await takeBack(next);
        continue;
      }
      let seen = '';
      const stop = job.subscribe(() => {
        const { detail } = statusOf(job, step);
        if (detail?.template.startsWith('The watch of') !== true || seen !== '') return;
        seen = detail.template;
        note(job, step, fault, 'goes on when the watch is back');
        cluster.source.mend();
      });
      await runUntilWaiting(job, step, () => cluster.source.cut());
      cluster.source.mend();
      stop();
      // A wait that had nothing left to wait for may end before the cut shows.
      if (seen === '') note(job, step, fault, 'took effect before it showed');
      expect(job.current().phase).toBe('succeeded');
      await takeBack(job);
    }
  });

  const policyOf = (plan: Plan): Step => {
    const step = plan.steps.find(({ wait }) => wait.type === 'policyApplied');
    if (step === undefined) throw new Error('the flow has no policy');
    return step;
  };

  test.each(NODE_FAULTS)('the enactment %s', async (fault) => {
    for (const wayHome of ['resume, take back', 'take back'] as const) {
      const plan = await makePlan();
      const step = policyOf(plan);
      const victim = step.nodes[1] ?? '';
      const job =
        fault === NODE_FAULTS[0]
          ? await runWithFailure(plan, step, victim)
          : await runWithoutEnd(plan, step, victim);
      note(job.runner, step, fault, wayHome);
      const next = runner({ ...job.runner.current(), plan });
      if (wayHome === 'take back' && fault === NODE_FAULTS[0]) {
        // The node still cannot: taking back is told as unfinished, and goes home later.
        await next.undo();
        expect(['needsAttention', 'undone']).toContain(next.current().phase);
      }
      await job.mend();
      if (wayHome === 'resume, take back') {
        await next.run();
        expect(next.current().phase).toBe('succeeded');
      }
      await takeBack(next);
    }
  });

  /** First one node, then the others: the others are not touched before their turn. */
  const firstNode = async (fault: (typeof FIRST_NODE_FAULTS)[number]): Promise<void> => {
    for (const wayHome of ['resume, take back', 'take back'] as const) {
      const plain = await makePlan();
      const [first = ''] = canaryChoices(cluster.source.current(), plain);
      const plan = withCanary(cluster.source.current(), plain, first);
      const [canary, rest] = [policyOf(plan), plan.steps.find(({ stage }) => stage === 'rest')];
      if (rest === undefined) throw new Error('the plan has no first node');
      const isLate = fault === FIRST_NODE_FAULTS[1];
      const bridges = bridgesOn(rest.nodes);
      const job = runner(plan);
      if (isLate) {
        job.subscribe(() => {
          if (statusOf(job, canary).status === 'done') job.leave();
        });
      } else await cluster.handler(first, 'failing');
      await job.run();
      expect(job.current().phase).toBe(isLate ? 'running' : 'failed');
      expect(statusOf(job, canary).status).toBe(isLate ? 'done' : 'failed');
      expect(statusOf(job, rest)).toMatchObject({ status: 'planned', written: false });
      expect(bridgesOn(rest.nodes)).toEqual(bridges);
      note(job, canary, fault, wayHome);
      if (!isLate) await cluster.handler(first, 'working');
      const next = runner(job.current());
      if (wayHome === 'resume, take back') {
        await next.run();
        expect(next.current().phase).toBe('succeeded');
        expect(bridgesOn(rest.nodes)).not.toEqual(bridges);
      }
      await takeBack(next);
    }
  };

  const bridgesOn = (nodes: readonly string[]): readonly (readonly string[])[] =>
    nodes.map((name) =>
      [...(cluster.source.current().nodes.get(name)?.bridges.keys() ?? [])].sort(),
    );

  if (HAS_ALL) test.each(FIRST_NODE_FAULTS)('the policy %s', firstNode);

  interface Broken {
    readonly runner: JobRunner;
    mend(): Promise<unknown>;
  }

  const runWithFailure = async (plan: Plan, step: Step, victim: string): Promise<Broken> => {
    await cluster.handler(victim, 'failing');
    const job = runner(plan);
    await job.run();
    expect(job.current().phase).toBe('failed');
    expect(statusOf(job, step).detail?.values).toMatchObject({ node: victim });
    expect(statusOf(job, step).raw).toContain('told to');
    return { runner: job, mend: () => cluster.handler(victim, 'working') };
  };

  /** The handler of one node hangs: its enactment never comes to an end while the job looks. */
  const runWithoutEnd = async (plan: Plan, step: Step, victim: string): Promise<Broken> => {
    const rule = {
      resource: 'nodenetworkconfigurationenactments',
      name: `${victim}.${step.ref.name}`,
      respond: { delayMs: HANG_MS },
      times: 1,
    };
    await cluster.fault(rule);
    const steps = plan.steps.map((each) =>
      each === step ? { ...each, wait: { ...each.wait, timeoutSeconds: HANG_MS / 2000 } } : each,
    );
    const job = runner({ ...plan, steps });
    await job.run();
    expect(job.current().phase).toBe('failed');
    expect(statusOf(job, step).detail?.template).toContain('Not finished after');
    expect(statusOf(job, step).nodes.find(({ node }) => node === victim)?.stage).not.toBe(
      'verified',
    );
    return { runner: job, mend: () => Promise.resolve() };
  };
});

/** Long for a handler, short for a test. */
const HANG_MS = 1500;
