/** @jest-environment node */
import type { KubeObject } from '../cluster/kubeObject';
import type { AttachIntent } from '../plan/attachIntent';
import { planAttach } from '../plan/planAttach';
import type { Plan } from '../plan/model';
import type { Api } from './api';
import { dryRunPlan } from './dryRunPlan';
import { JobRunner } from './jobRunner';
import { stepState } from './jobState';
import type { JobState } from './jobState';
import { MemoryJournal } from './testing/memoryJournal';
import { noPause, startLiveCluster } from './testing';
import type { LiveCluster } from './testing';

jest.setTimeout(30_000);

let cluster: LiveCluster;
let journal: MemoryJournal;

beforeEach(async () => {
  journal = new MemoryJournal();
  cluster = await startLiveCluster();
});
afterEach(() => cluster.stop());

const WORKERS = { 'machine.openshift.io/cluster-api-machineset': 'hub-tq2sk-cnv' };

const planFor = async (change: Partial<AttachIntent>): Promise<Plan> => {
  const intent: AttachIntent = {
    jobId: 'job-1',
    flow: 'dedicatedNic',
    addressing: { type: 'outside' },
    nodeSelector: WORKERS,
    uplink: { type: 'existingBridge', bridge: 'br-vmdata' },
    vlan: 1926,
    networkName: 'vlan-1926',
    projects: ['ns1'],
    vms: [{ namespace: 'ns1', name: 'nginx' }],
    ...change,
  };
  const vms = await Promise.all(
    intent.vms.map(
      async (vm) =>
        [
          `${vm.namespace}/${vm.name}`,
          await cluster.api.get({ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', ...vm }),
        ] as const,
    ),
  );
  return planAttach(cluster.source.current(), intent, new Map(vms));
};

const runner = (plan: Plan | JobState, api: Api = cluster.api): JobRunner =>
  new JobRunner(plan, { api, source: cluster.source, journal, now: () => 0, pause: noPause });

const NEW_BRIDGE: Partial<AttachIntent> = {
  uplink: { type: 'newBridge', bridge: 'br-vms', nics: ['ens256'] },
  vlan: 2001,
  networkName: 'vlan-2001',
};

test.each<[string, Partial<AttachIntent>]>([
  ['over the bridge that exists, VM running', {}],
  ['over the bridge that exists, VM stopped', { vms: [{ namespace: 'ns1', name: 'spare' }] }],
  [
    'over br-ex',
    { uplink: { type: 'existingBridge', bridge: 'br-ex' }, vlan: 77, networkName: 'v77' },
  ],
  ['over a new bridge, VM running', NEW_BRIDGE],
  ['as a CUDN', { flow: 'cudnLocalnet', vlan: 1931, networkName: 'vlan-1931' }],
  ['as a CUDN over a new bridge', { ...NEW_BRIDGE, flow: 'cudnLocalnet' }],
  [
    'over a Linux bridge',
    {
      ...NEW_BRIDGE,
      flow: 'linuxBridge',
      uplink: { type: 'newBridge', bridge: 'br1', nics: ['ens256'] },
    },
  ],
  [
    'by an overlay',
    { flow: 'layer2', uplink: { type: 'none' }, vlan: undefined, networkName: 'l2' },
  ],
  [
    'by an overlay of two projects',
    {
      flow: 'layer2',
      uplink: { type: 'none' },
      vlan: undefined,
      networkName: 'l2',
      projects: ['ns1', 'ns2'],
    },
  ],
  ['in all projects', { projects: ['default'], vlan: 1930, networkName: 'vlan-1930' }],
])('%s: applied, then taken back, the cluster is what it was', async (_case, change) => {
  const before = await cluster.state();
  const plan = await planFor(change);
  expect((await dryRunPlan(plan, cluster.api)).filter((result) => result.failure)).toEqual([]);
  expect(await cluster.state()).toEqual(before);

  const job = runner(plan);
  await job.run();
  expect(job.current().phase).toBe('succeeded');
  expect(await cluster.state()).not.toEqual(before);

  await job.undo();
  expect(job.current().phase).toBe('undone');
  expect(await cluster.state()).toEqual(before);
});

test('progress is told node by node', async () => {
  const plan = await planFor(NEW_BRIDGE);
  const job = runner(plan);
  const stages = new Set<string>();
  job.subscribe(() => {
    for (const node of stepState(job.current(), 'NodeNetworkConfigurationPolicy/br-vms').nodes) {
      stages.add(node.stage);
    }
  });
  await job.run();
  expect(stages).toContain('applying');
  expect(stages).toContain('verified');
});

test('the journal knows of every write before it is sent, and of the end', async () => {
  const plan = await planFor(NEW_BRIDGE);
  const known: boolean[] = [];
  const note = (kind: unknown, name: unknown): void => {
    const step = plan.steps.find(({ ref }) => ref.kind === kind && ref.name === name);
    const kept = journal.kept();
    known.push(kept !== undefined && stepState(kept, step?.id ?? '').isUncertain);
  };
  const job = runner(plan, {
    ...cluster.api,
    create: (body, options) => {
      note(body.kind, body.metadata?.name);
      return cluster.api.create(body, options);
    },
    patch: (ref, operations, options) => {
      note(ref.kind, ref.name);
      return cluster.api.patch(ref, operations, options);
    },
  });
  await job.run();
  expect(known).toEqual(plan.steps.map(() => true));
  expect(journal.kept()?.phase).toBe('succeeded');
  expect(journal.kept()?.steps).toEqual(job.current().steps);
  expect(journal.holder).toBe('');
});

test.each([403, 409, 422, 429, 500])(
  'a NAD refused with %d stops the job before the VM; undo leaves nothing behind',
  async (status) => {
    const before = await cluster.state();
    const plan = await planFor(NEW_BRIDGE);
    await cluster.fault({
      verb: 'create',
      resource: 'network-attachment-definitions',
      respond: { status, reason: 'Told', message: 'refused on purpose' },
    });
    const job = runner(plan);
    await job.run();
    const [policy, nad, vm] = plan.steps.map((step) => stepState(job.current(), step.id));
    expect(job.current().phase).toBe('failed');
    expect([policy?.status, nad?.status, vm?.status]).toEqual(['done', 'failed', 'planned']);
    expect(nad?.raw).toContain('refused on purpose');
    expect(nad?.detail?.values).toMatchObject({ name: 'ns1/vlan-2001', code: status });

    await job.undo();
    expect(job.current().phase).toBe('undone');
    expect(await cluster.state()).toEqual(before);
  },
);

test('a refused step can be retried without writing the earlier ones again', async () => {
  const plan = await planFor(NEW_BRIDGE);
  await cluster.fault({
    verb: 'create',
    resource: 'network-attachment-definitions',
    times: 1,
    respond: { status: 500, reason: 'InternalError', message: 'once' },
  });
  const job = runner(plan);
  await job.run();
  expect(job.current().phase).toBe('failed');
  await job.run();
  expect(job.current().phase).toBe('succeeded');
});

test('an enactment that fails on one node stops the job, names it, and is taken back', async () => {
  const before = await cluster.state();
  const plan = await planFor(NEW_BRIDGE);
  const victim = plan.steps[0]?.nodes[1] ?? '';
  const node = { apiVersion: 'v1', kind: 'Node', namespace: '', name: victim };
  const path = '/metadata/annotations/vm-networks.dev~1fail-apply';
  await cluster.api.patch(node, [{ op: 'add', path, value: 'NmstateError: told to' }], {
    dryRun: false,
  });
  const job = runner(plan);
  await job.run();
  const policy = stepState(job.current(), plan.steps[0]?.id ?? '');
  expect(job.current().phase).toBe('failed');
  expect(policy.detail?.values).toMatchObject({ node: victim });
  expect(policy.raw).toContain('told to');

  await cluster.api.patch(node, [{ op: 'remove', path }], { dryRun: false });
  await job.undo();
  expect(job.current().phase).toBe('undone');
  expect(await cluster.state()).toEqual(before);
});

test('a VM edited between review and apply is not overwritten', async () => {
  const plan = await planFor({});
  const vm = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    namespace: 'ns1',
    name: 'nginx',
  };
  const path = '/spec/template/spec/domain/devices/interfaces/0/model';
  await cluster.api.patch(vm, [{ op: 'replace', path, value: 'e1000e' }], { dryRun: false });
  const job = runner(plan);
  await job.run();
  expect(job.current().phase).toBe('failed');
  expect(JSON.stringify((await cluster.api.get(vm)).spec)).toContain('e1000e');
  expect(JSON.stringify((await cluster.api.get(vm)).spec)).not.toContain('vlan-1926');
});

test('an object that somebody else put in the place of ours is left alone', async () => {
  const plan = await planFor({ vms: [{ namespace: 'ns1', name: 'spare' }] });
  const job = runner(plan);
  await job.run();
  const ref = plan.steps[0]?.ref;
  if (ref === undefined) throw new Error('the plan has no step');
  const ours = await cluster.api.get(ref);
  await cluster.api.remove(ref, String(ours.metadata?.uid));
  const foreign = { ...ours, metadata: { name: ref.name, namespace: ref.namespace } };
  await cluster.api.create(foreign, { dryRun: false });
  await job.undo();
  expect(job.current().phase).toBe('needsAttention');
  expect((await cluster.api.get(ref)).metadata?.name).toBe('vlan-1926');
});

test('a tab that closes leaves a job that another tab can finish', async () => {
  const plan = await planFor(NEW_BRIDGE);
  const first = runner(plan);
  const run = first.run();
  await new Promise<void>((resolve) => {
    first.subscribe(() => {
      if (stepState(first.current(), plan.steps[0]?.id ?? '').status === 'waiting') resolve();
    });
  });
  first.leave();
  await run;
  const journalled = journal.kept();
  if (journalled === undefined) throw new Error('nothing was journalled');
  expect(stepState(journalled, plan.steps[0]?.id ?? '').isUncertain).toBe(true);
  const second = runner(journalled);
  await second.run();
  expect(second.current().phase).toBe('succeeded');
});

/** The API as seen over a line that breaks once after the server stored the write of this kind. */
const losingAnswer = (kind: string): Api => {
  let isLost = false;
  const lose = async (answer: Promise<KubeObject>, of: unknown, dryRun: boolean) => {
    const stored = await answer;
    if (isLost || dryRun || of !== kind) return stored;
    isLost = true;
    throw new Error('connection reset');
  };
  return {
    ...cluster.api,
    create: (body, options) => lose(cluster.api.create(body, options), body.kind, options.dryRun),
    patch: (ref, operations, options) =>
      lose(cluster.api.patch(ref, operations, options), ref.kind, options.dryRun),
  };
};

const overBrokenLine = (plan: Plan, kind: string): JobRunner => runner(plan, losingAnswer(kind));

describe.each(['NodeNetworkConfigurationPolicy', 'NetworkAttachmentDefinition', 'VirtualMachine'])(
  'the answer to the write of a %s is lost after it was stored',
  (kind) => {
    test('taking back leaves nothing behind', async () => {
      const before = await cluster.state();
      const job = overBrokenLine(await planFor(NEW_BRIDGE), kind);
      await job.run();
      expect(job.current().phase).toBe('failed');
      await job.undo();
      expect(job.current().phase).toBe('undone');
      expect(await cluster.state()).toEqual(before);
    });

    test('a retry finds its own write and goes on', async () => {
      const job = overBrokenLine(await planFor(NEW_BRIDGE), kind);
      await job.run();
      expect(job.current().phase).toBe('failed');
      await job.run();
      expect(job.current().phase).toBe('succeeded');
    });
  },
);
