import { localnetConfig, nadBody, policyBody } from './objectBodies';

test('a policy carries the job, and a selector only where one was chosen', () => {
  const base = { name: 'br-vmdata', jobId: 'j-1', desiredState: {} };
  expect(policyBody({ ...base, nodeSelector: {} })).toEqual({
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    metadata: {
      name: 'br-vmdata',
      labels: { 'app.kubernetes.io/managed-by': 'vm-networks', 'vm-networks/job': 'j-1' },
    },
    spec: { desiredState: {} },
  });
  const spec = policyBody({ ...base, nodeSelector: { a: 'b' }, maxUnavailable: 1 }).spec;
  expect(spec).toEqual({ nodeSelector: { a: 'b' }, maxUnavailable: 1, desiredState: {} });
});

const NAD = {
  nad: 'red/vlan-1924',
  networkName: 'vlan-1924',
  mtu: 1500,
  addressing: { type: 'outside' } as const,
};

test.each([
  [
    { physicalName: 'vmdata', vlan: 1924 },
    { physicalNetworkName: 'vmdata', vlanID: 1924 },
  ],
  [{ physicalName: 'vlan-1924', vlan: 1924 }, { vlanID: 1924 }],
  [{ physicalName: 'machine-net' }, { physicalNetworkName: 'machine-net' }],
])('the config of %j says %j', (given, said) => {
  expect(localnetConfig({ ...NAD, ...given })).toEqual({
    cniVersion: '0.4.0',
    name: 'vlan-1924',
    type: 'ovn-k8s-cni-overlay',
    topology: 'localnet',
    netAttachDefName: 'red/vlan-1924',
    mtu: 1500,
    ...said,
  });
});

test('a NAD holds its config as JSON text', () => {
  const config = localnetConfig({ ...NAD, physicalName: 'vmdata', vlan: 1924 });
  const body = nadBody('red', 'vlan-1924', 'j-1', config) as { spec: { config: string } };
  expect(JSON.parse(body.spec.config)).toEqual(config);
});
