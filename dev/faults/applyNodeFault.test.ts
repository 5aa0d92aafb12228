/** What a fault on a node leaves to be seen in the cluster. */
import { loadScenario } from '../scenarios/scenarios';
import type { Enactment, NodeNetworkState, NodeObject } from '../operators/nmstateTypes';
import type { Vmi } from '../operators/kubevirt/vmTypes';
import type { TestCluster } from '../operators/operators.testkit';
import { eventually, startTestCluster } from '../operators/operators.testkit';
import { ENACTMENTS, INSTANCES, NODES, NODE_STATES, POLICIES } from '../operators/resources';
import { applyNodeFault } from './applyNodeFault';
import { parseNodeFault } from './nodeFault';

jest.setTimeout(30_000);

let cluster: TestCluster;

beforeEach(async () => {
  const { objects } = await loadScenario('dual-nic');
  cluster = await startTestCluster(objects);
});
afterEach(() => cluster.stop());

const hurt = async (fault: object): Promise<string> => {
  const { signal } = new AbortController();
  return (await applyNodeFault(cluster.client, parseNodeFault(fault), signal)).node;
};
const nicOf = async (node: string, nic: string) => {
  const state = await cluster.client.get<NodeNetworkState>(NODE_STATES, { name: node });
  return state.status?.currentState?.interfaces.find(({ name }) => name === nic);
};

test('the seed chooses the worker', async () => {
  const chosen = await hurt({ fault: 'lldp-off', seed: 3 });
  expect(await hurt({ fault: 'lldp-off', seed: 3 })).toBe(chosen);
  const node = await cluster.client.get<NodeObject>(NODES, { name: chosen });
  expect(node.metadata.labels).toHaveProperty(['node-role.kubernetes.io/worker']);
});

test('a pulled cable leaves the NIC up without speed and neighbours (A.3.3)', async () => {
  const node = await hurt({ fault: 'pull-nic', nic: 'ens224' });
  const nic = await nicOf(node, 'ens224');
  expect(nic).toMatchObject({ state: 'up', lldp: { neighbors: [] } });
  expect(nic?.ethernet).not.toHaveProperty('speed');
  expect((await nicOf(node, 'ens192'))?.ethernet).toHaveProperty('speed');
});

test('LLDP goes away on all NICs of the node (A.3.5)', async () => {
  const node = await hurt({ fault: 'lldp-off' });
  expect(await nicOf(node, 'ens192')).toMatchObject({ lldp: { enabled: false } });
});

test('a policy fails on the node and on no other until it is mended', async () => {
  const node = await hurt({ fault: 'fail-apply', message: 'broken on purpose' });
  const policy = {
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    metadata: { name: 'probe' },
    spec: {
      nodeSelector: { 'kubernetes.io/hostname': node },
      desiredState: { interfaces: [{ name: 'ens224', description: 'probed' }] },
    },
  };
  const condition = (type: string, message: string) =>
    eventually(`${type}: ${message}`, async () => {
      const name = `${node}.${policy.metadata.name}`;
      const enactment = await cluster.client.find<Enactment>(ENACTMENTS, { name });
      return enactment?.status?.conditions?.some(
        (found) =>
          found.type === type && found.status === 'True' && found.message?.includes(message),
      );
    });
  await cluster.client.create(POLICIES, policy);
  await condition('Failing', 'broken on purpose');
  await hurt({ fault: 'mend-apply', node });
  await cluster.client.remove(POLICIES, { name: 'probe' });
  await cluster.client.create(POLICIES, policy);
  await condition('Available', 'successfully');
});

test('a restart takes the node and its VMs down, and both come back', async () => {
  const { items } = await cluster.client.list<Vmi>(INSTANCES);
  const victim = items.find(({ status }) => status?.nodeName !== undefined);
  const node = victim?.status?.nodeName ?? '';
  await hurt({ fault: 'restart', node, downMs: 20 });
  const ready = async () => {
    const found = await cluster.client.get<NodeObject>(NODES, { name: node });
    return found.status?.conditions?.find(({ type }) => type === 'Ready')?.status;
  };
  await eventually('the node to be back', async () => (await ready()) === 'True');
  await eventually('another instance of the VM', async () => {
    const { namespace = '', name = '' } = victim?.metadata ?? {};
    const vmi = await cluster.client.find<Vmi>(INSTANCES, { namespace, name });
    return vmi?.status?.phase === 'Running' && vmi.metadata.uid !== victim?.metadata.uid;
  });
});

test.each([
  [{ fault: 'explode' }, '"fault" must be one of'],
  [{ fault: 'pull-nic' }, 'needs the name of a "nic"'],
  [{ fault: 'restart', node: 7 }, '"node" must be a string'],
  [{ fault: 'restart', downMs: 'long' }, 'must be numbers'],
  [{ fault: 'pull-nic', nic: 'eth9' }, 'has no NIC "eth9"; it has: '],
  [{ fault: 'restart', node: 'nowhere' }, 'there is no node "nowhere"'],
])('refuses %j', async (fault, why) => {
  const attempt = (async () => hurt(fault))();
  await expect(attempt).rejects.toThrow(why);
});
