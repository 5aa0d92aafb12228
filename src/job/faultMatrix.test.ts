/** @jest-environment node */
/**
 * Every write and every wait of flows D.1, D.5 and D.6 with every fault: the job must end in a state
 * that is true, go home by resuming or by taking back, leave nothing of its own and touch nothing
 * foreign. The table at the end is what was seen. D.5 and D.6 take their time: `npm run faults`.
 */
import type { KubeObject } from '../cluster/kubeObject';
import type { AttachIntent } from '../plan/attachIntent';
import type { Plan, Step } from '../plan/model';
import { JOB_LABEL } from '../plan/model';
import { planAttach } from '../plan/planAttach';
import type { Api } from './api';
import { JobRunner } from './jobRunner';
import { isTouched, stepState } from './jobState';
import type { JobState, StepState } from './jobState';
import { MemoryJournal } from './testing/memoryJournal';
import { noPause, startLiveCluster } from './testing';
import type { LiveCluster } from './testing';

jest.setTimeout(60_000);

type FlowCase = readonly [string, Partial<AttachIntent>];

/** The first one in every run; all of them with `npm run faults`. */
const ALL_FLOWS: readonly FlowCase[] = [
  ['D.1', { flow: 'dedicatedNic', uplink: bridge('br-vms') }],
  ['D.5', { flow: 'linuxBridge', uplink: bridge('br1') }],
  ['D.6', { flow: 'cudnLocalnet', uplink: bridge('br-vms') }],
];
const FLOWS = process.env.FAULTS === 'all' ? ALL_FLOWS : ALL_FLOWS.slice(0, 1);

function bridge(name: string): AttachIntent['uplink'] {
  return { type: 'newBridge', bridge: name, nics: ['ens256'] };
}

type Thrown = { readonly status?: number; readonly reason?: string; readonly message: string };

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
const NODE_FAULTS = ['fails on one of three nodes', 'never finishes on one node'] as const;

interface Row {
  readonly flow: string;
  readonly step: string;
  readonly fault: string;
  readonly shown: string;
  readonly wayHome: string;
}

const table: Row[] = [];

afterAll(() => {
  const keys = ['flow', 'step', 'fault', 'shown', 'wayHome'] as const;
  const widths = keys.map((key) => Math.max(...table.map((row) => row[key].length)));
  const lines = table.map((row) =>
    keys.map((key, index) => row[key].padEnd(widths[index] ?? 0)).join('  '),
  );
  process.stdout.write(`\n${lines.join('\n')}\n${table.length} cases\n`);
});

describe.each(FLOWS)('%s', (flow, change) => {
  let cluster: LiveCluster;
  let before: unknown;
  let foreign: string;
  let counter = 0;

  beforeAll(async () => {
    cluster = await startLiveCluster();
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
        .filter(({ meta }) => meta.labels[JOB_LABEL] === undefined)
        .map(({ meta }) => [meta.namespace, meta.name, meta.uid, meta.generation])
        .sort(),
    );
  };

  const makePlan = async (): Promise<Plan> => {
    counter += 1;
    const vm = { namespace: 'ns1', name: 'nginx' };
    const ref = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', ...vm };
    const intent: AttachIntent = {
      jobId: `job-${counter}`,
      flow: 'dedicatedNic',
      addressing: { type: 'outside' },
      nodeSelector: { 'machine.openshift.io/cluster-api-machineset': 'hub-tq2sk-cnv' },
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
    table.push({ flow, step: step.ref.kind, fault, shown, wayHome });
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

  /** The API, which fails once at the write of this step. */
  const failingAt = (step: Step, thrown: Thrown, moment: 'before' | 'after'): Api => {
    let isDone = false;
    const times = thrown.status === 429 ? Number.POSITIVE_INFINITY : 1;
    let failures = 0;
    const at = async (isIt: boolean, write: () => Promise<KubeObject>): Promise<KubeObject> => {
      if (!isIt || isDone) return write();
      failures += 1;
      isDone = failures >= times;
      if (moment === 'after') await write();
      throw Object.assign(new Error(thrown.message), thrown);
    };
    return {
      ...cluster.api,
      create: (body, options) =>
        at(body.kind === step.ref.kind && body.metadata?.name === step.ref.name, () =>
          cluster.api.create(body, options),
        ),
      patch: (ref, operations, options) =>
        at(ref.kind === step.ref.kind && ref.name === step.ref.name, () =>
          cluster.api.patch(ref, operations, options),
        ),
    };
  };

  test.each(WRITE_FAULTS)('every write: %s', async (fault, thrown, moment) => {
    const total = (await makePlan()).steps.length;
    for (let index = 0; index < total; index += 1) {
      const plan = await makePlan();
      const step = plan.steps[index];
      if (step === undefined) throw new Error('the plan has become shorter');
      const job = runner(plan, failingAt(step, thrown, moment));
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
      const next = resumes ? runner(job.current()) : runner(job.current());
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

  interface Broken {
    readonly runner: JobRunner;
    mend(): Promise<unknown>;
  }

  const runWithFailure = async (plan: Plan, step: Step, victim: string): Promise<Broken> => {
    const node = { apiVersion: 'v1', kind: 'Node', namespace: '', name: victim };
    const path = '/metadata/annotations/vm-networks.dev~1fail-apply';
    const dryRun = false;
    const value = 'NmstateError: told to';
    await cluster.api.patch(node, [{ op: 'add', path, value }], { dryRun });
    const job = runner(plan);
    await job.run();
    expect(job.current().phase).toBe('failed');
    expect(statusOf(job, step).detail?.values).toMatchObject({ node: victim });
    expect(statusOf(job, step).raw).toContain('told to');
    return {
      runner: job,
      mend: () => cluster.api.patch(node, [{ op: 'remove', path }], { dryRun }),
    };
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
