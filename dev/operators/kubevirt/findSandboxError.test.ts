import type { CurrentState } from '../nmstateTypes';
import type { Nad } from '../ovn/ovnTypes';
import { NETWORK_ID } from '../ovn/ovnTypes';
import { findSandboxError } from './findSandboxError';
import type { Vmi } from './vmTypes';

const nad = (namespace: string, config: object, isAccepted = true): Nad => ({
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name: 'n', namespace, annotations: isAccepted ? { [NETWORK_ID]: '3' } : {} },
  spec: { config: JSON.stringify(config) },
});

const localnet = (namespace: string, more: object = {}) => ({
  cniVersion: '0.4.0',
  type: 'ovn-k8s-cni-overlay',
  name: 'net',
  topology: 'localnet',
  netAttachDefName: `${namespace}/n`,
  ...more,
});

const vmi = (networkName: string, state?: string): Vmi => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: { name: 'vm', namespace: 'ns' },
  spec: {
    domain: {
      devices: {
        interfaces: [{ name: 'net1', bridge: {}, ...(state === undefined ? {} : { state }) }],
      },
    },
    networks: [{ name: 'net1', multus: { networkName } }],
  },
});

const state = (...mappings: readonly [string, string][]): CurrentState => ({
  interfaces: [
    { name: 'br-ovs', type: 'ovs-bridge', state: 'up' },
    { name: 'br-ovs', type: 'ovs-interface', state: 'up' },
    { name: 'br-lan', type: 'linux-bridge', state: 'up' },
  ],
  ovn: { 'bridge-mappings': mappings.map(([localnet, bridge]) => ({ localnet, bridge })) },
});

const MAPPED = state(['net', 'br-ovs']);

const find = (wanted: Nad | undefined, node: CurrentState | undefined, reference = 'n') =>
  findSandboxError(vmi(reference), node, (namespace, name) =>
    wanted?.metadata.namespace === namespace && wanted.metadata.name === name ? wanted : undefined,
  );

test('B.2: a NAD that is not in the namespace is not looked for in default', () => {
  const elsewhere = nad('default', localnet('default'));
  expect(find(elsewhere, MAPPED)).toMatch(
    /^cannot find a network-attachment-definition \(n\) in namespace \(ns\)/,
  );
  expect(find(elsewhere, MAPPED, 'default/n')).toBeUndefined();
});

test.each(['default', 'openshift-multus', 'openshift-sriov-network-operator', 'openshift-cnv'])(
  'B.2: every project may use a NAD of %s',
  (namespace) => {
    const shared = nad(namespace, localnet(namespace));
    expect(find(shared, MAPPED, `${namespace}/n`)).toBeUndefined();
  },
);

test('B.2: a NAD of any other namespace violates the isolation', () => {
  expect(find(nad('other', localnet('other')), MAPPED, 'other/n')).toBe(
    'namespace isolation enabled, annotation violates permission, pod is in namespace ns but refers to target namespace other',
  );
});

describe('B.1: of a mapping only the key is checked', () => {
  test('without the key there is no sandbox, whatever else is mapped', () => {
    expect(find(nad('ns', localnet('ns')), state(['Net', 'br-ovs']))).toBe(
      'failed bridge mapping validation: failed to find OVN bridge-mapping for network: "net"',
    );
  });

  test('the key is the physicalNetworkName where there is one', () => {
    const shared = nad('ns', localnet('ns', { physicalNetworkName: 'phys' }));
    expect(find(shared, MAPPED)).toContain('network: "phys"');
    expect(find(shared, state(['phys', 'br-ovs']))).toBeUndefined();
  });

  test('a bridge that does not exist is no error (NODE-002)', () => {
    expect(find(nad('ns', localnet('ns')), state(['net', 'nowhere']))).toBeUndefined();
  });

  test('a layer 2 network needs no mapping', () => {
    expect(find(nad('ns', localnet('ns', { topology: 'layer2' })), state())).toBeUndefined();
  });

  test('where NMState is not installed nothing is known, and nothing refused', () => {
    expect(find(nad('ns', localnet('ns')), undefined)).toBeUndefined();
  });
});

test.each([
  ['that OVN-Kubernetes has not accepted', nad('ns', localnet('ns'), false)],
  ['that it cannot read', nad('ns', localnet('ns', { vlanID: '100' }))],
])('B.3: pods of a NAD %s wait for annotations in vain (NAD-014)', (_what, refused) => {
  expect(find(refused, MAPPED)).toBe(
    'failed to get pod annotation: timed out waiting for annotations: context deadline exceeded',
  );
});

test.each(['bridge', 'cnv-bridge'])(
  'A.4.4: %s refuses a device of the name that is no Linux bridge (NAD-019), and makes one that is missing',
  (type) => {
    const on = (bridge: string) => find(nad('ns', { name: 'lan', type, bridge }), MAPPED);
    expect(on('br-ovs')).toBe('"br-ovs" already exists but is not a bridge');
    expect(on('br-lan')).toBeUndefined();
    expect(on('br-none')).toBeUndefined();
  },
);

test('A.7.2: a NIC that is to be absent needs nothing', () => {
  expect(findSandboxError(vmi('n', 'absent'), MAPPED, () => undefined)).toBeUndefined();
});
