import type { KubeObject } from '../kubeObject';
import type { ApiServer } from '../startApiServer';
import { startApiServer } from '../startApiServer';
import { call } from '../testing/apiClient';
import { PATHS, localnet } from '../testing/exampleObjects';

const UDN_PATH = '/apis/k8s.ovn.org/v1/namespaces/default/userdefinednetworks';

function layer2(fields: Record<string, unknown>): KubeObject {
  return {
    apiVersion: 'k8s.ovn.org/v1',
    kind: 'UserDefinedNetwork',
    metadata: { name: 'l2' },
    spec: { topology: 'Layer2', layer2: { role: 'Secondary', ...fields } },
  };
}

describe('rules of user-defined networks', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server.close());

  const dryRun = (path: string, body: unknown) =>
    call(server.url, `${path}?dryRun=All`, { method: 'POST', body });

  test.each<[string, number, string, string, KubeObject]>([
    [
      'VLAN 0',
      422,
      'spec.network.localnet.vlan.access.id: Invalid value: 0: spec.network.localnet.vlan.access.id in body should be greater than or equal to 1',
      PATHS.clusterNetworks,
      localnet('n', { vlan: { mode: 'Access', access: { id: 0 } } }),
    ],
    [
      'VLAN 4095',
      422,
      'should be less than or equal to 4094',
      PATHS.clusterNetworks,
      localnet('n', { vlan: { mode: 'Access', access: { id: 4095 } } }),
    ],
    [
      'a VLAN that is text',
      422,
      'must be of type integer',
      PATHS.clusterNetworks,
      localnet('n', { vlan: { mode: 'Access', access: { id: '7' } } }),
    ],
    [
      'a VLAN mode Trunk',
      422,
      'Unsupported value: "Trunk": supported values: "Access"',
      PATHS.clusterNetworks,
      localnet('n', { vlan: { mode: 'Trunk' } }),
    ],
    [
      'subnets without ipam',
      422,
      'Subnets is required with ipam.mode is Enabled or unset, and forbidden otherwise',
      PATHS.clusterNetworks,
      localnet('n', { subnets: ['10.0.0.0/24'] }),
    ],
    [
      'ipam without subnets',
      422,
      'Subnets is required with ipam.mode is Enabled or unset, and forbidden otherwise',
      PATHS.clusterNetworks,
      localnet('n', { ipam: { mode: 'Enabled' } }),
    ],
    [
      'persistent addresses without ipam',
      422,
      'lifecycle Persistent is only supported when ipam.mode is Enabled',
      PATHS.clusterNetworks,
      localnet('n', { ipam: { mode: 'Disabled', lifecycle: 'Persistent' } }),
    ],
    [
      'excludeSubnets alone',
      422,
      'excludeSubnets must be unset',
      PATHS.clusterNetworks,
      localnet('n', { excludeSubnets: ['10.0.0.0/30'] }),
    ],
    [
      'an unreadable subnet',
      422,
      'CIDR is invalid',
      PATHS.clusterNetworks,
      localnet('n', { ipam: {}, subnets: ['10.0.0.0/33'] }),
    ],
    [
      'two subnets of one family',
      422,
      'they must be from different IP families',
      PATHS.clusterNetworks,
      localnet('n', { ipam: {}, subnets: ['10.0.0.0/24', '10.1.0.0/24'] }),
    ],
    [
      'a small MTU',
      422,
      'should be greater than or equal to 576',
      PATHS.clusterNetworks,
      localnet('n', { mtu: 500 }),
    ],
    [
      'a small MTU for IPv6',
      422,
      'MTU should be greater than or equal to 1280',
      PATHS.clusterNetworks,
      localnet('n', { ipam: {}, subnets: ['fd00::/64'], mtu: 1000 }),
    ],
    [
      'a comma in the physical network',
      422,
      'physicalNetworkName cannot contain `,` or `:` characters',
      PATHS.clusterNetworks,
      localnet('n', { physicalNetworkName: 'a,b' }),
    ],
    [
      'a localnet that is Primary',
      422,
      'supported values: "Secondary"',
      PATHS.clusterNetworks,
      localnet('n', { role: 'Primary' }),
    ],
    [
      'a Localnet UDN',
      422,
      'spec.topology: Unsupported value: "Localnet": supported values: "Layer2", "Layer3"',
      UDN_PATH,
      { ...layer2({}), spec: { topology: 'Localnet' } },
    ],
    [
      'a Layer2 UDN without subnets',
      422,
      'Subnets is required with ipam.mode is Enabled or unset',
      UDN_PATH,
      layer2({}),
    ],
    [
      'a Primary UDN without addresses',
      422,
      'Disabled ipam.mode is only supported for Secondary network',
      UDN_PATH,
      layer2({ role: 'Primary', ipam: { mode: 'Disabled' } }),
    ],
  ])('refuses %s', async (_what, code, text, path, object) => {
    const { body, status } = await dryRun(path, object);
    expect(body.message).toContain(text);
    expect(status).toBe(code);
  });
});
