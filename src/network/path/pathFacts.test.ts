/** The MTU ladder and the VLANs of a path, step by step from the VM to the wire (B.9, B.10). */
import { snapshot, withObjects, withoutObject } from '../../../dev/test/makeCluster';
import type { NnsOptions } from '../../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../../dev/test/makeClusterHealthy';
import { bondEntry, vlanEntry } from '../../../dev/test/makeClusterInterfaces';
import { bridgeNad, ovnNad } from '../../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import type { KubeObject } from '../../cluster/kubeObject';
import { buildGraph } from '../buildGraph';
import { traceVnic } from '../traceVnic';

const healthy = healthyCluster();
const traced = (...objects: readonly KubeObject[]) =>
  traceVnic(buildGraph(snapshot(withObjects(healthy, ...objects))), 'ns1/web/net1');

/** `id MTU`, without the node. */
const ladder = (state: NnsOptions): string[] =>
  traced(workerState('worker-0', state)).mtuLadder.map(({ id, mtu }) => `${id} ${mtu}`);

test('every step that states an MTU is there; of a switch port the frame less its header', () => {
  expect(ladder({})).toEqual([
    'network/vlan-100 1500',
    'bridge/worker-0/br-vmdata 1500',
    'nic/worker-0/ens224 1500',
    'switchPort/00:1c:73:00:00:01/Ethernet1 9198',
  ]);
});

test('a bond and its members are steps of their own', () => {
  const steps = ladder({
    nics: [
      { name: 'eno1', mtu: 9000, controller: 'bond0' },
      { name: 'eno2', mtu: 1400, controller: 'bond0' },
    ],
    interfaces: [{ ...bondEntry('bond0', ['eno1', 'eno2']), mtu: 9000, controller: 'br-vmdata' }],
    bridges: [{ name: 'br-vmdata', ports: ['bond0'], mtu: 9000 }],
  });
  expect(steps).toEqual(
    expect.arrayContaining([
      'bond/worker-0/bond0 9000',
      'nic/worker-0/eno1 9000',
      'nic/worker-0/eno2 1400',
    ]),
  );
});

test('the VLAN of a localnet goes out tagged, and the switch port says what it lets through', () => {
  expect(traced().vlanUsage).toEqual([
    { id: 'nad/ns1/vlan-100', vlans: '100' },
    { id: 'network/vlan-100', vlans: '100' },
    { id: 'bridge/worker-0/br-vmdata', vlans: '100' },
    { id: 'nic/worker-0/ens224', vlans: '100' },
    {
      id: 'switchPort/00:1c:73:00:00:01/Ethernet1',
      vlans: '100',
      allowed: '100, 200',
    },
  ]);
});

test('below a VLAN interface frames that were untagged above it carry its VLAN', () => {
  const nics = [{ name: 'net1', nad: 'plain' }];
  const { vlanUsage, verdict } = traced(
    bridgeNad('ns1/plain', { bridge: 'br1' }),
    vm('ns1/web', { nics }),
    vmi('ns1/web', { nics }),
    workerState('worker-0', {
      nics: ['eno1'],
      interfaces: [vlanEntry('eno1.30', 'eno1', 30, { controller: 'br1' })],
      bridges: [{ name: 'br1', linux: true, ports: ['eno1.30'] }],
    }),
  );
  expect(verdict).toBe('ok');
  expect(vlanUsage).toEqual([
    { id: 'nad/ns1/plain', vlans: '' },
    { id: 'bridge/worker-0/br1', vlans: '' },
    { id: 'vlanIf/worker-0/eno1.30', vlans: '' },
    { id: 'nic/worker-0/eno1', vlans: '30' },
  ]);
});

test('a VM that no node may run keeps its VLAN: it does not become untagged', () => {
  const nics = ['vlan-100'];
  const idle = vm('ns1/web', { nics, template: { nodeSelector: { nobody: 'has' } } });
  const objects = withoutObject(withObjects(healthy, idle), 'VirtualMachineInstance');
  const { vlanUsage, verdict } = traceVnic(buildGraph(snapshot(objects)), 'ns1/web/net1');
  expect(verdict).toBe('unknown');
  expect(vlanUsage).toContainEqual({ id: 'network/vlan-100', vlans: '100' });
});

test('of a plugin that is not known no VLAN is told, nor that there is none', () => {
  const nics = [{ name: 'net1', nad: 'odd' }];
  const odd = ovnNad('ns1/odd', { config: { type: 'ipvlan', master: 'eth1' } });
  expect(traced(odd, vm('ns1/web', { nics }), vmi('ns1/web', { nics })).vlanUsage).toEqual([]);
});
