/** A dump as a cluster: what is in it is served, what is not is unknown, and nothing can be written. */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ApiServer } from '../api-server/startApiServer';
import { call, watchSocket } from '../api-server/testing/apiClient';
import { readDump } from './readDump';
import { startDumpServer } from './startDumpServer';

const VMS = '/apis/kubevirt.io/v1';
const NADS = '/apis/k8s.cni.cncf.io/v1/network-attachment-definitions';
const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

const VM_IN_RED = `
apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: {name: web, namespace: red, resourceVersion: "7", creationTimestamp: "2026-01-02T03:04:05Z"}
spec: {runStrategy: Always, template: {spec: {domain: {}}}}
`;
const NODE = `
apiVersion: v1
kind: Node
metadata: {name: worker-0, creationTimestamp: "2026-01-02T03:00:00Z"}
status: {conditions: [{type: Ready, status: "True", lastHeartbeatTime: "2026-01-03T00:00:00Z"}]}
`;

let folder: string;
let server: ApiServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dump-'));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};

const serve = async (...paths: readonly string[]): Promise<string> => {
  server = await startDumpServer(readDump(paths));
  return server.url;
};

const allowed = async (url: string, resourceAttributes: object): Promise<unknown> => {
  const { body } = await call(url, REVIEWS, {
    method: 'POST',
    body: { spec: { resourceAttributes } },
  });
  return body.status;
};

describe('a dump of the whole cluster', () => {
  beforeEach(() => {
    write('vms.yaml', VM_IN_RED);
    write('deep/nodes.yaml.gz', gzipSync(NODE));
    write(
      'nncp.json',
      JSON.stringify({
        apiVersion: 'nmstate.io/v1',
        kind: 'NodeNetworkConfigurationPolicyList',
        items: [],
      }),
    );
  });

  test('serves what is in it, and an empty list as empty', async () => {
    const url = await serve(folder);
    const machines = await call(url, `${VMS}/virtualmachines`);
    expect(machines.body.items).toMatchObject([{ metadata: { name: 'web', namespace: 'red' } }]);
    expect((await call(url, `${VMS}/namespaces/red/virtualmachines/web`)).status).toBe(200);
    const policies = await call(url, '/apis/nmstate.io/v1/nodenetworkconfigurationpolicies');
    expect(policies).toMatchObject({ status: 200, body: { items: [] } });
  });

  test('says of a kind that is not in it that nobody knows, and does not call it empty', async () => {
    const url = await serve(folder);
    const { status, body } = await call(url, NADS);
    expect(status).toBe(403);
    expect(body.message).toBe(
      'network-attachment-definitions.k8s.cni.cncf.io is forbidden: User "system:admin" cannot list ' +
        'resource "network-attachment-definitions" in API group "k8s.cni.cncf.io" at the cluster scope: ' +
        'the dump holds no network-attachment-definitions.k8s.cni.cncf.io: whether there are any is unknown',
    );
    await expect(watchSocket(url, `${NADS}?watch=1`)).rejects.toThrow('403');
    expect(
      await allowed(url, {
        verb: 'list',
        group: 'k8s.cni.cncf.io',
        resource: 'network-attachment-definitions',
      }),
    ).toMatchObject({ allowed: false, reason: expect.stringContaining('unknown') as unknown });
  });

  test.each([
    ['POST', `${VMS}/namespaces/red/virtualmachines?dryRun=All`],
    ['POST', `${VMS}/namespaces/red/virtualmachines`],
    ['PUT', `${VMS}/namespaces/red/virtualmachines/web`],
    ['PATCH', `${VMS}/namespaces/red/virtualmachines/web`],
    ['DELETE', `${VMS}/namespaces/red/virtualmachines/web`],
    ['DELETE', `${VMS}/namespaces/red/virtualmachines`],
    ['POST', '/api/v1/namespaces'],
  ])('refuses %s %s', async (method, target) => {
    const url = await serve(folder);
    const { status, body } = await call(url, target, { method, body: {} });
    expect(status).toBe(403);
    expect(body).toMatchObject({ kind: 'Status', reason: 'Forbidden' });
    expect(body.message).toMatch(/: this cluster is a dump, which can be read and not changed$/);
    expect((await call(url, `${VMS}/namespaces/red/virtualmachines/web`)).status).toBe(200);
  });

  test('has the time of its newest entry', async () => {
    expect(readDump([folder]).newest).toBe(Date.parse('2026-01-03T00:00:00Z'));
    const table = 'application/json;as=Table;v=v1;g=meta.k8s.io';
    const { body } = await call(await serve(folder), '/api/v1/nodes', { accept: table });
    expect(JSON.stringify(body.rows)).toContain('"21h"');
  });

  test('lists its rights', async () => {
    const { body } = await call(
      await serve(folder),
      '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
      { method: 'POST', body: { spec: { namespace: 'red' } } },
    );
    expect(body.status).toMatchObject({
      resourceRules: expect.arrayContaining([
        {
          verbs: ['get', 'list', 'watch'],
          apiGroups: ['kubevirt.io'],
          resources: ['virtualmachines'],
        },
      ]) as unknown,
    });
  });
});

test('a dump by a user of one project is the view of that project, no more', async () => {
  const url = await serve(write('red.yaml', VM_IN_RED));
  expect((await call(url, `${VMS}/namespaces/red/virtualmachines`)).status).toBe(200);
  const elsewhere = await call(url, `${VMS}/namespaces/blue/virtualmachines`);
  expect(elsewhere.status).toBe(403);
  expect(elsewhere.body.message).toContain('the dump covers only the namespaces red');
  expect((await call(url, `${VMS}/virtualmachines`)).status).toBe(403);
  expect((await call(url, '/api/v1/nodes')).status).toBe(403);
  const projects = await call(url, '/apis/project.openshift.io/v1/projects');
  expect(projects.body.items).toMatchObject([{ metadata: { name: 'red' } }]);
});

test('what is broken is named and left out, and the rest is served', () => {
  write(
    'list.yaml',
    'apiVersion: v1\nkind: List\nitems:\n' +
      '- apiVersion: v1\n  kind: Node\n  metadata:\n    name: good\n' +
      '- apiVersion: v1\n  kind: Node\n  metadata: [\n' +
      '- apiVersion: v1\n  kind: Node\n  metadata:\n    labels: {}\n' +
      '- apiVersion: v1\n  kind: Node\n  metadata:\n    name: odd\n    labels: 7\n',
  );
  write('cut.json', '{"apiVersion": "v1", "kind": "NodeLi');
  write('vm.yaml', 'apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata: {name: nowhere}\n');
  const dump = readDump([folder, path.join(folder, 'absent.yaml')]);
  expect(dump.objects.map(({ metadata }) => metadata.name)).toEqual(['good']);
  expect(dump.notes).toEqual([
    expect.stringMatching(/cut\.json: the document is not valid YAML and is left out: /),
    'Node without a name is left out: it has no metadata.name',
    'Node odd is left out: metadata.labels is not a map of texts',
    expect.stringMatching(/list\.yaml: item 2 of the document is not valid YAML/),
    'VirtualMachine nowhere is left out: it has no metadata.namespace',
    expect.stringMatching(/absent\.yaml: no such file or folder$/),
  ]);
});

test('a file of more than can be read at once is named, and the rest is served', () => {
  write('vm.yaml', VM_IN_RED);
  // Takes no room on the disk.
  truncateSync(write('huge.yaml', ''), 600 * 1024 * 1024);
  const dump = readDump([folder]);
  expect(dump.objects).toHaveLength(1);
  expect(dump.notes).toEqual([
    expect.stringMatching(
      /huge\.yaml: cannot be read: it is larger than 512 MB: dump each kind into a file of its own$/,
    ),
  ]);
});

test.each([
  ['later', '7', '8', '8'],
  ['earlier', '10', '9', '10'],
  ['later', 'x', '1', '1'],
])('of one object twice the %s is kept (%s, then %s)', (kept, first, second, version) => {
  const at = (value: string) => VM_IN_RED.replace('"7"', `"${value}"`);
  const dump = readDump([write('a.yaml', at(first)), write('b.yaml', at(second))]);
  expect(dump.objects).toMatchObject([{ metadata: { resourceVersion: version } }]);
  expect(dump.notes).toEqual([expect.stringContaining(`the ${kept} one is used`)]);
});

test('a file without anything of ours is read and holds no kinds', () => {
  const dump = readDump([
    write('other.yaml', 'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n'),
  ]);
  expect(dump).toMatchObject({ files: 1, objects: [], notes: [] });
  expect(dump.kinds.size).toBe(0);
});
