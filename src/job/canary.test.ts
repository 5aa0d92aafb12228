/** @jest-environment node */
/**
 * First one node, then the others, against the embedded cluster: where the first one fails, no other
 * node has been touched; where it does not, the end is the same as without; and either way it all goes
 * back to what it was.
 */
import type { AttachIntent } from '../plan/attachIntent';
import { canaryChoices } from '../plan/canary/canaryChoices';
import { withCanary } from '../plan/canary/withCanary';
import type { Plan } from '../plan/model';
import { planAttach } from '../plan/planAttach';
import { JobRunner } from './jobRunner';
import { jobFromText, planParts, stateText } from './jobDocument';
import { stepState } from './jobState';
import { MemoryJournal } from './testing/memoryJournal';
import { noPause, startLiveCluster } from './testing';
import type { LiveCluster } from './testing';

jest.setTimeout(60_000);

const ID = 'NodeNetworkConfigurationPolicy/br-vms';

let cluster: LiveCluster;
let before: unknown;
let counter = 0;

beforeAll(async () => {
  cluster = await startLiveCluster();
  before = await cluster.state();
});
afterAll(() => cluster.stop());

const makePlan = (): { readonly plan: Plan; readonly canary: string } => {
  counter += 1;
  const graph = cluster.source.current();
  const intent: AttachIntent = {
    jobId: `canary-${counter}`,
    flow: 'dedicatedNic',
    addressing: { type: 'outside' },
    nodeSelector: { 'machine.openshift.io/cluster-api-machineset': 'hub-tq2sk-cnv' },
    uplink: { type: 'newBridge', bridge: 'br-vms', nics: ['ens256'] },
    vlan: 2001,
    networkName: 'vlan-2001',
    projects: ['ns1'],
    vms: [],
  };
  const plan = planAttach(graph, intent, new Map());
  const [canary = ''] = canaryChoices(graph, plan);
  return { plan: withCanary(graph, plan, canary), canary };
};

const runner = (job: ConstructorParameters<typeof JobRunner>[0]): JobRunner =>
  new JobRunner(job, {
    api: cluster.api,
    source: cluster.source,
    journal: new MemoryJournal(),
    now: () => 0,
    pause: noPause,
  });

/** Nodes that have the bridge, by what they report. */
const withBridge = (): readonly string[] =>
  [...cluster.source.current().nodes.values()]
    .filter(({ bridges }) => bridges.has('br-vms'))
    .map(({ name }) => name)
    .sort();

/** What another tab reads of a job. */
const reread = (job: JobRunner) => {
  const state = jobFromText(planParts(job.current().plan), stateText(job.current()));
  if (state === undefined) throw new Error('the journal cannot be read');
  return state;
};

test('the first node is done and verified before any other is asked', async () => {
  const { plan, canary } = makePlan();
  expect(plan.steps.map(({ id }) => id)).toEqual([
    ID,
    `${ID}#rest`,
    'NetworkAttachmentDefinition/ns1/vlan-2001',
  ]);
  const job = runner(plan);
  const seen: (readonly string[])[] = [];
  job.subscribe(() => {
    if (stepState(job.current(), `${ID}#rest`).status === 'planned') seen.push(withBridge());
  });
  await job.run();
  expect(job.current().phase).toBe('succeeded');
  expect(new Set(seen.flat())).toEqual(new Set([canary]));
  expect(withBridge()).toHaveLength(3);
  await job.undo();
  expect(job.current().phase).toBe('undone');
  expect(await cluster.state()).toEqual(before);
});

test('a failure on the first node leaves the others untouched; the journal knows the stage', async () => {
  const { plan, canary } = makePlan();
  await cluster.handler(canary, 'failing');
  const job = runner(plan);
  await job.run();
  expect(job.current().phase).toBe('failed');
  const state = reread(job);
  expect(stepState(state, ID)).toMatchObject({ status: 'failed', written: true });
  expect(stepState(state, ID).nodes.map(({ node }) => node)).toEqual([canary]);
  expect(stepState(state, `${ID}#rest`)).toMatchObject({ status: 'planned', written: false });
  expect(state.plan.steps.map(({ stage }) => stage)).toEqual(['canary', 'rest', undefined]);
  expect(withBridge()).toEqual([]);
  const others = [...cluster.source.current().nodes.values()].filter(({ name }) => name !== canary);
  expect(others.filter(({ enactments }) => enactments.has('br-vms'))).toEqual([]);
  await cluster.handler(canary, 'working');
  // Taken up again in another tab, to its end and back.
  const next = runner(state);
  await next.run();
  expect(next.current().phase).toBe('succeeded');
  expect(withBridge()).toHaveLength(3);
  await next.undo();
  expect(next.current().phase).toBe('undone');
  expect(await cluster.state()).toEqual(before);
});

test('taken back after the first node alone, and after a failure among the others', async () => {
  for (const victim of ['canary', 'another'] as const) {
    const { plan, canary } = makePlan();
    const name = victim === 'canary' ? canary : (plan.steps[1]?.nodes[0] ?? '');
    await cluster.handler(name, 'failing');
    const job = runner(plan);
    await job.run();
    expect(job.current().phase).toBe('failed');
    expect(withBridge().includes(canary)).toBe(victim === 'another');
    await cluster.handler(name, 'working');
    await job.undo();
    expect(job.current().phase).toBe('undone');
    expect(await cluster.state()).toEqual(before);
  }
});
