import type { KubeObject } from './kubeObject';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { MERGE, call } from './testing/apiClient';
import { PATHS, attachment, localnet, policy, virtualMachine } from './testing/exampleObjects';

const CONFIG = { cniVersion: '0.3.1', name: 'net', type: 'ovn-k8s-cni-overlay' };
const UDN_PATH = '/apis/k8s.ovn.org/v1/namespaces/default/userdefinednetworks';

function condition(reason: string): unknown {
  return { status: { conditions: [{ type: 'Available', status: 'True', reason }] } };
}

function layer2(fields: Record<string, unknown>): KubeObject {
  return {
    apiVersion: 'k8s.ovn.org/v1',
    kind: 'UserDefinedNetwork',
    metadata: { name: 'l2' },
    spec: { topology: 'Layer2', layer2: { role: 'Secondary', ...fields } },
  };
}

const pod = { name: 'default', pod: {} };
const multus = (name: string, networkName = name) => ({ name, multus: { networkName } });
const nic = (name: string, binding: Record<string, unknown> = { bridge: {} }) => ({
  name,
  ...binding,
});

describe('admission', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server.close());

  const dryRun = (path: string, body: unknown) =>
    call(server.url, `${path}?dryRun=All`, { method: 'POST', body });
  const create = (path: string, body: unknown) => call(server.url, path, { method: 'POST', body });
  const patch = (path: string, body: unknown) =>
    call(server.url, path, { method: 'PATCH', type: MERGE, body });

  test.each<[string, string, KubeObject]>([
    ['NNCP', PATHS.policies, policy('br1', { maxUnavailable: '50%', capture: {} })],
    ['NAD', PATHS.attachments, attachment('vlan-100', CONFIG)],
    ['NAD without config', PATHS.attachments, attachment('file', '')],
    ['NAD list', PATHS.attachments, attachment('list', { plugins: [{ type: 'bridge' }] })],
    [
      'CUDN',
      PATHS.clusterNetworks,
      localnet('net', { vlan: { mode: 'Access', access: { id: 4094 } } }),
    ],
    [
      'CUDN with addresses',
      PATHS.clusterNetworks,
      localnet('net', { ipam: {}, subnets: ['10.0.0.0/24', 'fd00::/64'], mtu: 1500 }),
    ],
    ['UDN', UDN_PATH, layer2({ subnets: ['10.0.0.0/16'] })],
    ['UDN without addresses', UDN_PATH, layer2({ ipam: { mode: 'Disabled' } })],
    ['VM without networks', PATHS.virtualMachines, virtualMachine('vm')],
    [
      'VM on two networks',
      PATHS.virtualMachines,
      virtualMachine('vm', {
        interfaces: [nic('default', { masquerade: {} }), nic('vlan_100')],
        networks: [pod, multus('vlan_100', 'ns/vlan-100')],
      }),
    ],
  ])('accepts a good %s', async (_kind, path, object) => {
    const { body, status } = await dryRun(path, object);
    expect(body.message).toBeUndefined();
    expect(status).toBe(201);
  });

  test.each<[string, number, string, string, KubeObject]>([
    [
      'a long policy name',
      422,
      `invalid policy name: "${'x'.repeat(64)}": must be no more than 63 characters or match label value format`,
      PATHS.policies,
      policy('x'.repeat(64)),
    ],
    [
      'a NAD that is not JSON',
      400,
      'configuration string is not in JSON format',
      PATHS.attachments,
      attachment('a', '{'),
    ],
    [
      'a NAD that is a JSON string',
      400,
      'configuration string is not in JSON format',
      PATHS.attachments,
      attachment('a', '"x"'),
    ],
    [
      'a NAD without type',
      400,
      'invalid config',
      PATHS.attachments,
      attachment('a', { name: 'x' }),
    ],
    [
      'a NAD with an empty list',
      400,
      'invalid config',
      PATHS.attachments,
      attachment('a', { plugins: [] }),
    ],
    [
      'a NAD name with a dot',
      400,
      'net-attach-def name is invalid',
      PATHS.attachments,
      attachment('a.b', CONFIG),
    ],
    [
      'a NAD name from 0',
      400,
      'net-attach-def name is invalid',
      PATHS.attachments,
      attachment('0a', CONFIG),
    ],
  ])('refuses %s', async (_what, code, text, path, object) => {
    const { body, status } = await dryRun(path, object);
    expect(body.message).toContain(text);
    expect(status).toBe(code);
  });

  test('names every wrong field of a network', async () => {
    const { body } = await dryRun(PATHS.clusterNetworks, localnet('n', { mtu: 1, role: 'x' }));
    expect(body.message).toMatch(
      /^ClusterUserDefinedNetwork.k8s.ovn.org "n" is invalid: \[.*, .*\]$/,
    );
    expect(body.details).toMatchObject({ causes: [{ field: 'spec.network.localnet.role' }, {}] });
  });

  test('an NNCP without a finished status cannot be edited, its metadata can', async () => {
    const path = `${PATHS.policies}/busy`;
    await create(PATHS.policies, policy('busy'));
    const change = { spec: { maxUnavailable: 1 } };
    expect((await patch(path, change)).body.message).toMatch(/policy busy is still in progress$/);
    await patch(`${path}/status`, condition('ConfigurationProgressing'));
    expect((await patch(path, change)).status).toBe(422);
    expect((await patch(path, { metadata: { labels: { a: 'b' } } })).status).toBe(200);
    await patch(`${path}/status`, condition('FailedToConfigure'));
    expect((await patch(path, change)).status).toBe(200);
  });

  test('capture of an NNCP never changes', async () => {
    await create(PATHS.policies, policy('lldp', { capture: { up: 'interfaces.state=="up"' } }));
    await patch(`${PATHS.policies}/lldp/status`, condition('SuccessfullyConfigured'));
    const { body } = await patch(`${PATHS.policies}/lldp`, { spec: { capture: { up: 'other' } } });
    expect(body.message).toContain('capture field cannot be modified');
  });

  test('a localnet never changes, its namespaces do', async () => {
    await create(PATHS.clusterNetworks, localnet('fixed'));
    const path = `${PATHS.clusterNetworks}/fixed`;
    const change = { spec: { network: { localnet: { physicalNetworkName: 'other' } } } };
    const { status, body } = await patch(path, change);
    expect(status).toBe(422);
    expect(body.message).toBe(
      'ClusterUserDefinedNetwork.k8s.ovn.org "fixed" is invalid: spec.network.localnet: Invalid value: "object": Localnet is immutable',
    );
    const selector = { spec: { namespaceSelector: { matchLabels: { net: 'wider' } } } };
    expect((await patch(path, selector)).status).toBe(200);
  });

  test('a namespace gets its primary network label at birth or never', async () => {
    const label = 'k8s.ovn.org/primary-user-defined-network';
    await create('/api/v1/namespaces', { metadata: { name: 'late' } });
    const { status } = await patch('/api/v1/namespaces/late', {
      metadata: { labels: { [label]: '' } },
    });
    expect(status).toBe(422);
    const born = { metadata: { name: 'early', labels: { [label]: '' } } };
    expect((await create('/api/v1/namespaces', born)).status).toBe(201);
  });
});
