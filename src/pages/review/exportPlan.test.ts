import { strFromU8, unzipSync } from 'fflate';
import { parse, parseAllDocuments } from 'yaml';
import { vm } from '../../../dev/test/makeClusterVms';
import { networkDeleteStep } from '../../plan/networkDeleteStep';
import { planAttach } from '../../plan/planAttach';
import { withCanary } from '../../plan/canary/withCanary';
import { clusterWithFreeNic, graphOf, intent } from '../../plan/testing';
import { kustomizeZip, planYaml } from './exportPlan';

const WEB = vm('ns1/web', { nics: ['vlan-100'] });
const { steps } = planAttach(
  graphOf(clusterWithFreeNic()),
  intent({
    flow: 'cudnLocalnet',
    uplink: { type: 'newBridge', bridge: 'br-vms', nics: ['ens256'] },
  }),
  new Map([['ns1/web', WEB]]),
);

test('the stream holds every step in order, without our marks and the server’s fields', () => {
  const documents = parseAllDocuments(planYaml(steps)).map((one) => one.toJS() as { kind: string });
  expect(documents.map(({ kind }) => kind)).toEqual([
    'NodeNetworkConfigurationPolicy',
    'ClusterUserDefinedNetwork',
    'Namespace',
    'VirtualMachine',
  ]);
  expect(planYaml(steps)).not.toMatch(/vm-networks\/job|resourceVersion|uid:|status:/);
  expect(documents[2]).toEqual({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'ns1', labels: { 'vm-network/vlan-200': 'true' } },
  });
});

test('the folder names every file, new ones as resources and changed ones as patches', () => {
  const files = unzipSync(kustomizeZip(steps));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const { resources, patches } = parse(text('kustomization.yaml')) as {
    resources: string[];
    patches: { path: string }[];
  };
  const named = [...resources, ...patches.map(({ path }) => path), 'kustomization.yaml'];
  expect(Object.keys(files).sort()).toEqual(named.sort());
  expect(resources).toHaveLength(2);
  expect(parse(text(patches[1]?.path ?? ''))).toMatchObject({ kind: 'VirtualMachine' });
});

test('a file is applied in one go: a policy in stages stands in it once, for all its nodes', () => {
  const graph = graphOf(clusterWithFreeNic());
  const plan = withCanary(graph, { jobId: 'job-1', steps, reused: [] }, 'worker-0');
  expect(plan.steps).toHaveLength(steps.length + 1);
  expect(planYaml(plan.steps)).toBe(planYaml(steps));
  expect(planYaml(steps)).not.toMatch(/[&*]a\d/);
});

test('what is to be deleted stands in no file as if it were to be made, but in words', () => {
  const ref = { apiVersion: 'v1', kind: 'Gone', namespace: 'ns1', name: 'old' };
  const all = [...steps, networkDeleteStep(ref, { apiVersion: 'v1', kind: 'Gone', metadata: {} })];
  expect(parseAllDocuments(planYaml(all))).toHaveLength(steps.length);
  expect(planYaml(all)).toMatch(/\n# .*delete Gone\/ns1\/old\n$/);
  const files = unzipSync(kustomizeZip(all));
  expect(Object.keys(files)).toHaveLength(steps.length + 1);
  expect(strFromU8(files['kustomization.yaml'] ?? new Uint8Array())).toContain('Gone/ns1/old');
});
