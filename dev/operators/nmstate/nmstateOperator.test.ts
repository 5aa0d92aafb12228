import type { KubeObject } from '../../api-server/kubeObject';
import { loadScenario } from '../../scenarios/scenarios';
import type {
  Condition,
  DesiredState,
  Enactment,
  NodeNetworkState,
  NodeObject,
  Policy,
} from '../nmstateTypes';
import { FAIL_APPLY } from '../nodeFacts';
import type { TestCluster } from '../operators.testkit';
import { eventually, startTestCluster } from '../operators.testkit';
import { ENACTMENTS, EVENTS, NODES, NODE_STATES, POLICIES } from '../resources';

const WORKERS = ['hub-tq2sk-cnv-99zmp', 'hub-tq2sk-cnv-jn4f8', 'hub-tq2sk-cnv-xcxw2'];
const FIRST = 'hub-tq2sk-cnv-99zmp';
const SELECTOR = { 'machine.openshift.io/cluster-api-machineset': 'hub-tq2sk-cnv' };

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

const policy = (
  name: string,
  desiredState: DesiredState,
  spec: Partial<NonNullable<Policy['spec']>> = {},
): Policy => ({
  apiVersion: 'nmstate.io/v1',
  kind: 'NodeNetworkConfigurationPolicy',
  metadata: { name },
  spec: { nodeSelector: SELECTOR, desiredState, ...spec },
});

const ovsBridge = (name: string, nic: string): DesiredState => ({
  interfaces: [
    {
      name,
      type: 'ovs-bridge',
      state: 'up',
      bridge: { 'allow-extra-patch-ports': true, port: [{ name: nic }, { name }] },
    },
    { name, type: 'ovs-interface', state: 'up' },
  ],
  ovn: { 'bridge-mappings': [{ localnet: `net-${name}`, bridge: name, state: 'present' }] },
});

const linuxBridge = (name: string, nic: string): DesiredState => ({
  interfaces: [{ name, type: 'linux-bridge', state: 'up', bridge: { port: [{ name: nic }] } }],
});

const condition = (object: { status?: { conditions?: Condition[] } }, type: string) =>
  object.status?.conditions?.find((entry) => entry.type === type);

const settled = (name: string, type: 'Available' | 'Degraded') =>
  eventually(`policy ${name} is ${type}`, async () => {
    const found = await cluster.client.get<Policy>(POLICIES, { name });
    return condition(found, type)?.status === 'True' && found;
  });

const stateOf = async (node: string) => {
  const found = await cluster.client.get<NodeNetworkState>(NODE_STATES, { name: node });
  const interfaces = found.status?.currentState?.interfaces ?? [];
  return {
    object: found,
    mappings: found.status?.currentState?.ovn?.['bridge-mappings'] ?? [],
    find: (name: string, type?: string) =>
      interfaces.find(
        (entry) => entry.name === name && (type === undefined || entry.type === type),
      ),
  };
};

const enactmentOf = (node: string, name: string) =>
  cluster.client.find<Enactment>(ENACTMENTS, { name: `${node}.${name}` });

test('A.2: every matching node gets an enactment with labels, Node owner, generation and Available', async () => {
  await cluster.client.create(POLICIES, policy('br-new', ovsBridge('br-new', 'ens256')));
  const done = await settled('br-new', 'Available');
  expect(condition(done, 'Available')).toMatchObject({
    reason: 'SuccessfullyConfigured',
    message: '3/3 nodes successfully configured',
  });
  for (const node of WORKERS) {
    const enactment = await enactmentOf(node, 'br-new');
    expect(enactment?.metadata.labels).toMatchObject({
      'nmstate.io/node': node,
      'nmstate.io/policy': 'br-new',
    });
    expect(enactment?.metadata.ownerReferences).toMatchObject([{ kind: 'Node', name: node }]);
    expect(enactment?.status?.policyGeneration).toBe(1);
    expect(enactment && condition(enactment, 'Available')).toMatchObject({
      status: 'True',
      reason: 'SuccessfullyConfigured',
      message: 'successfully reconciled',
    });
  }
  expect(await enactmentOf('hub-tq2sk-master-0', 'br-new')).toBeUndefined();
});

test('A.3.2: the node state shows bridge, internal interface, port and mapping after the apply', async () => {
  await cluster.client.create(POLICIES, policy('br-new', ovsBridge('br-new', 'ens256')));
  const state = await eventually('br-new on the node', async () => {
    const found = await stateOf(FIRST);
    return found.find('br-new', 'ovs-bridge') && found;
  });
  expect(state.find('br-new', 'ovs-interface')?.controller).toBe('br-new');
  expect(state.find('ens256')?.controller).toBe('br-new');
  expect(state.mappings).toContainEqual({ localnet: 'net-br-new', bridge: 'br-new' });
  expect(state.mappings).toContainEqual({ localnet: 'physnet', bridge: 'br-ex' });
});

test('A.1.1: nodes beyond maxUnavailable wait as Pending with MaxUnavailableLimitReached', async () => {
  const seen: string[] = [];
  cluster.server.store.subscribe('*', ({ stored }) => {
    const object = stored.object as Enactment;
    if (object.kind !== 'NodeNetworkConfigurationEnactment') return;
    const pending = condition(object, 'Pending');
    if (pending?.status === 'True') seen.push(`${object.metadata.name} ${pending.reason}`);
  });
  await cluster.client.create(
    POLICIES,
    policy('one', linuxBridge('br1', 'ens256'), { maxUnavailable: 1 }),
  );
  await settled('one', 'Available');
  expect(new Set(seen)).toEqual(
    new Set(WORKERS.slice(1).map((node) => `${node}.one MaxUnavailableLimitReached`)),
  );
});

test('A.2: five tries, then Failing with the nmstate error, and the node is rolled back', async () => {
  const before = (await stateOf(FIRST)).object.metadata.resourceVersion;
  await cluster.client.create(POLICIES, policy('typo', linuxBridge('br1', 'ens265')));
  const failed = await settled('typo', 'Degraded');
  expect(condition(failed, 'Degraded')?.reason).toBe('FailedToConfigure');
  expect(condition(failed, 'Available')?.status).toBe('False');
  const enactment = await enactmentOf(FIRST, 'typo');
  expect(enactment?.status?.retryCount).toEqual({ '1': 5 });
  expect(enactment && condition(enactment, 'Failing')?.message).toContain(
    'NmstateError: InvalidArgument: Controller interface br1 is holding unknown port ens265',
  );
  expect((await stateOf(FIRST)).object.metadata.resourceVersion).toBe(before);
  const { items } = await cluster.client.list<KubeObject>(EVENTS, 'default');
  expect(items.map((event) => event['message'])).toContain(
    `reconciliation of enactment "${FIRST}.typo" has failed after 5 retries`,
  );
});

test('A.2: the nodes that wait are aborted when failures reach maxUnavailable', async () => {
  const fail = {
    metadata: { annotations: { [FAIL_APPLY]: 'NmstateError: PluginFailure: disk full' } },
  };
  await cluster.client.patchMerge(NODES, { name: FIRST }, fail);
  await cluster.client.create(
    POLICIES,
    policy('stop', linuxBridge('br1', 'ens256'), { maxUnavailable: 1 }),
  );
  const failed = await settled('stop', 'Degraded');
  expect(condition(failed, 'Degraded')?.message).toBe(
    '1/3 nodes failed to configure, 2 nodes aborted configuration',
  );
  const aborted = await enactmentOf(WORKERS[2] ?? '', 'stop');
  expect(aborted && condition(aborted, 'Aborted')).toMatchObject({
    reason: 'ConfigurationAborted',
    message: `reconciliation of enactment "${WORKERS[2]}.stop" has aborted`,
  });
  const first = await enactmentOf(FIRST, 'stop');
  expect(first && condition(first, 'Failing')?.message).toContain(
    'NmstateError: PluginFailure: disk full',
  );
});

test('A.1.4: a changed spec is a new generation that applies again, also after used-up tries', async () => {
  await cluster.client.create(POLICIES, policy('mend', linuxBridge('br1', 'ens265')));
  await settled('mend', 'Degraded');
  await cluster.client.patchMerge(
    POLICIES,
    { name: 'mend' },
    { spec: { desiredState: linuxBridge('br1', 'ens256') } },
  );
  await settled('mend', 'Available');
  expect((await enactmentOf(FIRST, 'mend'))?.status?.policyGeneration).toBe(2);
});

test('A.2: used-up tries are not tried again, also after a label change (NNCP-005)', async () => {
  await cluster.client.create(POLICIES, policy('stuck', linuxBridge('br1', 'ens265')));
  await settled('stuck', 'Degraded');
  const before = await enactmentOf(FIRST, 'stuck');
  await cluster.client.patchMerge(NODES, { name: FIRST }, { metadata: { labels: { rack: 'r7' } } });
  // The other policy of the node is applied again, and with it everything that the label set off.
  await eventually('the healthy policy applied again', () =>
    cluster.changes.some((change) => change.endsWith(`Enactment ${FIRST}.br-vmdata-ovs`)),
  );
  await settled('br-vmdata-ovs', 'Available');
  expect((await enactmentOf(FIRST, 'stuck'))?.metadata.resourceVersion).toBe(
    before?.metadata.resourceVersion,
  );
});

test('A.1.3: a capture that cannot be read fails on every node, and without retries', async () => {
  const lost = policy('lost', {}, { capture: { up: 'interfaces.state==' } });
  await cluster.client.create(POLICIES, lost);
  await settled('lost', 'Degraded');
  const enactment = await enactmentOf(FIRST, 'lost');
  expect(enactment && condition(enactment, 'Failing')?.message).toContain(
    'failure generating desiredState and capturedStates',
  );
});

test('A.3.4: an apply that changes nothing leaves the node state and its time as they are', async () => {
  const { metadata, status } = (await stateOf(FIRST)).object;
  await cluster.client.create(POLICIES, policy('same', { interfaces: [{ name: 'ens256' }] }));
  await settled('same', 'Available');
  const after = (await stateOf(FIRST)).object;
  expect(after.metadata.resourceVersion).toBe(metadata.resourceVersion);
  expect(after.status?.lastSuccessfulUpdateTime).toBe(status?.lastSuccessfulUpdateTime);
});

test('B.4: of two policies that take one NIC the later one has it, and both say success', async () => {
  await cluster.client.create(POLICIES, policy('early', ovsBridge('br-early', 'ens256')));
  await settled('early', 'Available');
  await cluster.client.create(POLICIES, policy('late', linuxBridge('br-late', 'ens256')));
  await settled('late', 'Available');
  const state = await eventually('the NIC moved', async () => {
    const found = await stateOf(FIRST);
    return found.find('ens256')?.controller === 'br-late' && found;
  });
  const ports = state.find('br-early', 'ovs-bridge')?.bridge?.port ?? [];
  expect(ports.map(({ name }) => name)).toEqual(['br-early']);
  const early = await cluster.client.get<Policy>(POLICIES, { name: 'early' });
  expect(condition(early, 'Available')?.status).toBe('True');
});

test('A.1.4: a policy that is still in progress cannot be edited', async () => {
  await cluster.stop();
  cluster = await startTestCluster(objects, { nodeApply: 200 });
  await cluster.client.create(POLICIES, policy('busy', linuxBridge('br1', 'ens256')));
  await eventually('progressing', async () => {
    const found = await cluster.client.get<Policy>(POLICIES, { name: 'busy' });
    return condition(found, 'Progressing')?.status === 'True' && found;
  });
  const edit = cluster.client.patchMerge(
    POLICIES,
    { name: 'busy' },
    { spec: { maxUnavailable: 1 } },
  );
  await expect(edit).rejects.toThrow('still in progress');
});

test('A.1.2: a policy without nodes is Ignored with NoMatchingNode', async () => {
  const lost = policy('lost', linuxBridge('br1', 'ens256'), { nodeSelector: { rack: 'none' } });
  await cluster.client.create(POLICIES, lost);
  const found = await eventually('ignored', async () => {
    const object = await cluster.client.get<Policy>(POLICIES, { name: 'lost' });
    return condition(object, 'Ignored')?.status === 'True' && object;
  });
  expect(condition(found, 'Ignored')?.reason).toBe('NoMatchingNode');
});

test('A.1.2: nodes that are not Ready are ignored and named in the message', async () => {
  await cluster.client.updateStatus<NodeObject>(NODES, { name: FIRST }, (node) => ({
    ...node,
    status: {
      ...node.status,
      conditions: node.status?.conditions?.map((entry) =>
        entry.type === 'Ready' ? { ...entry, status: 'False' } : entry,
      ),
    },
  }));
  await cluster.client.create(POLICIES, policy('partial', linuxBridge('br1', 'ens256')));
  const done = await settled('partial', 'Available');
  expect(condition(done, 'Available')?.message).toBe(
    '2/2 nodes successfully configured, 1 nodes ignored due to NotReady state',
  );
  expect(await enactmentOf(FIRST, 'partial')).toBeUndefined();
});

test('B.7: deleting a policy deletes its enactments and leaves the node as it is', async () => {
  const before = await stateOf(FIRST);
  await cluster.client.remove(POLICIES, { name: 'br-vmdata-ovs' });
  await eventually(
    'no enactment',
    async () => (await enactmentOf(FIRST, 'br-vmdata-ovs')) === undefined,
  );
  const after = await stateOf(FIRST);
  expect(after.object.metadata.resourceVersion).toBe(before.object.metadata.resourceVersion);
  expect(after.find('br-vmdata', 'ovs-bridge')).toBeDefined();
});

test('B.7: state absent removes the bridge, frees its NIC down, and the mapping goes', async () => {
  await cluster.client.create(POLICIES, policy('br-new', ovsBridge('br-new', 'ens256')));
  await settled('br-new', 'Available');
  await eventually('applied', async () => (await stateOf(WORKERS[2] ?? '')).find('br-new'));
  const absent: DesiredState = {
    interfaces: [{ name: 'br-new', type: 'ovs-bridge', state: 'absent' }],
    ovn: { 'bridge-mappings': [{ localnet: 'net-br-new', state: 'absent' }] },
  };
  await cluster.client.patchMerge(POLICIES, { name: 'br-new' }, { spec: { desiredState: absent } });
  const state = await eventually('removed', async () => {
    const found = await stateOf(FIRST);
    return !found.find('br-new') && found;
  });
  expect(state.find('ens256')).toMatchObject({ state: 'down' });
  expect(state.mappings.map(({ localnet }) => localnet)).not.toContain('net-br-new');
});

test('A.2: a node that no longer matches loses its enactment', async () => {
  await cluster.client.patchMerge(
    NODES,
    { name: FIRST },
    {
      metadata: { labels: { 'machine.openshift.io/cluster-api-machineset': null } },
    },
  );
  await eventually(
    'enactment gone',
    async () => (await enactmentOf(FIRST, 'br-vmdata-ovs')) === undefined,
  );
  expect(await enactmentOf(WORKERS[1] ?? '', 'br-vmdata-ovs')).toBeDefined();
});

test('B.4: any label change of a node applies its policies again', async () => {
  const times: string[] = [];
  cluster.server.store.subscribe('*', ({ stored }) => {
    const object = stored.object as Enactment;
    if (object.metadata.name !== `${FIRST}.br-vmdata-ovs`) return;
    if (condition(object, 'Progressing')?.status === 'True') times.push('progressing');
    if (condition(object, 'Available')?.status === 'True') times.push('available');
  });
  await cluster.client.patchMerge(NODES, { name: FIRST }, { metadata: { labels: { rack: 'r7' } } });
  await eventually(
    'applied again',
    () => times.includes('progressing') && times.at(-1) === 'available',
  );
});

test('A.4.4: bridge-marker offers each Linux bridge as a resource of the node', async () => {
  await cluster.client.create(POLICIES, policy('br1', linuxBridge('br1', 'ens256')));
  const node = await eventually('marked', async () => {
    const found = await cluster.client.get<NodeObject>(NODES, { name: FIRST });
    return found.status?.allocatable?.['bridge.network.kubevirt.io/br1'] === '1k' && found;
  });
  expect(node.status?.capacity?.['bridge.network.kubevirt.io/br1']).toBe('1k');
  expect(node.status?.allocatable).not.toHaveProperty('bridge.network.kubevirt.io/br-vmdata');
});

test('A.3.5: LLDP neighbours appear once a policy turns LLDP on, by captures too', async () => {
  const capture = {
    ethernets: 'interfaces.type=="ethernet"',
    free: 'capture.ethernets | interfaces.name=="ens256"',
    lldp: 'capture.free | interfaces.lldp.enabled:=true',
  };
  await cluster.client.create(
    POLICIES,
    policy('lldp-all', { interfaces: '{{ capture.lldp.interfaces }}' }, { capture }),
  );
  await settled('lldp-all', 'Available');
  const nic = await eventually('neighbours', async () => {
    const found = (await stateOf(FIRST)).find('ens256');
    return found?.lldp?.neighbors?.length === 1 && found;
  });
  expect(JSON.stringify(nic.lldp)).toContain('sw-rack1.lab.example.com');
});
