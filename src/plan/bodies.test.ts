import {
  bridgeDesiredState,
  bridgeRemoval,
  localnetConfig,
  mappingDesiredState,
  mappingRemoval,
  nadBody,
  policyBody,
} from './bodies';

const BRIDGE = { bridge: 'br-vmdata', nic: 'ens224', mtu: 1500, localnet: 'vmdata' };

test('a dedicated NIC gets an OVS bridge that OVN can plumb and VMs can migrate over', () => {
  expect(bridgeDesiredState(BRIDGE)).toEqual({
    interfaces: [
      {
        name: 'ens224',
        type: 'ethernet',
        state: 'up',
        mtu: 1500,
        ipv4: { enabled: false },
        ipv6: { enabled: false },
      },
      {
        name: 'br-vmdata',
        description: 'OVS bridge for VM traffic, uplink ens224, all VLANs',
        type: 'ovs-bridge',
        state: 'up',
        bridge: {
          'allow-extra-patch-ports': true,
          options: { stp: false, 'mcast-snooping-enable': true },
          port: [{ name: 'ens224' }, { name: 'br-vmdata' }],
        },
      },
      {
        name: 'br-vmdata',
        type: 'ovs-interface',
        state: 'up',
        ipv4: { enabled: false },
        ipv6: { enabled: false },
      },
    ],
    ovn: { 'bridge-mappings': [{ localnet: 'vmdata', bridge: 'br-vmdata', state: 'present' }] },
  });
});

test('removal names the bridge, its internal interface and the mapping, and lifts the NIC', () => {
  const removal = bridgeRemoval(BRIDGE, {
    state: 'up',
    mtu: 9000,
    ipv4: {
      enabled: true,
      dhcp: false,
      addresses: [{ ip: '10.0.0.5', prefix: 24 }],
    },
    ipv6: { enabled: true, dhcp: false, addresses: [{ ip: 'fe80::1', prefix: 64 }] },
  });
  expect(removal).toEqual({
    interfaces: [
      { name: 'br-vmdata', type: 'ovs-interface', state: 'absent' },
      { name: 'br-vmdata', type: 'ovs-bridge', state: 'absent' },
      {
        name: 'ens224',
        type: 'ethernet',
        state: 'up',
        mtu: 9000,
        ipv4: { enabled: true, address: [{ ip: '10.0.0.5', 'prefix-length': 24 }] },
        ipv6: { enabled: false },
      },
    ],
    ovn: { 'bridge-mappings': [{ localnet: 'vmdata', state: 'absent' }] },
  });
});

test('a mapping touches no interface, in either direction', () => {
  expect(mappingDesiredState('machine-net', 'br-ex')).toEqual({
    ovn: { 'bridge-mappings': [{ localnet: 'machine-net', bridge: 'br-ex', state: 'present' }] },
  });
  expect(mappingRemoval('machine-net')).toEqual({
    ovn: { 'bridge-mappings': [{ localnet: 'machine-net', state: 'absent' }] },
  });
});

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
  namespace: 'red',
  name: 'vlan-1924',
  jobId: 'j',
  networkName: 'vlan-1924',
  mtu: 1500,
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
