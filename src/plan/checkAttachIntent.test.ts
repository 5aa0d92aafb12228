import { node, withObjects } from '../../dev/test/makeCluster';
import { cudn, ovnNad } from '../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import type { AttachIntent } from './attachIntent';
import { checkAttachIntent } from './checkAttachIntent';
import { clusterWithFreeNic, graphOf, intent } from './testing';

const guards = (change: Partial<AttachIntent>, more: readonly KubeObject[] = []) =>
  checkAttachIntent(graphOf(withObjects(clusterWithFreeNic(), ...more)), intent(change)).map(
    ({ id, level, field }) => `${level} ${id} ${field}`,
  );

const build = (nic: string, bridge = 'br-vms'): Partial<AttachIntent> => ({
  uplink: { type: 'newBridge', bridge, nics: nic === '' ? [] : [nic] },
});

test('the plain case blocks nothing and warns of nothing', () => {
  expect(guards({})).toEqual(['info PRE-007 vms']);
});

test.each<[string, Partial<AttachIntent>, string]>([
  ['no node', { nodeSelector: { nothing: '' } }, 'block NNCP-003 nodes'],
  [
    'a bridge that is not there',
    { uplink: { type: 'existingBridge', bridge: 'br-x' } },
    'block NODE-002 uplink',
  ],
  ['no bridge', { uplink: { type: 'existingBridge', bridge: '' } }, 'block NODE-002 uplink'],
  ['a bridge that masters lack', { nodeSelector: {} }, 'block NODE-002 uplink'],
  ['the NIC under br-ex', build('ens192'), 'block PRE-004 nic'],
  ['br-ex itself as NIC', build('br-ex'), 'block PRE-004 nic'],
  ['a NIC in another bridge', build('ens224'), 'block PRE-004 nic'],
  ['a NIC that no node has', build('ens999'), 'block PRE-004 nic'],
  ['no NIC', build(''), 'block PRE-004 nic'],
  ['a bridge name that is taken', build('ens256', 'br-vmdata'), 'block NNCP-018 bridgeName'],
  [
    'a bridge name of 16 characters',
    build('ens256', 'br-0123456789abc'),
    'block NNCP-018 bridgeName',
  ],
  ['VLAN 0', { vlan: 0 }, 'block NAD-010 vlan'],
  ['VLAN 4095', { vlan: 4095 }, 'block NAD-010 vlan'],
  ['a VLAN that is no number', { vlan: Number.NaN }, 'block NAD-010 vlan'],
  [
    'a VLAN that the switch does not advertise',
    { vlan: 300, networkName: 'v300' },
    'warn PRE-010 vlan',
  ],
  ['an MTU above the uplink', { mtu: 9000 }, 'block NAD-013 mtu'],
  ['an MTU that is no number', { mtu: Number.NaN }, 'block NAD-013 mtu'],
  ['an illegal name', { networkName: 'Vlan_1' }, 'block NNCP-018 networkName'],
  ['a reserved name', { networkName: 'default' }, 'block NAD-009 networkName'],
  [
    'the name of a network on another VLAN',
    { networkName: 'vlan-100' },
    'block PRE-011 networkName',
  ],
  ['no project', { projects: [] }, 'block VM-001 projects'],
  ['a project that the VM may not use', { projects: ['ns2'] }, 'block VM-002 vms'],
  ['no VM', { vms: [] }, 'block VM-001 vms'],
  ['a VM that does not exist', { vms: [{ namespace: 'ns1', name: 'x' }] }, 'block VM-001 vms'],
  ['a network the VM is on already', { networkName: 'vlan-100', vlan: 100 }, 'block VM-015 vms'],
])('%s: %j gives %s', (_case, change, expected) => expect(guards(change)).toContain(expected));

test('control-plane nodes that run no VMs are warned of before interfaces change there', () => {
  expect(guards({ ...build('ens256'), nodeSelector: { 'kubernetes.io/arch': 'amd64' } })).toContain(
    'warn NNCP-020 nodes',
  );
});

test('a node that is not ready is named', () => {
  const sick = node('worker-1', { ip: '192.168.4.12', ready: false });
  expect(guards({}, [sick])).toContain('warn NNCP-004 nodes');
});

test('a VM that may run on more nodes than the network reaches is warned of', () => {
  const change = { nodeSelector: { 'kubernetes.io/hostname': 'worker-0' } };
  expect(guards(change)).toContain('warn NAD-006 vms');
  const options = { template: { nodeSelector: { 'kubernetes.io/hostname': 'worker-1' } } };
  const pinned = [vm('ns1/web', options), vmi('ns1/web', options)];
  expect(guards(change, pinned)).toContain('block VM-014 vms');
});

test('two names that OVN makes one are kept apart', () => {
  const other = ovnNad('ns2/x', { config: { name: 'vlan/200', physicalNetworkName: 'vmdata' } });
  expect(guards({}, [other])).toContain('block NAD-007 networkName');
});

test('a network that a CUDN defines is not copied', () => {
  const more = [
    cudn('vlan-200'),
    ovnNad('ns2/vlan-200', { config: { name: 'cluster_udn_vlan-200' } }),
  ];
  expect(guards({ networkName: 'cluster_udn_vlan-200' }, more)).toContain(
    'block NNCP-018 networkName',
  );
});
