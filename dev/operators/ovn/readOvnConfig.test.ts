import type { Nad } from './ovnTypes';
import { comparedPart, physicalName, readOvnConfig } from './readOvnConfig';

const nad = (config: unknown): Nad => ({
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name: 'n', namespace: 'ns' },
  spec: { config: typeof config === 'string' ? config : JSON.stringify(config) },
});

const good = {
  cniVersion: '0.4.0',
  type: 'ovn-k8s-cni-overlay',
  name: 'net',
  topology: 'localnet',
  netAttachDefName: 'ns/n',
};

test('A.4.3: a sound localnet is a network; its mapping key is physicalNetworkName or the name', () => {
  const reading = readOvnConfig(nad(good));
  expect(reading.kind).toBe('network');
  const config = { ...good, physicalNetworkName: 'phys' };
  expect([physicalName(good), physicalName(config)]).toEqual(['net', 'phys']);
});

test.each([
  ['no JSON', '{"type": "ovn-k8s-cni-overlay",}'],
  ['a bridge', { type: 'bridge', bridge: 'br1' }],
  ['a chain without OVN', { plugins: [{ type: 'cnv-bridge' }, { type: 'cnv-tuning' }] }],
  ['no topology: not a secondary network', { ...good, topology: '' }],
])('A.4.2, A.4.3: not the business of OVN-Kubernetes: %s', (_what, config) => {
  expect(readOvnConfig(nad(config)).kind).toBe('foreign');
});

test.each([
  [
    { plugins: [{ type: 'ovn-k8s-cni-overlay' }, { type: 'tuning' }] },
    'CNI plugin chaining is not supported',
  ],
  [
    { ...good, netAttachDefName: 'ns/other' },
    'net-attach-def name (ns/n) is inconsistent with config (ns/other)',
  ],
  [{ ...good, netAttachDefName: undefined }, 'missing NADName in secondary network netconf net'],
  [{ ...good, name: 'default' }, 'invalid name in in secondary network netconf (default)'],
  [{ ...good, name: undefined }, 'invalid name in in secondary network netconf ()'],
  [
    { ...good, vlanID: '100' },
    'json: cannot unmarshal string into Go struct field NetConf.vlanID of type int',
  ],
  [
    { ...good, ipam: { type: 'dhcp' } },
    'IPAM key is not supported. Use OVN-K provided IPAM via the `subnets` attribute',
  ],
  [
    { ...good, joinSubnet: '100.65.0.0/16' },
    'localnet topology does not allow specifying join-subnet as services are not supported',
  ],
  [
    { ...good, topology: 'layer3', subnets: '10.1.0.0/16/24', allowPersistentIPs: true },
    'layer3 topology does not allow persistent IPs',
  ],
  [
    { ...good, topology: 'layer2', role: 'primary' },
    'the subnet attribute must be defined for layer2 primary user defined networks',
  ],
  [{ ...good, topology: 'Localnet' }, 'topology Localnet not supported'],
])('A.4.3 refuses %j', (config, reason) => {
  expect(readOvnConfig(nad(config))).toEqual({ kind: 'invalid', reason });
});

test('A.4.3: role primary on localnet is refused with the known text', () => {
  expect(readOvnConfig(nad({ ...good, role: 'primary' }))).toMatchObject({
    reason: expect.stringMatching(
      /^unexpected network field "role" primary for "localnet" topology, /,
    ) as string,
  });
});

describe('B.3: what makes two NADs of one name different', () => {
  const part = (more: object) => comparedPart({ ...good, ...more }, 1400);
  test.each([
    [{ mtu: 1400 }],
    [{ netAttachDefName: 'a/b' }],
    [{ cniVersion: '1.0.0' }],
    [{ ipam: {} }],
    [{ vlanID: 0 }],
  ])('%j makes no difference', (more) => expect(part(more)).toBe(part({})));
  test.each([
    [{ mtu: 1500 }],
    [{ vlanID: 5 }],
    [{ physicalNetworkName: 'net' }],
    [{ subnets: '10.0.0.0/24' }],
    [{ topology: 'layer2' }],
    [{ allowPersistentIPs: true }],
  ])('%j does', (more) => expect(part(more)).not.toBe(part({})));
});
