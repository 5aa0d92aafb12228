import type { KubeObject } from '../../api-server/kubeObject';
import { loadScenario } from '../../scenarios/scenarios';
import type { Condition, NodeObject } from '../nmstateTypes';
import type { Nad } from '../ovn/ovnTypes';
import type { TestCluster } from '../operators.testkit';
import { eventually, startTestCluster } from '../operators.testkit';
import { EVENTS, INSTANCES, MACHINES, NADS, NODES, PODS, POLICIES } from '../resources';
import type { Pod, VirtualMachine, VmInterface, Vmi, VmiSpec, VmNetwork } from './vmTypes';
import { interfacesOf, networksOf } from './vmTypes';

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

const MACHINE_SET = { 'machine.openshift.io/cluster-api-machineset': 'hub-tq2sk-cnv' };

type Nic = [VmInterface, VmNetwork];
const podNic: Nic = [
  { name: 'default', masquerade: {} },
  { name: 'default', pod: {} },
];
const nic = (name: string, networkName: string): Nic => [
  { name, bridge: {} },
  { name, multus: { networkName } },
];

const vm = (name: string, nics: readonly Nic[], more: Partial<VmiSpec> = {}): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, namespace: 'ns1' },
  spec: {
    runStrategy: 'Always',
    template: {
      spec: {
        ...more,
        domain: { devices: { interfaces: nics.map(([iface]) => iface) } },
        networks: nics.map(([, network]) => network),
      },
    },
  },
});

const condition = (object: { status?: { conditions?: Condition[] } } | undefined, type: string) =>
  object?.status?.conditions?.find((entry) => entry.type === type);

const key = (name: string, namespace = 'ns1') => ({ namespace, name });
const instance = (name: string, namespace?: string) =>
  cluster.client.find<Vmi>(INSTANCES, key(name, namespace));
const machine = (name: string, namespace?: string) =>
  cluster.client.get<VirtualMachine>(MACHINES, key(name, namespace));

const running = (name: string, namespace?: string) =>
  eventually(`${name} running`, async () => {
    const [found, owner] = [await instance(name, namespace), await machine(name, namespace)];
    return (
      found?.status?.phase === 'Running' && owner.status?.printableStatus === 'Running' && found
    );
  });

const messages = async (reason: string) => {
  const { items } = await cluster.client.list<KubeObject>(EVENTS);
  return items
    .filter((event) => event['reason'] === reason)
    .map((event) => String(event['message']));
};

const nad = (name: string, config: object, annotations: Record<string, string> = {}): Nad => ({
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name, namespace: 'ns1', annotations },
  spec: { config: JSON.stringify({ cniVersion: '0.4.0', name, ...config }) },
});

const localnet = (name: string, physicalNetworkName: string) =>
  nad(name, {
    type: 'ovn-k8s-cni-overlay',
    topology: 'localnet',
    netAttachDefName: `ns1/${name}`,
    physicalNetworkName,
    mtu: 1500,
  });

test('a new VM gets MAC addresses of the pool and runs on an eligible node', async () => {
  await cluster.client.create(MACHINES, vm('web', [podNic, nic('net1', 'default/vlan-1924')]));
  const vmi = await running('web');
  expect(vmi.status?.nodeName).toMatch(/^hub-tq2sk-cnv-/);
  const macs = interfacesOf((await machine('web')).spec?.template?.spec).map(
    ({ macAddress }) => macAddress,
  );
  expect(macs).toEqual([expect.stringMatching(/^02:/), expect.stringMatching(/^02:/)]);
  expect(new Set(macs).size).toBe(2);
  expect(vmi.status?.interfaces).toMatchObject([
    {
      name: 'default',
      mac: macs[0],
      podInterfaceName: 'eth0',
      infoSource: 'domain, guest-agent',
      ipAddress: expect.stringMatching(/^10\.128\./) as string,
    },
    {
      name: 'net1',
      mac: macs[1],
      podInterfaceName: expect.stringMatching(/^pod[0-9a-f]{11}$/) as string,
      infoSource: 'domain, guest-agent, multus-status',
    },
  ]);
  for (const type of ['Ready', 'LiveMigratable', 'AgentConnected']) {
    expect(condition(vmi, type)?.status).toBe('True');
    expect(condition(await machine('web'), type)?.status).toBe('True');
  }
});

test('A.7.1: a template without networks gets the pod network with masquerade', async () => {
  await cluster.client.create(MACHINES, vm('bare', []));
  const vmi = await running('bare');
  expect(interfacesOf(vmi.spec)).toMatchObject([{ name: 'default', masquerade: {} }]);
  expect(networksOf(vmi.spec)).toEqual([{ name: 'default', pod: {} }]);
});

test('A.7.3: the launcher pod carries labels and the networks it asked for', async () => {
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'default/vlan-1924')]));
  const vmi = await running('web');
  const { items } = await cluster.client.list<Pod>(PODS, 'ns1');
  const pod = items.find(
    ({ metadata }) => metadata.labels?.['kubevirt.io/created-by'] === vmi.metadata.uid,
  );
  expect(pod?.metadata.labels?.['kubevirt.io']).toBe('virt-launcher');
  expect(pod?.status?.phase).toBe('Running');
  expect(
    JSON.parse(pod?.metadata.annotations?.['k8s.v1.cni.cncf.io/networks'] ?? ''),
  ).toMatchObject([{ name: 'vlan-1924', namespace: 'default' }]);
  expect(vmi.status?.activePods).toEqual({ [pod?.metadata.uid ?? '']: vmi.status?.nodeName });
});

test('B.2: a NAD that is missing stops the VM with FailedCreate until it is there; no fall-back to default', async () => {
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'vlan-1924')]));
  const message =
    'failed to render launch manifest: failed to locate network attachment definition ns1/vlan-1924';
  const stuck = await eventually('Synchronized False', async () => {
    const found = await instance('web');
    return condition(found, 'Synchronized')?.status === 'False' && found;
  });
  expect(condition(stuck, 'Synchronized')).toMatchObject({ reason: 'FailedCreate', message });
  await eventually('event', async () => (await messages('FailedCreate')).includes(message));
  const right = localnet('vlan-1924', '');
  const config = {
    ...(JSON.parse(right.spec?.config ?? '') as object),
    vlanID: 1924,
    physicalNetworkName: undefined,
  };
  await cluster.client.create(NADS, { ...right, spec: { config: JSON.stringify(config) } });
  const vmi = await running('web');
  expect(condition(vmi, 'Synchronized')).toBeUndefined();
});

test('B.1: a node without the mapping leaves the pod without sandbox until the mapping is there', async () => {
  await cluster.client.create(NADS, localnet('lost', 'nowhere'));
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'lost')]));
  const text =
    'failed bridge mapping validation: failed to find OVN bridge-mapping for network: "nowhere"';
  await eventually('sandbox event', async () =>
    (await messages('FailedCreatePodSandBox')).some((message) => message.includes(text)),
  );
  expect((await instance('web'))?.status?.phase).toBe('Scheduling');
  expect((await machine('web')).status?.printableStatus).toBe('Starting');
  const ovn = { 'bridge-mappings': [{ localnet: 'nowhere', bridge: 'br-vmdata' }] };
  await cluster.client.create(POLICIES, {
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    metadata: { name: 'map-nowhere' },
    spec: { nodeSelector: MACHINE_SET, desiredState: { ovn } },
  });
  await running('web');
});

test('B.2: a NAD of a foreign namespace violates the isolation', async () => {
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'ns2/vlan-1924')]));
  const text =
    'namespace isolation enabled, annotation violates permission, pod is in namespace ns1 but refers to target namespace ns2';
  await eventually('isolation event', async () =>
    (await messages('FailedCreatePodSandBox')).some((message) => message.includes(text)),
  );
});

test('B.5: a resource no node has makes the VM unschedulable until a bridge brings it', async () => {
  const resource = { 'k8s.v1.cni.cncf.io/resourceName': 'bridge.network.kubevirt.io/br1' };
  await cluster.client.create(NADS, nad('lan', { type: 'bridge', bridge: 'br1' }, resource));
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'lan')]));
  const stuck = await eventually('unschedulable', async () => {
    const found = await machine('web');
    return found.status?.printableStatus === 'ErrorUnschedulable' && found;
  });
  expect(condition(stuck, 'PodScheduled')?.message).toContain(
    'Insufficient bridge.network.kubevirt.io/br1',
  );
  const port = [{ name: 'ens256' }];
  await cluster.client.create(POLICIES, {
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    metadata: { name: 'br1' },
    spec: {
      nodeSelector: MACHINE_SET,
      desiredState: {
        interfaces: [{ name: 'br1', type: 'linux-bridge', state: 'up', bridge: { port } }],
      },
    },
  });
  await running('web');
});

test('B.5: node selector, cordon and readiness decide where a VM may run', async () => {
  const only = 'hub-tq2sk-cnv-xcxw2';
  await cluster.client.create(
    MACHINES,
    vm('pinned', [podNic], { nodeSelector: { 'kubernetes.io/hostname': only } }),
  );
  expect((await running('pinned')).status?.nodeName).toBe(only);
  await cluster.client.patchMerge(NODES, { name: only }, { spec: { unschedulable: true } });
  await cluster.client.create(
    MACHINES,
    vm('late', [podNic], { nodeSelector: { 'kubernetes.io/hostname': only } }),
  );
  await eventually(
    'unschedulable',
    async () => (await machine('late')).status?.printableStatus === 'ErrorUnschedulable',
  );
  await cluster.client.patchMerge(NODES, { name: only }, { spec: { unschedulable: null } });
  await running('late');
});

const plug = (name: string, namespace: string, ...nics: Nic[]) =>
  cluster.client.patchJson<VirtualMachine>(MACHINES, key(name, namespace), [
    ...nics.flatMap(([iface, network]) => [
      { op: 'add', path: '/spec/template/spec/domain/devices/interfaces/-', value: iface },
      { op: 'add', path: '/spec/template/spec/networks/-', value: network },
    ]),
  ]);

test('A.7.2: a NIC added to a running VM is attached by a migration to another node', async () => {
  const required: string[] = [];
  cluster.server.store.subscribe('*', ({ stored }) => {
    const object = stored.object as Vmi;
    const found = object.kind === 'VirtualMachineInstance' && object.metadata.name === 'nginx';
    const wish = found ? condition(object, 'MigrationRequired') : undefined;
    if (wish && required.at(-1) !== wish.status) required.push(wish.status);
  });
  const source = (await instance('nginx'))?.status?.nodeName;
  await plug('nginx', 'ns1', nic('net1', 'default/vlan-1924'));
  const vmi = await eventually('net1 attached', async () => {
    const found = await instance('nginx');
    return found?.status?.interfaces?.some(({ name }) => name === 'net1') && found;
  });
  expect(required).toEqual(['False', 'True']);
  expect(vmi.status?.interfaces?.find(({ name }) => name === 'net1')).toMatchObject({
    infoSource: 'domain, multus-status',
    mac: expect.stringMatching(/^02:/) as string,
  });
  expect(vmi.status?.nodeName).not.toBe(source);
  expect(vmi.status?.migrationState).toMatchObject({
    sourceNode: source,
    targetNode: vmi.status?.nodeName,
    completed: true,
  });
  const after = await running('nginx');
  expect(condition(after, 'MigrationRequired')).toBeUndefined();
  expect(condition(await machine('nginx'), 'RestartRequired')).toBeUndefined();
});

test('A.7.2: with one eligible node the migration goes to the same node', async () => {
  for (const name of ['hub-tq2sk-cnv-jn4f8', 'hub-tq2sk-cnv-xcxw2']) {
    await cluster.client.patchMerge(NODES, { name }, { spec: { unschedulable: true } });
  }
  await eventually(
    'cordoned',
    async () =>
      (await cluster.client.get<NodeObject>(NODES, { name: 'hub-tq2sk-cnv-xcxw2' })).spec
        ?.unschedulable,
  );
  await plug('nginx', 'ns1', nic('net1', 'default/vlan-1924'));
  const vmi = await eventually('net1 attached', async () => {
    const found = await instance('nginx');
    return found?.status?.interfaces?.some(({ name }) => name === 'net1') && found;
  });
  expect(vmi.status?.nodeName).toBe('hub-tq2sk-cnv-99zmp');
});

test('A.7.2: a hot-plug whose target lacks the mapping fails, and works once it is mapped', async () => {
  await cluster.client.create(NADS, localnet('lost', 'nowhere'));
  await plug('nginx', 'ns1', nic('net1', 'lost'));
  await eventually(
    'failed migration',
    async () => (await instance('nginx'))?.status?.migrationState?.failed,
  );
  const ovn = { 'bridge-mappings': [{ localnet: 'nowhere', bridge: 'br-vmdata' }] };
  await cluster.client.create(POLICIES, {
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    metadata: { name: 'map-nowhere' },
    spec: { nodeSelector: MACHINE_SET, desiredState: { ovn } },
  });
  await eventually('net1 attached', async () =>
    (await instance('nginx'))?.status?.interfaces?.some(({ name }) => name === 'net1'),
  );
});

test('A.7.2: state absent unplugs, and KubeVirt takes the entries out of VM and instance', async () => {
  const path = '/spec/template/spec/domain/devices/interfaces/1/state';
  await cluster.client.patchJson(MACHINES, key('dev', 'ns2'), [
    { op: 'add', path, value: 'absent' },
  ]);
  const found = await eventually('net1 gone from the VM', async () => {
    const object = await machine('dev', 'ns2');
    return interfacesOf(object.spec?.template?.spec).length === 1 && object;
  });
  expect(networksOf(found.spec?.template?.spec)).toEqual([{ name: 'default', pod: {} }]);
  const vmi = await eventually('net1 gone from the instance', async () => {
    const object = await instance('dev', 'ns2');
    return interfacesOf(object?.spec).length === 1 && object;
  });
  expect(vmi.status?.interfaces?.map(({ name }) => name)).toEqual(['default']);
  expect(condition(found, 'RestartRequired')).toBeUndefined();
});

test('D.0: on a stopped VM the absent entries are taken out at once', async () => {
  await plug('spare', 'ns1', nic('net1', 'default/vlan-1924'));
  const path = '/spec/template/spec/domain/devices/interfaces/1/state';
  await cluster.client.patchJson(MACHINES, key('spare'), [{ op: 'add', path, value: 'absent' }]);
  await eventually('net1 gone', async () => {
    const { spec } = await machine('spare');
    return (
      interfacesOf(spec?.template?.spec).length === 1 &&
      networksOf(spec?.template?.spec).length === 1
    );
  });
});

test('A.7.2: a change that is not live raises RestartRequired until the VM was restarted', async () => {
  const path = '/spec/template/spec/domain/devices/interfaces/0/model';
  await cluster.client.patchJson(MACHINES, key('nginx'), [
    { op: 'replace', path, value: 'e1000e' },
  ]);
  const found = await eventually('RestartRequired', async () => {
    const object = await machine('nginx');
    return condition(object, 'RestartRequired')?.status === 'True' && object;
  });
  expect(condition(found, 'RestartRequired')?.message).toBe(
    'a non-live-updatable field was changed in the template spec',
  );
  await cluster.client.remove(INSTANCES, key('nginx'));
  await eventually('restarted', async () => {
    const [object, vmi] = [await machine('nginx'), await instance('nginx')];
    return vmi?.status?.phase === 'Running' && condition(object, 'RestartRequired') === undefined;
  });
  expect(interfacesOf((await instance('nginx'))?.spec)[0]?.model).toBe('e1000e');
});

test('halting a VM deletes its instance; starting it makes a new one', async () => {
  await cluster.client.patchMerge(MACHINES, key('nginx'), { spec: { runStrategy: 'Halted' } });
  await eventually(
    'stopped',
    async () => (await machine('nginx')).status?.printableStatus === 'Stopped',
  );
  expect(await instance('nginx')).toBeUndefined();
  await cluster.client.patchMerge(MACHINES, key('nginx'), { spec: { runStrategy: 'Always' } });
  await running('nginx');
});
