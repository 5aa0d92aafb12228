/** @jest-environment node */
/**
 * NADs cloned with changes on a live cluster, of a Linux bridge and of an OVN localnet, each in two projects
 * and with one VM's NIC in `default`: the VMs arrive on the new ones, the old ones go only when nobody is on
 * them, and all of it goes back to what it was.
 */
import type { CloneValues } from '../plan/clone/clonedBody';
import type { Plan } from '../plan/model';
import { dryRunPlan } from './dryRunPlan';
import { JobRunner } from './jobRunner';
import { stepState } from './jobState';
import { noPause, startLiveCluster } from './testing';
import type { LiveCluster } from './testing';
import { cloneOnCluster } from './testing/cloneOnCluster';
import { MemoryJournal } from './testing/memoryJournal';

jest.setTimeout(60_000);

let cluster: LiveCluster;
afterEach(() => cluster.stop());

const makePlan = (id: string, values: CloneValues): Promise<Plan> =>
  cloneOnCluster(cluster, id, ({ present, users }) => ({
    jobId: 'clone-1',
    name: 'changed',
    values: { ...present, ...values },
    nics: users.map(({ namespace, vmName, name }) => ({ namespace, name: vmName, nic: name })),
    old: 'remove',
  }));

const runnerOf = (plan: Plan): JobRunner =>
  new JobRunner(plan, {
    api: cluster.api,
    source: cluster.source,
    journal: new MemoryJournal(),
    now: () => 0,
    pause: noPause,
  });

/** NADs that the instances use, of the NICs that are on one of this name. */
const used = (name: string): readonly string[] =>
  [...cluster.source.current().vnics.values()]
    .map(({ nadKey, instanceNadKey }) => instanceNadKey ?? nadKey ?? '')
    .filter((key) => key.endsWith(`/${name}`))
    .sort();

test.each<[string, string, CloneValues, string, readonly string[]]>([
  ['linux-bridge', 'nad/red/vlan-100', { vlan: 101 }, 'vlan-100', ['blue/changed', 'red/changed']],
  [
    'dual-nic',
    'network/vlan-1924',
    { vlan: 1930, mtu: 1400 },
    'vlan-1924',
    ['default/changed', 'ns2/changed', 'ns2/changed'],
  ],
])('%s: %s changed under its VMs, and taken back', async (scenario, id, values, old, after) => {
  cluster = await startLiveCluster(scenario);
  const before = await cluster.state();
  const plan = await makePlan(id, values);
  expect((await dryRunPlan(plan, cluster.api)).filter(({ failure }) => failure)).toEqual([]);
  // While one VM is not moved its NAD stays, and the job says who is on it; the other one may go.
  const moves = plan.steps.filter(({ ref }) => ref.kind === 'VirtualMachine');
  const [left] = moves;
  const partly = runnerOf({ ...plan, steps: plan.steps.filter((step) => step !== left) });
  await partly.run();
  expect(partly.current().phase).toBe('failed');
  expect(used(old)).toHaveLength(1);
  const refused = plan.steps
    .filter((step) => step.gate !== undefined)
    .map((step) => stepState(partly.current(), step.id))
    .find(({ status }) => status === 'failed');
  expect(refused).toMatchObject({ written: false, isUncertain: false });
  await partly.undo();
  expect(partly.current().phase).toBe('undone');
  expect(await cluster.state()).toEqual(before);
  // All of it.
  const again = await makePlan(id, values);
  const job = runnerOf(again);
  await job.run();
  expect(job.current().phase).toBe('succeeded');
  expect([used('changed'), used(old)]).toEqual([after, []]);
  const { nads } = cluster.source.current().snapshot;
  expect([...nads.items.keys()].filter((key) => key.endsWith(`/${old}`))).toEqual([]);
  await job.undo();
  expect(job.current().phase).toBe('undone');
  expect(await cluster.state()).toEqual(before);
});
