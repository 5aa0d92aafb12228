/** The plain manifests with the real kubectl: applied, enabled, disabled and deleted without a trace. */
import path from 'node:path';
import { projectRoot } from '../tools/projectRoot';
import type { TestCluster } from './testCluster';
import { startTestCluster } from './testCluster';

let cluster: TestCluster;
afterEach(() => cluster.close());

const kubectl = async (...args: string[]): Promise<string> => {
  const { status, stdout, stderr } = await cluster.kubectl(...args);
  if (status !== 0) throw new Error(`kubectl ${args.join(' ')}: ${stderr}`);
  return stdout;
};
const folder = (name: string): string => path.join(projectRoot, 'deploy', name);
const completed = (job: string): Promise<string> =>
  kubectl('wait', '-n', 'vm-networks', `job/${job}`, '--for=condition=Complete', '--timeout=60s');

const contents = (): string[] =>
  cluster.server.kinds.all
    .flatMap((kind) => cluster.server.store.list(kind))
    .map(({ object: { kind, metadata, spec } }) =>
      JSON.stringify([kind, metadata.namespace, metadata.name, spec]),
    )
    .sort();

test('apply -k installs and enables, disable and delete -k remove everything', async () => {
  cluster = await startTestCluster({ plugins: ['a'] });
  const before = contents();

  await kubectl('apply', '-k', folder('.'));
  const shown = await kubectl(
    'get',
    'deployment',
    'vm-networks',
    '-n',
    'vm-networks',
    '-o',
    'yaml',
  );
  expect(shown).toMatch(/image: REGISTRY\/vm-networks:\d/);
  await kubectl('apply', '-k', folder('enable'));
  await completed('vm-networks-enable');
  expect(await cluster.plugins()).toEqual(['a', 'vm-networks']);
  await kubectl('delete', '-k', folder('enable'));
  // A second time changes nothing.
  expect(await kubectl('apply', '-k', folder('.'))).toContain(
    'deployment.apps/vm-networks unchanged',
  );

  await kubectl('apply', '-k', folder('disable'));
  await completed('vm-networks-disable');
  expect(await cluster.plugins()).toEqual(['a']);
  await kubectl('delete', '-k', folder('disable'));
  // The namespace goes first and takes the rest with it.
  await kubectl('delete', '--ignore-not-found', '-k', folder('.'));
  expect(contents()).toEqual(before);
});
