import { workerState } from '../../dev/test/makeClusterHealthy';
import { nicEntry } from '../../dev/test/makeClusterInterfaces';
import { withObjects } from '../../dev/test/makeCluster';
import type { KubeObject } from '../cluster/kubeObject';
import { linuxBridgeState, mappingState, ovsBridgeState, vlanBridgeState } from './desiredStates';
import { nodesOfSelector } from './nodeChoices';
import { removalOf } from './removalOf';
import { clusterWithFreeNic, graphOf } from './testing';

const nodesOf = (objects: Iterable<KubeObject>, selector: Record<string, string>) =>
  nodesOfSelector(graphOf(objects), selector);

const WORKERS = nodesOf(clusterWithFreeNic(), { 'node-role.kubernetes.io/worker': '' });
const PORT = { name: 'ens256' };
const UP = {
  name: 'ens256',
  type: 'ethernet',
  state: 'up',
  mtu: 1500,
  ipv4: { enabled: false },
  ipv6: { enabled: false },
};

test('an OVS bridge goes with its internal interface and the mapping, and the NIC is lifted', () => {
  const made = ovsBridgeState({ bridge: 'br-vms', port: PORT }, 'vms');
  expect(removalOf(made, WORKERS)).toEqual({
    interfaces: [
      { name: 'br-vms', type: 'ovs-interface', state: 'absent' },
      { name: 'br-vms', type: 'ovs-bridge', state: 'absent' },
      UP,
    ],
    ovn: { 'bridge-mappings': [{ localnet: 'vms', state: 'absent' }] },
  });
});

test('a Linux bridge and its bond go, controller first, and every member is lifted', () => {
  const bond = { mode: '802.3ad', members: ['ens256', 'ens224'] } as const;
  const made = linuxBridgeState({ bridge: 'br1', port: { name: 'bond1', bond } });
  expect(removalOf(made, WORKERS)).toMatchObject({
    interfaces: [
      { name: 'br1', type: 'linux-bridge', state: 'absent' },
      { name: 'bond1', type: 'bond', state: 'absent' },
      { name: 'ens256', state: 'up' },
      { name: 'ens224', state: 'up' },
    ],
  });
});

test('a VLAN interface goes with its bridge; its base is not named', () => {
  const made = vlanBridgeState({ bridge: 'br-200', base: 'bond0', vlan: 200 });
  expect(removalOf(made, WORKERS)).toEqual({
    interfaces: [
      { name: 'br-200', type: 'linux-bridge', state: 'absent' },
      { name: 'bond0.200', type: 'vlan', state: 'absent' },
    ],
  });
});

test('a mapping touches no interface in either direction', () => {
  expect(removalOf(mappingState('machine-net', 'br-ex'), WORKERS)).toEqual({
    ovn: { 'bridge-mappings': [{ localnet: 'machine-net', state: 'absent' }] },
  });
});

test('what a NIC had is given back where a single node is chosen', () => {
  const address = { ip: '10.0.0.5', 'prefix-length': 24 };
  const objects = withObjects(
    clusterWithFreeNic(),
    workerState('worker-0', {
      nics: ['ens224'],
      interfaces: [
        {
          ...nicEntry('worker-0', { name: 'ens256', mtu: 9000 }),
          ipv4: { enabled: true, dhcp: false, address: [address] },
          ipv6: { enabled: true, address: [{ ip: 'fe80::1', 'prefix-length': 64 }] },
        },
      ],
    }),
  );
  const one = nodesOf(objects, { 'kubernetes.io/hostname': 'worker-0' });
  const made = linuxBridgeState({ bridge: 'br1', port: PORT });
  expect(removalOf(made, one)).toEqual({
    interfaces: [
      { name: 'br1', type: 'linux-bridge', state: 'absent' },
      { ...UP, mtu: 9000, ipv4: { enabled: true, dhcp: false, address: [address] } },
    ],
  });
  const both = nodesOf(objects, { 'node-role.kubernetes.io/worker': '' });
  expect(JSON.stringify(removalOf(made, both))).not.toContain('10.0.0.5');
});
