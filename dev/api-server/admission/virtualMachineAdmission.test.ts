import type { KubeObject } from '../kubeObject';
import type { ApiServer } from '../startApiServer';
import { startApiServer } from '../startApiServer';
import { call } from '../testing/apiClient';
import { PATHS, virtualMachine } from '../testing/exampleObjects';

const multus = (name: string, networkName = name) => ({ name, multus: { networkName } });
const nic = (name: string, binding: Record<string, unknown> = { bridge: {} }) => ({
  name,
  ...binding,
});

describe('virtualMachineAdmission', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server.close());

  const dryRun = (path: string, body: unknown) =>
    call(server.url, `${path}?dryRun=All`, { method: 'POST', body });

  test.each<[string, number, string, string, KubeObject]>([
    [
      'masquerade on a secondary network',
      422,
      'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: Masquerade interface only implemented with pod network',
      PATHS.virtualMachines,
      virtualMachine('v', { interfaces: [nic('a', { masquerade: {} })], networks: [multus('a')] }),
    ],
    [
      'an interface without network',
      422,
      "spec.template.spec.domain.devices.interfaces[0].name 'a' not found.",
      PATHS.virtualMachines,
      virtualMachine('v', { interfaces: [nic('a')] }),
    ],
    [
      'a network without interface',
      422,
      "spec.template.spec.networks[0].name 'a' not found.",
      PATHS.virtualMachines,
      virtualMachine('v', { networks: [multus('a')] }),
    ],
    [
      'one network name twice',
      422,
      'Network with name "a" already exists',
      PATHS.virtualMachines,
      virtualMachine('v', { interfaces: [nic('a')], networks: [multus('a'), multus('a', 'b')] }),
    ],
    [
      'one interface name twice',
      422,
      'Only one interface can be connected to one specific network',
      PATHS.virtualMachines,
      virtualMachine('v', { interfaces: [nic('a'), nic('a')], networks: [multus('a')] }),
    ],
    [
      'an empty networkName',
      422,
      'CNI delegating plugin must have a networkName',
      PATHS.virtualMachines,
      virtualMachine('v', { interfaces: [nic('a')], networks: [multus('a', '')] }),
    ],
    [
      'a network without source',
      422,
      'should have a network type',
      PATHS.virtualMachines,
      virtualMachine('v', { interfaces: [nic('a')], networks: [{ name: 'a' }] }),
    ],
    [
      'two pod networks',
      422,
      'more than one interface is connected to a pod network',
      PATHS.virtualMachines,
      virtualMachine('v', {
        interfaces: [nic('a', { masquerade: {} }), nic('b', { masquerade: {} })],
        networks: [
          { name: 'a', pod: {} },
          { name: 'b', pod: {} },
        ],
      }),
    ],
    [
      'a dot in an interface name',
      422,
      'Network interface name can only contain',
      PATHS.virtualMachines,
      virtualMachine('v', { interfaces: [nic('a.b')], networks: [multus('a.b')] }),
    ],
    [
      'an unreadable MAC',
      422,
      'has malformed MAC address (zz)',
      PATHS.virtualMachines,
      virtualMachine('v', {
        interfaces: [nic('a', { bridge: {}, macAddress: 'zz' })],
        networks: [multus('a')],
      }),
    ],
    [
      'an unknown model',
      422,
      'uses model tulip that is not supported',
      PATHS.virtualMachines,
      virtualMachine('v', {
        interfaces: [nic('a', { bridge: {}, model: 'tulip' })],
        networks: [multus('a')],
      }),
    ],
  ])('refuses %s', async (_what, code, text, path, object) => {
    const { body, status } = await dryRun(path, object);
    expect(body.message).toContain(text);
    expect(status).toBe(code);
  });
});
