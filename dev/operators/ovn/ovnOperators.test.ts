import type { KubeObject } from '../../api-server/kubeObject';
import { loadScenario } from '../../scenarios/scenarios';
import type { Vmi } from '../kubevirt/vmTypes';
import type { NodeNetworkState } from '../nmstateTypes';
import type { TestCluster } from '../operators.testkit';
import { eventually, startTestCluster } from '../operators.testkit';
import {
  CUDNS,
  EVENTS,
  INSTANCES,
  MACHINES,
  NADS,
  NAMESPACES,
  NODE_STATES,
  POLICIES,
  UDNS,
} from '../resources';
import type { Cudn, Nad, Udn } from './ovnTypes';
import { GENERATED_LABEL, NETWORK_ID, NETWORK_NAME, PROTECTION } from './ovnTypes';

let objects: KubeObject[];
let cluster: TestCluster;

beforeAll(async () => {
  objects = (await loadScenario('dual-nic')).objects;
});
beforeEach(async () => {
  cluster = await startTestCluster(objects);
});
afterEach(async () => {
  await cluster.stop();
  expect(cluster.reports).toEqual([]);
});

const nad = (namespace: string, name: string, config: object): Nad => ({
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name, namespace },
  spec: {
    config: JSON.stringify({
      cniVersion: '0.4.0',
      type: 'ovn-k8s-cni-overlay',
      topology: 'localnet',
      netAttachDefName: `${namespace}/${name}`,
      ...config,
    }),
  },
});

const accepted = (namespace: string, name: string) =>
  eventually(`${namespace}/${name} accepted`, async () => {
    const found = await cluster.client.find<Nad>(NADS, { namespace, name });
    return found?.metadata.annotations?.[NETWORK_ID] !== undefined && found;
  });

const eventsOf = async (namespace: string, name: string) => {
  const { items } = await cluster.client.list<KubeObject>(EVENTS, namespace);
  return items.filter((event) => (event['involvedObject'] as { name: string }).name === name);
};

const warning = (namespace: string, name: string) =>
  eventually(
    `a warning about ${namespace}/${name}`,
    async () => (await eventsOf(namespace, name))[0],
  );

test('A.4.1: an accepted NAD is annotated with network name and a new id', async () => {
  await cluster.client.create(NADS, nad('ns1', 'vlan-30', { name: 'net-30', vlanID: 30 }));
  const found = await accepted('ns1', 'vlan-30');
  expect(found.metadata.annotations).toMatchObject({ [NETWORK_NAME]: 'net-30', [NETWORK_ID]: '3' });
});

test('A.4.3: a NAD that does not validate gets the event InvalidConfig and no annotation', async () => {
  await cluster.client.create(
    NADS,
    nad('ns1', 'copied', { name: 'x', netAttachDefName: 'ns2/copied' }),
  );
  expect(await warning('ns1', 'copied')).toMatchObject({
    type: 'Warning',
    reason: 'InvalidConfig',
    message:
      'Failed to parse network config: net-attach-def name (ns1/copied) is inconsistent with config (ns2/copied)',
  });
  const found = await cluster.client.get<Nad>(NADS, { namespace: 'ns1', name: 'copied' });
  expect(found.metadata.annotations?.[NETWORK_ID]).toBeUndefined();
});

test('B.3: the second NAD of a network name with another config is not accepted, until it matches', async () => {
  await cluster.client.create(
    NADS,
    nad('ns1', 'other', { name: 'vlan-1924', vlanID: 7, mtu: 1500 }),
  );
  expect(await warning('ns1', 'other')).toMatchObject({
    message: 'NAD ns1/other CNI config does not match that of network vlan-1924',
  });
  const mended = nad('ns1', 'other', { name: 'vlan-1924', vlanID: 1924, mtu: 1500 });
  await cluster.client.patchMerge(NADS, { namespace: 'ns1', name: 'other' }, { spec: mended.spec });
  const found = await accepted('ns1', 'other');
  expect(found.metadata.annotations?.[NETWORK_ID]).toBe('1');
});

test('B.3: the only NAD of a network may change it and keeps its id', async () => {
  await cluster.client.create(NADS, nad('ns1', 'vlan-30', { name: 'net-30', vlanID: 30 }));
  const before = await accepted('ns1', 'vlan-30');
  const changed = nad('ns1', 'vlan-30', { name: 'net-30', vlanID: 31 });
  const key = { namespace: 'ns1', name: 'vlan-30' };
  await cluster.client.patchMerge(NADS, key, { spec: changed.spec });
  // What matches the network now is what it was changed to.
  await cluster.client.create(NADS, nad('ns2', 'vlan-31', { name: 'net-30', vlanID: 31 }));
  const second = await accepted('ns2', 'vlan-31');
  expect(second.metadata.annotations?.[NETWORK_ID]).toBe(before.metadata.annotations?.[NETWORK_ID]);
  expect(await eventsOf('ns1', 'vlan-30')).toEqual([]);
});

const cudn = (name: string, label: string): Cudn => ({
  apiVersion: 'k8s.ovn.org/v1',
  kind: 'ClusterUserDefinedNetwork',
  metadata: { name },
  spec: {
    namespaceSelector: { matchLabels: { [label]: 'true' } },
    network: {
      topology: 'Localnet',
      localnet: {
        role: 'Secondary',
        physicalNetworkName: 'vlan-1926',
        vlan: { mode: 'Access', access: { id: 100 } },
        ipam: { mode: 'Disabled' },
      },
    },
  },
});

const created = (name: string, text: string) =>
  eventually(`CUDN ${name} says ${text}`, async () => {
    const found = await cluster.client.find<Cudn>(CUDNS, { name });
    const condition = found?.status?.conditions?.find(({ type }) => type === 'NetworkCreated');
    return condition?.message?.includes(text) && { found, condition };
  });

const label = (namespace: string, key: string, value: string | null) =>
  cluster.client.patchMerge(
    NAMESPACES,
    { name: namespace },
    { metadata: { labels: { [key]: value } } },
  );

test('A.6: NetworkCreated is True with an empty list when no namespace is selected', async () => {
  await cluster.client.create(CUDNS, cudn('red', 'use-red'));
  const { condition } = await created('red', 'following namespaces: []');
  expect(condition).toMatchObject({ status: 'True', reason: 'NetworkAttachmentDefinitionCreated' });
});

test('A.6: a labelled namespace gets the NAD, an unlabelled one loses it', async () => {
  await cluster.client.create(CUDNS, cudn('red', 'use-red'));
  await created('red', '[]');
  await label('ns1', 'use-red', 'true');
  await created('red', '[ns1]');
  const made = await accepted('ns1', 'red');
  expect(made.metadata.labels).toEqual({ [GENERATED_LABEL]: '' });
  expect(made.metadata.finalizers).toEqual([PROTECTION]);
  expect(made.metadata.ownerReferences).toMatchObject([
    { kind: 'ClusterUserDefinedNetwork', name: 'red', controller: true },
  ]);
  expect(JSON.parse(made.spec?.config ?? '')).toEqual({
    cniVersion: '1.1.0',
    type: 'ovn-k8s-cni-overlay',
    name: 'cluster_udn_red',
    netAttachDefName: 'ns1/red',
    topology: 'localnet',
    role: 'secondary',
    mtu: 1500,
    physicalNetworkName: 'vlan-1926',
    vlanID: 100,
  });
  await label('ns1', 'use-red', null);
  await created('red', '[]');
  expect(await cluster.client.find(NADS, { namespace: 'ns1', name: 'red' })).toBeUndefined();
});

test('A.6: a foreign NAD of the same name stops the network', async () => {
  await cluster.client.create(NADS, nad('ns1', 'red', { name: 'mine' }));
  await label('ns1', 'use-red', 'true');
  await cluster.client.create(CUDNS, cudn('red', 'use-red'));
  const { condition } = await created('red', 'foreign');
  expect(condition).toMatchObject({
    status: 'False',
    reason: 'NetworkAttachmentDefinitionSyncError',
    message: 'foreign NetworkAttachmentDefinition with the desired name already exist [ns1/red]',
  });
});

test('A.6: a generated NAD that was changed by hand is written anew (NAD-026)', async () => {
  await label('ns1', 'use-red', 'true');
  await cluster.client.create(CUDNS, cudn('red', 'use-red'));
  const made = await accepted('ns1', 'red');
  const key = { namespace: 'ns1', name: 'red' };
  const config = made.spec?.config?.replace('"vlanID":100', '"vlanID":200');
  await cluster.client.patchMerge(NADS, key, { spec: { config } });
  await eventually('the config of the CUDN', async () => {
    const found = await cluster.client.get<Nad>(NADS, key);
    return found.spec?.config === made.spec?.config;
  });
});

test('A.6: a network in use is not deleted before the pods are gone', async () => {
  await label('ns2', 'use-red', 'true');
  await cluster.client.create(CUDNS, cudn('red', 'use-red'));
  await accepted('ns2', 'red');
  await cluster.client.update<KubeObject>(MACHINES, { namespace: 'ns2', name: 'dev' }, (vm) => {
    const text = JSON.stringify(vm).replace('"networkName":"vlan-1924"', '"networkName":"red"');
    return JSON.parse(text) as KubeObject;
  });
  await eventually('the VM on the network', async () => {
    const vmi = await cluster.client.get<Vmi>(INSTANCES, { namespace: 'ns2', name: 'dev' });
    const moved = vmi.status?.migrationState?.completed === true;
    return moved && JSON.stringify(vmi.spec).includes('"networkName":"red"');
  });
  // Neither a namespace that leaves the selector nor the network itself can go under its pods.
  await label('ns2', 'use-red', null);
  await created('red', 'network in use by the following pods: [ns2/virt-launcher-dev-');
  await cluster.client.remove(CUDNS, { name: 'red' });
  const { condition } = await created(
    'red',
    'network in use by the following pods: [ns2/virt-launcher-dev-',
  );
  expect(condition.status).toBe('False');
  await cluster.client.patchMerge(
    MACHINES,
    { namespace: 'ns2', name: 'dev' },
    { spec: { runStrategy: 'Halted' } },
  );
  await eventually(
    'the network gone',
    async () => (await cluster.client.find(CUDNS, { name: 'red' })) === undefined,
  );
  expect(await cluster.client.find(NADS, { namespace: 'ns2', name: 'red' })).toBeUndefined();
});

test('A.5: a UDN makes a NAD of its own name in its namespace', async () => {
  const udn: Udn = {
    apiVersion: 'k8s.ovn.org/v1',
    kind: 'UserDefinedNetwork',
    metadata: { name: 'l2', namespace: 'ns1' },
    spec: {
      topology: 'Layer2',
      layer2: { role: 'Secondary', subnets: ['10.200.0.0/24'], ipam: { lifecycle: 'Persistent' } },
    },
  };
  await cluster.client.create(UDNS, udn);
  const made = await accepted('ns1', 'l2');
  expect(JSON.parse(made.spec?.config ?? '')).toMatchObject({
    name: 'ns1_l2',
    topology: 'layer2',
    mtu: 1400,
    subnets: '10.200.0.0/24',
    allowPersistentIPs: true,
  });
});

test('A.5: a primary network needs a namespace that was born for it (CUDN-010)', async () => {
  const primary: Udn = {
    apiVersion: 'k8s.ovn.org/v1',
    kind: 'UserDefinedNetwork',
    metadata: { name: 'own', namespace: 'ns1' },
    spec: { topology: 'Layer2', layer2: { role: 'Primary', subnets: ['10.201.0.0/24'] } },
  };
  await cluster.client.create(UDNS, primary);
  const refused = await eventually('a condition', async () => {
    const found = await cluster.client.find<Udn>(UDNS, { namespace: 'ns1', name: 'own' });
    return found?.status?.conditions?.find(({ type }) => type === 'NetworkCreated');
  });
  expect(refused).toMatchObject({ status: 'False', reason: 'SyncError' });
  expect(refused.message).toContain('k8s.ovn.org/primary-user-defined-network');
  expect(await cluster.client.find(NADS, { namespace: 'ns1', name: 'own' })).toBeUndefined();
  const metadata = { name: 'born', labels: { 'k8s.ovn.org/primary-user-defined-network': '' } };
  await cluster.client.create(NAMESPACES, { apiVersion: 'v1', kind: 'Namespace', metadata });
  await cluster.client.create(UDNS, { ...primary, metadata: { name: 'own', namespace: 'born' } });
  const made = await accepted('born', 'own');
  expect(JSON.parse(made.spec?.config ?? '')).toMatchObject({ role: 'primary', name: 'born_own' });
});

const patchPort = 'patch-vlan.1926_ovn_localnet_port-to-br-int';
const patchOn = async (node: string) => {
  const found = await cluster.client.get<NodeNetworkState>(NODE_STATES, { name: node });
  const interfaces = found.status?.currentState?.interfaces ?? [];
  const ports = interfaces.find(({ name }) => name === 'br-vmdata')?.bridge?.port ?? [];
  return {
    port: interfaces.find(({ name }) => name === patchPort),
    peer: interfaces.find(({ name }) => name === 'patch-br-int-to-vlan.1926_ovn_localnet_port'),
    listed: ports.some(({ name }) => name === patchPort),
  };
};

test('A.3.2: patch ports stand where a VM of the network runs and go with the last one', async () => {
  const node = 'hub-tq2sk-cnv-99zmp';
  const before = await patchOn(node);
  expect(before.port).toMatchObject({
    controller: 'br-vmdata',
    patch: { peer: before.peer?.name },
  });
  expect(before.peer).toMatchObject({ controller: 'br-int', patch: { peer: patchPort } });
  expect(before.listed).toBe(true);
  expect((await patchOn('hub-tq2sk-cnv-xcxw2')).port).toBeUndefined();
  await cluster.client.patchMerge(
    MACHINES,
    { namespace: 'ns2', name: 'db' },
    { spec: { runStrategy: 'Halted' } },
  );
  const after = await eventually('no patch port', async () => {
    const found = await patchOn(node);
    return found.port === undefined && found;
  });
  expect(after).toEqual({ port: undefined, peer: undefined, listed: false });
});

test('B.7: taking the mapping away under a running VM takes its patch port away', async () => {
  await cluster.client.patchMerge(
    POLICIES,
    { name: 'ovs-bridge-mapping-1926' },
    {
      spec: {
        desiredState: { ovn: { 'bridge-mappings': [{ localnet: 'vlan-1926', state: 'absent' }] } },
      },
    },
  );
  await eventually(
    'cut off',
    async () => (await patchOn('hub-tq2sk-cnv-99zmp')).port === undefined,
  );
});
