/** How VMs come to run, and what stops them. */
import type { NodeNetworkState } from '../nmstateTypes';
import { eventually } from '../operators.testkit';
import { MACHINES, NADS, NODES, NODE_STATES, PODS, POLICIES } from '../resources';
import {
  MACHINE_SET,
  MachineCluster,
  OVN,
  condition,
  key,
  localnet,
  mappingPolicy,
  nad,
  nic,
  podNic,
  vm,
} from './machines.testkit';
import type { Pod } from './vmTypes';
import { interfacesOf, networksOf } from './vmTypes';

let cluster: MachineCluster;

beforeEach(async () => {
  cluster = await MachineCluster.start();
});
afterEach(async () => {
  expect(await cluster.stop()).toEqual([]);
});

test('A.7.1, A.7.3: a new VM gets MAC addresses of the pool and runs on an eligible node', async () => {
  await cluster.client.create(MACHINES, vm('web', [podNic, nic('net1', 'default/vlan-1924')]));
  const vmi = await cluster.running('web');
  expect(vmi.status?.nodeName).toMatch(/^hub-tq2sk-cnv-/);
  const macs = interfacesOf((await cluster.machine('web')).spec?.template?.spec).map(
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
    expect(condition(await cluster.machine('web'), type)?.status).toBe('True');
  }
});

test('A.7.1: a template without networks gets the pod network with masquerade', async () => {
  await cluster.client.create(MACHINES, vm('bare', []));
  const vmi = await cluster.running('bare');
  expect(interfacesOf(vmi.spec)).toMatchObject([{ name: 'default', masquerade: {} }]);
  expect(networksOf(vmi.spec)).toEqual([{ name: 'default', pod: {} }]);
});

test('A.7.3: the launcher pod carries labels and the networks it asked for', async () => {
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'default/vlan-1924')]));
  const vmi = await cluster.running('web');
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
    const found = await cluster.instance('web');
    return condition(found, 'Synchronized')?.status === 'False' && found;
  });
  expect(condition(stuck, 'Synchronized')).toMatchObject({ reason: 'FailedCreate', message });
  await eventually('event', async () => (await cluster.messages('FailedCreate')).includes(message));
  const right = localnet('vlan-1924', '');
  const config = {
    ...(JSON.parse(right.spec?.config ?? '') as object),
    vlanID: 1924,
    physicalNetworkName: undefined,
  };
  await cluster.client.create(NADS, { ...right, spec: { config: JSON.stringify(config) } });
  const vmi = await cluster.running('web');
  expect(condition(vmi, 'Synchronized')).toBeUndefined();
});

test('B.1: a node without the mapping leaves the pod without sandbox until the mapping is there', async () => {
  await cluster.client.create(NADS, localnet('lost', 'nowhere'));
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'lost')]));
  const text =
    'failed bridge mapping validation: failed to find OVN bridge-mapping for network: "nowhere"';
  await eventually('sandbox event', async () =>
    (await cluster.messages('FailedCreatePodSandBox')).some((message) => message.includes(text)),
  );
  expect((await cluster.instance('web'))?.status?.phase).toBe('Scheduling');
  expect((await cluster.machine('web')).status?.printableStatus).toBe('Starting');
  await cluster.client.create(POLICIES, mappingPolicy('nowhere'));
  await cluster.running('web');
});

test('B.2: a NAD of a foreign namespace violates the isolation', async () => {
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'ns2/vlan-1924')]));
  const text =
    'namespace isolation enabled, annotation violates permission, pod is in namespace ns1 but refers to target namespace ns2';
  await eventually('isolation event', async () =>
    (await cluster.messages('FailedCreatePodSandBox')).some((message) => message.includes(text)),
  );
});

test('A.4.4: without resourceName a VM lands where its bridge is missing and gets an empty one (NAD-016)', async () => {
  await cluster.client.create(NADS, nad('lan', { type: 'bridge', bridge: 'br-lost' }));
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'lan')]));
  const { status } = await cluster.running('web');
  const made = await eventually('the bridge of the CNI', async () => {
    const name = status?.nodeName ?? '';
    const found = await cluster.client.get<NodeNetworkState>(NODE_STATES, { name });
    return found.status?.currentState?.interfaces.find((entry) => entry.name === 'br-lost');
  });
  expect(made.type).toBe('linux-bridge');
  expect(made.bridge?.port).toEqual([
    expect.objectContaining({ name: expect.stringMatching(/^veth/) as string }),
  ]);
});

test('A.4.4: a bridge NAD that names an OVS bridge leaves the pod without sandbox (NAD-019)', async () => {
  await cluster.client.create(NADS, nad('lan', { type: 'bridge', bridge: 'br-ex' }));
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'lan')]));
  await eventually('sandbox event', async () =>
    (await cluster.messages('FailedCreatePodSandBox')).some((message) =>
      message.includes('"br-ex" already exists but is not a bridge'),
    ),
  );
});

test('B.3: the VM of a NAD that is not accepted waits for annotations, until it is (NAD-014)', async () => {
  const config = { ...OVN, netAttachDefName: 'ns2/copied', topology: 'layer2' };
  await cluster.client.create(NADS, nad('copied', config));
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'copied')]));
  await eventually('sandbox event', async () =>
    (await cluster.messages('FailedCreatePodSandBox')).some((message) =>
      message.includes('timed out waiting for annotations'),
    ),
  );
  const mended = nad('copied', { ...config, netAttachDefName: 'ns1/copied' });
  await cluster.client.patchMerge(NADS, key('copied'), { spec: mended.spec });
  await cluster.running('web');
});

test('B.5: a resource no node has makes the VM unschedulable until a bridge brings it', async () => {
  const resource = { 'k8s.v1.cni.cncf.io/resourceName': 'bridge.network.kubevirt.io/br1' };
  await cluster.client.create(NADS, nad('lan', { type: 'bridge', bridge: 'br1' }, resource));
  await cluster.client.create(MACHINES, vm('web', [nic('net1', 'lan')]));
  const stuck = await eventually('unschedulable', async () => {
    const found = await cluster.machine('web');
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
  await cluster.running('web');
});

test('B.5: node selector, cordon and readiness decide where a VM may run', async () => {
  const only = 'hub-tq2sk-cnv-xcxw2';
  await cluster.client.create(
    MACHINES,
    vm('pinned', [podNic], { nodeSelector: { 'kubernetes.io/hostname': only } }),
  );
  expect((await cluster.running('pinned')).status?.nodeName).toBe(only);
  await cluster.client.patchMerge(NODES, { name: only }, { spec: { unschedulable: true } });
  await cluster.client.create(
    MACHINES,
    vm('late', [podNic], { nodeSelector: { 'kubernetes.io/hostname': only } }),
  );
  await eventually(
    'unschedulable',
    async () => (await cluster.machine('late')).status?.printableStatus === 'ErrorUnschedulable',
  );
  await cluster.client.patchMerge(NODES, { name: only }, { spec: { unschedulable: null } });
  await cluster.running('late');
});
