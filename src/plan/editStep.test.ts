import { recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { editStep } from './editStep';
import type { EditedStep } from './editStep';
import type { Step } from './model';
import { planAttach } from './planAttach';
import { clusterWithFreeNic, graphOf, intent } from './testing';

const GRAPH = graphOf(clusterWithFreeNic());

const stepsOf = (): readonly Step[] =>
  planAttach(
    GRAPH,
    intent({ uplink: { type: 'newBridge', bridge: 'br-vms', nics: ['ens256'] }, vms: [] }),
    new Map(),
  ).steps;

const bodyOf = (step: Step | undefined): KubeObject => {
  if (step?.write.type !== 'create') throw new Error('nothing is created');
  return step.write.body;
};

const edited = (index: number, change: (body: KubeObject) => KubeObject): EditedStep => {
  const step = stepsOf()[index];
  if (step === undefined) throw new Error('no such step');
  return editStep(GRAPH, 'job-1', step, change(structuredClone(bodyOf(step))), undefined);
};

const withDesired =
  (desiredState: unknown, more: object = {}) =>
  (body: KubeObject) => ({
    ...body,
    spec: { ...recordOf(body.spec), ...more, desiredState },
  });

const bridgeOn = (...ports: readonly object[]) => ({
  interfaces: [{ name: 'br-x', type: 'ovs-bridge', state: 'up', bridge: { port: ports } }],
});

test.each<[string, (body: KubeObject) => KubeObject, string]>([
  ['the NIC under br-ex as a port', withDesired(bridgeOn({ name: 'ens192' })), 'PRE-004'],
  [
    'the NIC under br-ex in an OVS bond',
    withDesired(bridgeOn({ name: 'b', 'link-aggregation': { port: [{ name: 'ens192' }] } })),
    'PRE-004',
  ],
  [
    'the NIC under br-ex in a kernel bond',
    withDesired({
      interfaces: [{ name: 'bond9', type: 'bond', 'link-aggregation': { port: ['ens192'] } }],
    }),
    'PRE-004',
  ],
  [
    'br-ex taken down',
    withDesired({ interfaces: [{ name: 'br-ex', type: 'ovs-bridge', state: 'absent' }] }),
    'PRE-004',
  ],
  [
    'the address of the NIC under br-ex',
    withDesired({
      interfaces: [{ name: 'ens192', type: 'ethernet', state: 'up', ipv4: { enabled: false } }],
    }),
    'PRE-004',
  ],
  [
    'the NIC under br-ex in a VRF',
    withDesired({
      interfaces: [{ name: 'vrf9', type: 'vrf', state: 'up', vrf: { port: ['ens192'] } }],
    }),
    'PRE-004',
  ],
  [
    'an alternative name of a NIC',
    withDesired({ interfaces: [{ name: 'enp3s0', type: 'ethernet', state: 'down' }] }),
    'PRE-004',
  ],
  ['an alternative name as a port', withDesired(bridgeOn({ name: 'enp3s0' })), 'PRE-004'],
  [
    'the free NIC put under br-ex',
    withDesired({
      interfaces: [{ name: 'ens256', type: 'ethernet', state: 'up', controller: 'br-ex' }],
    }),
    'PRE-004',
  ],
  [
    'the NIC under br-ex without a type',
    withDesired({ interfaces: [{ name: 'ens192', state: 'absent' }] }),
    'PRE-004',
  ],
  [
    'the NIC under br-ex as an old-style bond member',
    withDesired({
      interfaces: [{ name: 'bond9', type: 'bond', 'link-aggregation': { slaves: ['ens192'] } }],
    }),
    'PRE-004',
  ],
  ['the port of another bridge', withDesired(bridgeOn({ name: 'ens224' })), 'PRE-004'],
  [
    'a NIC by its MAC address',
    withDesired({
      interfaces: [
        {
          name: 'x',
          type: 'ethernet',
          identifier: 'mac-address',
          'mac-address': '02:00:00:00:00:01',
        },
      ],
    }),
    'PRE-004',
  ],
  [
    'routes',
    withDesired({ routes: { config: [{ destination: '0.0.0.0/0', state: 'absent' }] } }),
    'PRE-004',
  ],
  [
    'a capture',
    withDesired(bridgeOn({ name: '{{ capture.x }}' }), { capture: { x: 'routes' } }),
    'PRE-004',
  ],
  [
    'all nodes, of which one has no such NIC free',
    withDesired(bridgeOn({ name: 'ens192' }), { nodeSelector: {} }),
    'PRE-004',
  ],
  [
    'physnet',
    withDesired({ ovn: { 'bridge-mappings': [{ localnet: 'physnet', state: 'absent' }] } }),
    'PRE-006',
  ],
  [
    'a mapping that is there',
    withDesired({ ovn: { 'bridge-mappings': [{ localnet: 'vmdata', bridge: 'br-vms' }] } }),
    'PRE-006',
  ],
  [
    'no nodes',
    withDesired(bridgeOn({ name: 'ens256' }), { nodeSelector: { none: '' } }),
    'NNCP-003',
  ],
  ['no document', withDesired('x'), 'NNCP-018'],
  [
    'another name',
    (body) => ({ ...body, metadata: { ...body.metadata, name: 'other' } }),
    'EDIT-001',
  ],
  [
    'no label of the job',
    (body) => ({ ...body, metadata: { ...body.metadata, labels: {} } }),
    'EDIT-001',
  ],
])('a policy with %s is refused', (_case, change, id) => {
  const result = edited(0, change);
  expect(result.ok ? [] : result.guards.map((said) => said.id)).toContain(id);
});

test('what is typed and can be checked is taken, with the way back made from it', () => {
  const result = edited(
    0,
    withDesired(bridgeOn({ name: 'ens256' }), {
      nodeSelector: { 'kubernetes.io/hostname': 'worker-1' },
    }),
  );
  expect(result).toMatchObject({
    ok: true,
    step: {
      nodes: ['worker-1'],
      inverse: {
        desiredState: { interfaces: [{ name: 'br-x', type: 'ovs-bridge', state: 'absent' }] },
      },
    },
  });
});

test('a VLAN interface may stand on a protected one', () => {
  const child = {
    name: 'ens192.7',
    type: 'vlan',
    state: 'up',
    vlan: { 'base-iface': 'ens192', id: 7 },
  };
  expect(edited(0, withDesired({ interfaces: [child] })).ok).toBe(true);
});

test('a NAD keeps a config that is JSON', () => {
  const config = (value: string) => (body: KubeObject) => ({ ...body, spec: { config: value } });
  expect(edited(1, config('{"a": 1')).ok).toBe(false);
  expect(edited(1, config('{"name": "vlan-200"}')).ok).toBe(true);
});
