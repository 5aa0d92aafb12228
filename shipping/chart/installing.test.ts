/**
 * Installed, upgraded and removed with the real helm on the embedded cluster. The hooks' scripts run as
 * they stand, with the rights that the chart gives them; afterwards the cluster is as it was before.
 */
import type { KubeObject } from '../../dev/api-server/kubeObject';
import { chartFolder, NAMESPACE } from './renderChart';
import type { TestCluster, TestClusterOptions } from './testCluster';
import { CLI_IMAGE, startTestCluster } from './testCluster';

const IMAGE = 'image.name=registry.example/net/vm-networks:1';
const OTHERS = ['monitoring-plugin', 'kubevirt-plugin'];

let cluster: TestCluster;

const start = async (options: TestClusterOptions): Promise<void> => {
  cluster = await startTestCluster(options);
  await cluster.kubectl('create', 'namespace', NAMESPACE);
};
afterEach(() => cluster.close());

const helm = async (...args: string[]): Promise<string> => {
  const { status, stdout, stderr } = await cluster.helm(...args, '--namespace', NAMESPACE);
  if (status !== 0) throw new Error(`helm ${args.join(' ')}: ${stderr}`);
  return stdout;
};
const install = (...args: string[]): Promise<string> =>
  helm('install', 'vm-networks', chartFolder, '--set', IMAGE, ...args);
const uninstall = (): Promise<string> => helm('uninstall', 'vm-networks');

/** Everything in the cluster, by what it says rather than by when it was written. */
const contents = (): string[] =>
  cluster.server.kinds.all
    .flatMap((kind) => cluster.server.store.list(kind))
    .map(({ object }) => summary(object))
    .sort();

function summary(object: KubeObject): string {
  const { kind, metadata, spec, data } = object;
  return JSON.stringify([kind, metadata.namespace, metadata.name, spec, data]);
}

test('install enables the plugin, uninstall leaves the cluster as it was', async () => {
  await start({ plugins: OTHERS });
  const before = contents();

  expect(await install()).toContain('VM Networks 0.1.0 is installed in vm-networks.');
  expect(await cluster.plugins()).toEqual([...OTHERS, 'vm-networks']);
  const { stdout } = await cluster.kubectl(
    'get',
    'deployments,jobs,clusterroles',
    '-A',
    '-o',
    'name',
  );
  expect(stdout).toContain('deployment.apps/vm-networks');
  // The hook's rights go with the hook.
  expect(stdout).not.toMatch(/job|vm-networks-enable/);

  await uninstall();
  expect(await cluster.plugins()).toEqual(OTHERS);
  expect(contents()).toEqual(before);
});

test('the job runs the image of the cluster itself', async () => {
  await start({ plugins: OTHERS });
  await install();
  expect(cluster.finishedJobs.map(({ name, image }) => `${name} ${image}`)).toEqual([
    `vm-networks-enable ${CLI_IMAGE}`,
  ]);
});

test('upgrade changes what is given and enables the plugin once', async () => {
  await start({ plugins: OTHERS });
  await install();
  await helm(
    'upgrade',
    'vm-networks',
    chartFolder,
    '--set',
    'roles.viewer=true,replicas=2',
    '--set',
    IMAGE,
  );
  // As the documentation has it: what was given before stays.
  const more = ['--reset-then-reuse-values', '--set', 'replicas=3,port=8443'];
  await helm('upgrade', 'vm-networks', chartFolder, ...more);
  const roles = await cluster.kubectl('get', 'clusterrole', 'vm-networks-viewer', '-o', 'name');
  expect(roles.status).toBe(0);
  const { stdout } = await cluster.kubectl(
    ...['get', 'deployment', 'vm-networks', '-n', NAMESPACE],
    ...['-o', 'jsonpath={.spec.replicas} {..containerPort} {..name}'],
  );
  expect(stdout).toMatch(/^3 8443 /);
  expect(await cluster.plugins()).toEqual([...OTHERS, 'vm-networks']);
  await uninstall();
  expect(await cluster.plugins()).toEqual(OTHERS);
});

test.each([
  { title: 'no list at all', before: undefined, after: [] },
  { title: 'an empty list', before: [], after: [] },
  { title: 'the plugin enabled by hand before', before: ['vm-networks', 'a'], after: ['a'] },
  {
    title: 'names that contain ours',
    before: ['vm-networks-2', 'my-vm-networks'],
    after: ['vm-networks-2', 'my-vm-networks'],
  },
])('$title: in once, and out again', async ({ before, after }) => {
  await start({ plugins: before });
  await install();
  const enabled = (await cluster.plugins()) ?? [];
  expect(enabled.filter((name) => name === 'vm-networks')).toHaveLength(1);
  expect(enabled).toHaveLength(after.length + 1);
  await uninstall();
  expect(await cluster.plugins()).toEqual(after);
});

test('what others change in the list after the install stays', async () => {
  await start({ plugins: ['a', 'b'] });
  await install();
  const plugins = JSON.stringify({ spec: { plugins: ['b', 'vm-networks', 'c'] } });
  await cluster.kubectl(
    'patch',
    'consoles.operator.openshift.io',
    'cluster',
    '--type=merge',
    '-p',
    plugins,
  );
  await uninstall();
  expect(await cluster.plugins()).toEqual(['b', 'c']);
});

test('somebody who changes the list between reading and writing loses nothing', async () => {
  const add = JSON.stringify([{ op: 'add', path: '/spec/plugins/-', value: 'late' }]);
  const console = 'consoles.operator.openshift.io cluster';
  await start({
    plugins: ['a'],
    // Once, right before the first patch of the job.
    beforeOc: `if [ "$1" = patch ] && mkdir "$HOME/raced" 2>/dev/null; then
      "$KUBECTL" patch ${console} --type=json -p '${add}'; fi`,
  });
  await install();
  expect(await cluster.plugins()).toEqual(['a', 'late', 'vm-networks']);
  expect(cluster.finishedJobs[0]?.stdout).toContain('Attempt 1 to enable vm-networks failed');
});

test('an upgrade that turns the hook off leaves the list alone, and says who empties it', async () => {
  await start({ plugins: OTHERS });
  await install();
  const off = ['--set', 'enablePlugin.enabled=false', '--reset-then-reuse-values'];
  const notes = await helm('upgrade', 'vm-networks', chartFolder, ...off);
  expect(notes).toContain('Disable it there before you uninstall');
  await uninstall();
  expect(await cluster.plugins()).toEqual([...OTHERS, 'vm-networks']);
  expect(cluster.finishedJobs.map(({ name }) => name)).toEqual(['vm-networks-enable']);
});

test('without the hook nothing touches the list', async () => {
  await start({ plugins: OTHERS });
  const notes = await install('--set', 'enablePlugin.enabled=false');
  expect(notes).toContain('Enable it in the console');
  await uninstall();
  expect(await cluster.plugins()).toEqual(OTHERS);
  expect(cluster.finishedJobs).toEqual([]);
});
