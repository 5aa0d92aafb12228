import { vm, vmi } from '../../dev/test/makeClusterVms';
import { readCloudInitAddresses } from './readCloudInitAddresses';
import { readVm } from './readVm';
import { readVmi } from './readVmi';

const vmOf = (spec: object) => readVm({ metadata: { name: 'v', namespace: 'ns' }, spec });

describe('readVm', () => {
  test.each([
    [{ runStrategy: 'Manual' }, 'Manual'],
    [{ running: true }, 'Always'],
    [{ running: false }, 'Halted'],
    [{}, ''],
  ])('run strategy of %j', (spec, expected) => {
    expect(vmOf(spec)?.runStrategy).toBe(expected);
  });

  test.each([
    [{ bridge: {} }, 'bridge', false],
    [{ masquerade: {} }, 'masquerade', false],
    [{ sriov: {} }, 'sriov', false],
    [{ passtBinding: {} }, 'passt', false],
    [{ binding: { name: 'l2bridge' } }, 'l2bridge', true],
    [{ bridge: null }, '', false],
    [{}, '', false],
  ])('binding %j', (binding, expected, plugin) => {
    const devices = { interfaces: [{ name: 'net1', ...binding }] };
    const record = vmOf({ template: { spec: { domain: { devices } } } });
    expect(record?.networking.interfaces[0]).toMatchObject({
      binding: expected,
      bindingPlugin: plugin,
    });
  });

  test('networks: pod, multus, others', () => {
    const networks = [
      { name: 'a', pod: {} },
      { name: 'b', multus: { networkName: 'ns/nad' } },
      { name: 'c', multus: { networkName: 'nad', default: true } },
      { name: 'd', resourceClaim: {} },
    ];
    const record = vmOf({ template: { spec: { networks } } });
    expect(record?.networking.networks.map((network) => network.source)).toEqual([
      { type: 'pod' },
      { type: 'multus', networkName: 'ns/nad', nadKey: 'ns/nad', isDefault: false },
      { type: 'multus', networkName: 'nad', nadKey: 'ns/nad', isDefault: true },
      { type: 'other' },
    ]);
  });

  test('placement: required node affinity, tolerations, selector', () => {
    const spec = {
      nodeSelector: { zone: 'a' },
      architecture: 'arm64',
      tolerations: [{ key: 'k', operator: 'Exists' }],
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'rack', operator: 'In', values: ['1'] }] },
              { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n'] }] },
            ],
          },
        },
      },
    };
    expect(vmOf({ template: { spec } })?.placement).toEqual({
      nodeSelector: { zone: 'a' },
      architecture: 'arm64',
      tolerations: [{ key: 'k', operator: 'Exists', value: '', effect: '' }],
      affinityTerms: [
        { expressions: [{ key: 'rack', operator: 'In', values: ['1'] }], fields: [] },
        { expressions: [], fields: [{ key: 'metadata.name', operator: 'In', values: ['n'] }] },
      ],
    });
  });

  test('template and instance of one VM read alike', () => {
    const options = { nics: ['vlan-100'] };
    const template = readVm(vm('ns/web', options));
    const instance = readVmi(vmi('ns/web', options));
    expect(instance?.networking).toEqual(template?.networking);
    expect(instance?.interfaces.map((status) => [status.name, status.sources])).toEqual([
      ['default', ['domain', 'guest-agent']],
      ['net1', ['domain', 'guest-agent', 'multus-status']],
    ]);
  });
});

describe('readVmi', () => {
  test('a single ipAddress counts when there is no list', () => {
    const status = { interfaces: [{ ipAddress: '10.0.0.1' }, { ipAddresses: ['a', 'b', 3] }, {}] };
    const record = readVmi({ metadata: { name: 'v' }, status });
    expect(record?.interfaces.map((entry) => entry.ips)).toEqual([['10.0.0.1'], ['a', 'b'], []]);
  });

  test('no migration is told from one under way', () => {
    const migrationState = { sourceNode: 'a', targetNode: 'b' };
    expect(readVmi({ metadata: { name: 'v' } })?.migration).toBeUndefined();
    expect(readVmi({ metadata: { name: 'v' }, status: { migrationState } })?.migration).toEqual({
      sourceNode: 'a',
      targetNode: 'b',
      completed: false,
      failed: false,
    });
  });
});

describe('readCloudInitAddresses', () => {
  const read = (networkData: string) =>
    readCloudInitAddresses({ volumes: [{ cloudInitNoCloud: { networkData } }] });

  test.each([
    ['flow list', 'ethernets:\n  eth0:\n    addresses: [10.0.0.5/24, "fd00::5/64"]', 2],
    ['block list', 'eth0:\n  addresses:\n  - 10.0.0.5/24\n  - fd00::5/64\n  gateway4: 10.0.0.1', 2],
    ['name servers have no prefix', 'nameservers:\n  addresses: [8.8.8.8]', 0],
    ['routes are not addresses', 'routes:\n- to: 10.0.0.0/8\n  via: 10.0.0.1', 0],
    ['version 1 with netmask', '- type: static\n  address: 10.0.0.5\n  netmask: 255.255.255.0', 1],
    ['version 1 with prefix', 'subnets:\n- type: static\n  address: 10.0.0.5/24', 1],
    ['JSON', '{"ethernets": {"eth0": {\n"addresses": ["10.0.0.5/24"]}}}', 1],
    ['JSON without spaces', '{"eth0":{"addresses":["10.0.0.5/24","fd00::5/64"],"mtu":9000}}', 2],
    ['nothing', 'version: 2', 0],
  ])('%s', (_case, data, count) => {
    const found = read(data);
    expect(found).toHaveLength(count);
    if (count > 0) expect(found[0]).toBe('10.0.0.5/24');
  });

  test('base64 data, and base64 that is none', () => {
    const volume = (networkDataBase64: string) => ({
      volumes: [{ cloudInitConfigDrive: { networkDataBase64 } }],
    });
    expect(readCloudInitAddresses(volume(btoa('addresses: [1.2.3.4/8]')))).toEqual(['1.2.3.4/8']);
    expect(readCloudInitAddresses(volume('%%%'))).toEqual([]);
  });
});
