import { nns, withObjects, withoutObject } from '../../dev/test/makeCluster';
import { workerState, WORKERS } from '../../dev/test/makeClusterHealthy';
import { bondEntry, vlanEntry } from '../../dev/test/makeClusterInterfaces';
import { cudn, cudnNad, ovnNad } from '../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../cluster/kubeObject';
import { completeSnapshot } from '../cluster/snapshotOf';
import { formatText, text } from '../cluster/text';
import { buildGraph } from '../network/buildGraph';
import { FLOWS } from './flows';
import { proposeFlows } from './proposeFlows';
import { clusterWithFreeNic, graphOf } from './testing';
import type { Wish } from './wish';

const wish = (change: Partial<Wish> = {}): Wish => ({
  jobId: 'j',
  reach: { type: 'vlan', vlan: 200 },
  addressing: { type: 'outside' },
  projects: ['ns1'],
  vms: [{ namespace: 'ns1', name: 'web' }],
  nodeSelector: { 'node-role.kubernetes.io/worker': '' },
  ...change,
});

const proposed = (change: Partial<Wish> = {}, objects = clusterWithFreeNic()) => {
  const [first] = proposeFlows(graphOf(objects), wish(change));
  if (first === undefined) throw new Error('nothing proposed');
  return first;
};

const onlyBrEx = (): readonly KubeObject[] =>
  withObjects(
    withoutObject(
      withoutObject(clusterWithFreeNic(), 'NetworkAttachmentDefinition'),
      'VirtualMachineInstance',
    ),
    ...WORKERS.map((name) => workerState(name, { nics: [], bridges: [], mappings: {} })),
  );

const onTaggedVlan = (): readonly KubeObject[] =>
  withObjects(
    clusterWithFreeNic(),
    ...WORKERS.map((name) =>
      nns(name, {
        ip: name === 'worker-0' ? '192.168.4.11' : '192.168.4.12',
        nics: ['eno1', 'eno2'],
        brExUplink: 'bond0.10',
        interfaces: [bondEntry('bond0', ['eno1', 'eno2']), vlanEntry('bond0.10', 'bond0', 10)],
      }),
    ),
  );

test('a network that is there is used before anything is written', () => {
  const first = proposed({ reach: { type: 'vlan', vlan: 100 } });
  expect(first.intent).toMatchObject({ flow: 'dedicatedNic', networkName: 'vlan-100' });
  expect(formatText(first.why)).toContain('exists already');
});

test('a CUDN that is there is used although its project is another one', () => {
  const objects = [
    ...clusterWithFreeNic(),
    cudn('lan', {
      network: { vlan: { mode: 'Access', access: { id: 200 } } },
      namespaces: ['ns2'],
    }),
    cudnNad('lan', 'ns2', { config: { vlanID: 200 } }),
  ];
  expect(proposed({}, objects).intent).toMatchObject({ flow: 'cudnLocalnet', networkName: 'lan' });
});

test.each<[string, Partial<Wish>, readonly KubeObject[], object]>([
  [
    'a bridge with a mapping',
    {},
    clusterWithFreeNic(),
    { flow: 'cudnLocalnet', uplink: { bridge: 'br-vmdata' } },
  ],
  ['one NIC only', {}, onlyBrEx(), { flow: 'cudnLocalnet', uplink: { bridge: 'br-ex' } }],
  [
    'one NIC only, untagged',
    { reach: { type: 'untagged' } },
    onlyBrEx(),
    { flow: 'cudnLocalnet', uplink: { bridge: 'br-ex' } },
  ],
  [
    'br-ex inside another VLAN',
    {},
    onTaggedVlan(),
    { flow: 'sharedTagged', uplink: { type: 'vlanBridge', bridge: 'br-200' } },
  ],
  [
    'br-ex inside the very VLAN',
    { reach: { type: 'vlan', vlan: 10 } },
    onTaggedVlan(),
    { flow: 'cudnLocalnet', uplink: { bridge: 'br-ex' } },
  ],
  [
    'a guest that tags',
    { reach: { type: 'trunk', ranges: [{ min: 1, max: 4094 }] } },
    clusterWithFreeNic(),
    { flow: 'linuxBridge', uplink: { type: 'newBridge', bridge: 'br1', nics: ['ens256'] } },
  ],
  [
    'an overlay',
    { reach: { type: 'overlay' } },
    onlyBrEx(),
    { flow: 'layer2', networkName: 'overlay' },
  ],
  [
    'a free NIC to start from, although a bridge is there',
    { preferred: { nic: 'ens256' } },
    clusterWithFreeNic(),
    { flow: 'cudnLocalnet', uplink: { type: 'newBridge', nics: ['ens256'] } },
  ],
  [
    'a NIC to start from, although the very network is there',
    { preferred: { nic: 'ens256' }, reach: { type: 'vlan', vlan: 100 } },
    clusterWithFreeNic(),
    { networkName: 'vlan-100-2', uplink: { type: 'newBridge', nics: ['ens256'] } },
  ],
  [
    'a NIC to start from that carries the node itself',
    { preferred: { nic: 'ens192' } },
    clusterWithFreeNic(),
    { flow: 'cudnLocalnet', uplink: { type: 'existingBridge', bridge: 'br-vmdata' } },
  ],
  [
    'a bridge to start from',
    { preferred: { bridge: 'br-ex' } },
    clusterWithFreeNic(),
    { flow: 'cudnLocalnet', uplink: { bridge: 'br-ex' } },
  ],
  [
    'a NIC to start from that comes after another free one, for a guest that tags',
    { preferred: { nic: 'ens256' }, reach: { type: 'trunk', ranges: [{ min: 1, max: 9 }] } },
    withObjects(
      clusterWithFreeNic(),
      ...WORKERS.map((name) => workerState(name, { nics: ['ens161', 'ens224', 'ens256'] })),
    ),
    { uplink: { nics: ['ens256'] } },
  ],
  [
    'a NIC to start from, for a guest that tags',
    { preferred: { nic: 'ens256' }, reach: { type: 'trunk', ranges: [{ min: 1, max: 9 }] } },
    clusterWithFreeNic(),
    { uplink: { nics: ['ens256'] } },
  ],
])('%s: the least change is proposed', (_case, change, objects, expected) => {
  const first = proposed(change, objects);
  expect(first.obstacle).toBeUndefined();
  expect(first.intent).toMatchObject(expected);
});

test('untagged on br-ex inside the wished VLAN writes no tag', () => {
  expect(
    proposed({ reach: { type: 'vlan', vlan: 10 } }, onTaggedVlan()).intent.vlan,
  ).toBeUndefined();
});

test('the uplink on whose ports the switch carries the VLAN is preferred to a smaller change', () => {
  const lldp = (node: string, nic: string, vlans: number[]) => ({
    name: nic,
    lldp: { port: `${node}-${nic}`, vlans },
  });
  const objects = withObjects(
    onlyBrEx(),
    ...WORKERS.map((name) =>
      workerState(name, {
        nics: [lldp(name, 'ens192', [7]), lldp(name, 'ens256', [200])],
        bridges: [],
        mappings: {},
      }),
    ),
  );
  expect(proposed({}, objects).intent.uplink).toMatchObject({
    type: 'newBridge',
    nics: ['ens256'],
  });
});

test('every flow that cannot be done says why, and none that can is missing', () => {
  const all = proposeFlows(graphOf(onlyBrEx()), wish());
  expect(all.map(({ flow }) => flow).sort()).toEqual(Object.keys(FLOWS).sort());
  const reasons = Object.fromEntries(
    all.map(({ flow, obstacle }) => [flow, obstacle === undefined ? '' : formatText(obstacle)]),
  );
  expect(reasons).toEqual({
    cudnLocalnet: '',
    sharedNative: '',
    dedicatedNic: expect.stringContaining('no OVS bridge') as string,
    linuxBridge: expect.stringContaining('no Linux bridge') as string,
    sharedUntagged: expect.stringContaining('not VLAN 200') as string,
    sharedTagged: expect.stringContaining('not on a VLAN interface') as string,
    layer2: expect.stringContaining('no VLAN') as string,
  });
});

test('what the cluster does not serve and what the user may not write is not proposed first', () => {
  const snapshot = completeSnapshot(clusterWithFreeNic());
  const old = buildGraph({ ...snapshot, cudns: { state: 'absent', items: new Map() } });
  expect(proposeFlows(old, wish())[0]?.flow).toBe('dedicatedNic');
  const refuse = proposeFlows(graphOf(clusterWithFreeNic()), wish(), ({ ref }) =>
    ref.kind === 'ClusterUserDefinedNetwork' ? text('no') : undefined,
  );
  expect(refuse[0]?.flow).toBe('dedicatedNic');
  expect(refuse.find(({ flow }) => flow === 'cudnLocalnet')?.obstacle).toEqual(text('no'));
});

test('an overlay that is there is used only where it is named', () => {
  const objects = [
    ...clusterWithFreeNic(),
    ovnNad('ns1/heartbeat', { config: { name: 'heartbeat', topology: 'layer2' } }),
  ];
  const overlay = { reach: { type: 'overlay' } } as const;
  expect(proposed(overlay, objects).intent.networkName).toBe('overlay');
  const named = proposed({ ...overlay, networkName: 'heartbeat' }, objects);
  expect(formatText(named.why)).toContain('exists already');
});
