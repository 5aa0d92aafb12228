/**
 * A fix carried out by the runner and taken back by its counter-patch, against the embedded cluster:
 * the object is what it was, and what somebody else changed in between stays theirs.
 *
 * @jest-environment node
 */
import { recordOf } from '../cluster/json';
import { formatText } from '../cluster/text';
import { fixTarget } from '../plan/fixTarget';
import type { Plan } from '../plan/model';
import { planFix } from '../plan/planFix';
import { JobRunner } from './jobRunner';
import { stepState } from './jobState';
import { MemoryJournal } from './testing/memoryJournal';
import { noPause, startLiveCluster } from './testing';
import type { LiveCluster } from './testing';

jest.setTimeout(30_000);

let cluster: LiveCluster;
beforeEach(async () => {
  cluster = await startLiveCluster('broken-nad-name');
});
afterEach(() => cluster.stop());

const SUBJECT = 'nad/ns2/vlan-1924';
const NAD = {
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  namespace: 'ns2',
  name: 'vlan-1924',
};

const nadName = async (): Promise<unknown> => {
  const { config } = recordOf((await cluster.api.get(NAD)).spec);
  return recordOf(JSON.parse(String(config))).netAttachDefName;
};

const planned = async (): Promise<Plan> => {
  const graph = cluster.source.current();
  const target = fixTarget(graph, 'NAD-003', SUBJECT);
  if (target.type !== 'own') throw new Error('no fix');
  const plan = planFix(graph, target, SUBJECT, await cluster.api.get(NAD), 'job-1');
  if (plan === undefined) throw new Error('nothing to change');
  return plan;
};

const runner = (plan: Plan): JobRunner =>
  new JobRunner(plan, {
    api: cluster.api,
    source: cluster.source,
    journal: new MemoryJournal(),
    now: () => 0,
    pause: noPause,
  });

test('a fix applied and taken back leaves the object as it was', async () => {
  const before = await cluster.state();
  const job = runner(await planned());
  await job.run();
  expect(job.current().phase).toBe('succeeded');
  expect(await nadName()).toBe('ns2/vlan-1924');

  await job.undo();
  expect(job.current().phase).toBe('undone');
  expect(await nadName()).toBe('ns9/other');
  expect(await cluster.state()).toEqual(before);
});

test('what somebody else changed after the fix is left alone, and the job says so', async () => {
  const plan = await planned();
  const job = runner(plan);
  await job.run();
  const config = JSON.stringify({ type: 'ovn-k8s-cni-overlay', name: 'theirs' });
  await cluster.api.patch(NAD, [{ op: 'replace', path: '/spec/config', value: config }], {
    dryRun: false,
  });

  await job.undo();
  expect(job.current().phase).toBe('needsAttention');
  const { detail } = stepState(job.current(), plan.steps[0]?.id ?? '');
  expect(detail === undefined ? '' : formatText(detail)).toContain(
    'vlan-1924 has been changed since',
  );
  expect(recordOf((await cluster.api.get(NAD)).spec).config).toBe(config);
});
