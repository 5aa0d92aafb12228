import type { KubeObject } from '../api-server/kubeObject';
import { networksOf } from '../operators/kubevirt/vmTypes';
import type { VirtualMachine, Vmi } from '../operators/kubevirt/vmTypes';
import type { Condition, NodeNetworkState, Policy } from '../operators/nmstateTypes';
import { eventually, startTestCluster } from '../operators/operators.testkit';
import type { Nad } from '../operators/ovn/ovnTypes';
import { NETWORK_ID } from '../operators/ovn/ovnTypes';
import { NADS, POLICIES } from '../operators/resources';
import { generateCluster } from './generateCluster';
import { listScenarios, loadScenario } from './scenarios';

const names = listScenarios().map(({ name }) => name);

const ofKind = <T extends KubeObject>(objects: readonly KubeObject[], kind: string) =>
  objects.filter((object) => object.kind === kind) as T[];

const isTrue = (object: { status?: { conditions?: Condition[] } }, type: string) =>
  object.status?.conditions?.some((entry) => entry.type === type && entry.status === 'True');

test('an unknown name is answered with the known ones', async () => {
  await expect(loadScenario('dual-nick')).rejects.toThrow(
    /no scenario "dual-nick". Known scenarios: dual-nic, article-as-written, /,
  );
});

describe.each(names)('%s', (name) => {
  let objects: KubeObject[];
  beforeAll(async () => {
    objects = (await loadScenario(name)).objects;
  });

  test('is the same on every load', async () => {
    expect((await loadScenario(name)).objects).toEqual(objects);
  });

  test('every object is there once, with an identity of its own', () => {
    const keys = objects.map(({ apiVersion, kind, metadata }) =>
      [apiVersion, kind, metadata.namespace, metadata.name].join(' '),
    );
    expect(new Set(keys).size).toBe(objects.length);
    expect(new Set(objects.map(({ metadata }) => metadata.uid)).size).toBe(objects.length);
  });

  test('owners exist', () => {
    const uids = new Set(objects.map(({ metadata }) => metadata.uid));
    const orphans = objects.filter(({ metadata }) =>
      metadata.ownerReferences?.some(({ uid }) => !uids.has(uid)),
    );
    expect(orphans.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([]);
  });

  test('policies are Available and OVN has accepted its NADs', () => {
    const policies = ofKind<Policy>(objects, 'NodeNetworkConfigurationPolicy');
    const failed = policies.filter((policy) => !isTrue(policy, 'Available'));
    // One scenario is about a policy that NMState had to roll back.
    const expected = name === 'broken-node-nic' ? ['br-storage'] : [];
    expect(failed.map(({ metadata }) => metadata.name)).toEqual(expected);
    const nads = ofKind<Nad>(objects, 'NetworkAttachmentDefinition');
    const refused = nads.filter(
      ({ metadata, spec }) =>
        spec?.config?.includes('ovn-k8s-cni-overlay') && !metadata.annotations?.[NETWORK_ID],
    );
    expect(refused).toEqual([]);
  });

  test('VMs that are meant to run do, with every NIC attached', () => {
    const instances = new Map(
      ofKind<Vmi>(objects, 'VirtualMachineInstance').map((vmi) => [
        vmi.metadata.ownerReferences?.[0]?.uid,
        vmi,
      ]),
    );
    for (const vm of ofKind<VirtualMachine>(objects, 'VirtualMachine')) {
      const vmi = instances.get(vm.metadata.uid);
      expect(vm.status?.printableStatus).toBe(
        vm.spec?.runStrategy === 'Always' ? 'Running' : 'Stopped',
      );
      if (!vmi) continue;
      const attached = vmi.status?.interfaces?.map((entry) => entry.name);
      expect(attached).toEqual(networksOf(vmi.spec).map((network) => network.name));
    }
  });
});

/**
 * Large scenarios are left to the benches; the operators treat one node like another. To what is broken
 * the operators answer, with events and with patch ports that go.
 */
const small = names.filter(
  (name) => !['drift', 'generated', 'many-problems'].includes(name) && !name.startsWith('broken-'),
);

test.each(small)(
  '%s is what the operators would have made: they change nothing in it',
  async (name) => {
    const { objects, without } = await loadScenario(name);
    const cluster = await startTestCluster(objects, {}, without ?? []);
    try {
      const hasNmstate = !without?.includes('nmstate.io');
      const nad: Nad = {
        apiVersion: 'k8s.cni.cncf.io/v1',
        kind: 'NetworkAttachmentDefinition',
        metadata: { name: 'marker', namespace: 'default' },
        spec: {
          config:
            '{"cniVersion":"0.4.0","name":"marker","type":"ovn-k8s-cni-overlay","topology":"layer2","netAttachDefName":"default/marker"}',
        },
      };
      // When things made now have been dealt with, everything queued at the start has been too.
      await cluster.client.create(NADS, nad);
      await eventually('the marker NAD', async () => {
        const found = await cluster.client.get<Nad>(NADS, { namespace: 'default', name: 'marker' });
        return found.metadata.annotations?.[NETWORK_ID];
      });
      if (hasNmstate) {
        await cluster.client.create<Policy>(POLICIES, {
          apiVersion: 'nmstate.io/v1',
          kind: 'NodeNetworkConfigurationPolicy',
          metadata: { name: 'marker' },
          spec: { nodeSelector: { marker: 'none' }, desiredState: {} },
        });
        await eventually('the marker policy', async () =>
          isTrue(await cluster.client.get<Policy>(POLICIES, { name: 'marker' }), 'Ignored'),
        );
      }
      const changed = cluster.changes.filter((entry) => !entry.includes('marker'));
      expect(changed).toEqual([]);
      expect(cluster.reports).toEqual([]);
    } finally {
      await cluster.stop();
    }
  },
);

describe('the article', () => {
  const stateOf = (objects: readonly KubeObject[], node: string) =>
    ofKind<NodeNetworkState>(objects, 'NodeNetworkState').find(
      ({ metadata }) => metadata.name === node,
    )?.status?.currentState;

  test('dual-nic: masters have no mapping to br-vmdata, workers have a free NIC', async () => {
    const { objects } = await loadScenario('dual-nic');
    const master = stateOf(objects, 'hub-tq2sk-master-0');
    expect(master?.ovn?.['bridge-mappings']).toEqual([{ bridge: 'br-ex', localnet: 'physnet' }]);
    const free = stateOf(objects, 'hub-tq2sk-cnv-xcxw2')?.interfaces.find(
      ({ name }) => name === 'ens256',
    );
    expect(free).toMatchObject({ state: 'up', ipv4: { enabled: false } });
    expect(free).not.toHaveProperty('controller');
  });

  test('article-as-written: masters map to a bridge they lack, and STP is on', async () => {
    const { objects } = await loadScenario('article-as-written');
    const master = stateOf(objects, 'hub-tq2sk-master-0');
    expect(master?.ovn?.['bridge-mappings']).toContainEqual({
      bridge: 'br-vmdata',
      localnet: 'vlan-1924',
    });
    expect(master?.interfaces.some(({ name }) => name === 'br-vmdata')).toBe(false);
    const bridges = stateOf(objects, 'hub-tq2sk-cnv-xcxw2')?.interfaces.filter(
      ({ name }) => name === 'br-vmdata',
    );
    expect(bridges).toMatchObject([
      { type: 'ovs-bridge', bridge: { options: { stp: { enabled: true } } } },
    ]);
  });
});

test('drift: exactly three of 117 workers differ in shape', async () => {
  const { objects } = await loadScenario('drift');
  const shapes = new Map<string, number>();
  for (const { metadata, status } of ofKind<NodeNetworkState>(objects, 'NodeNetworkState')) {
    if (!metadata.name.startsWith('worker-')) continue;
    const interfaces = status?.currentState?.interfaces.map(
      ({ name, type, state, mtu, controller }) =>
        [name.replace(metadata.name, 'NODE'), type, state, mtu, controller].join(' '),
    );
    const shown = interfaces?.filter((entry) => !entry.includes(' veth '));
    const shape = JSON.stringify([shown, status?.currentState?.ovn]);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  expect([...shapes.values()].sort((a, b) => b - a)).toEqual([114, 1, 1, 1]);
});

describe('generateCluster', () => {
  const size = {
    seed: 3,
    nodes: 12,
    nicsPerNode: 6,
    vms: 100,
    networks: 10,
    cudns: 5,
    nads: 30,
    namespaces: 8,
  };

  test('gives what was asked for, and the same for the same seed', () => {
    const objects = generateCluster(size);
    const count = (kind: string) => ofKind(objects, kind).length;
    expect(count('Node')).toBe(12);
    expect(count('NodeNetworkState')).toBe(12);
    expect(count('VirtualMachine')).toBe(100);
    expect(count('ClusterUserDefinedNetwork')).toBe(5);
    expect(count('NetworkAttachmentDefinition')).toBe(30 + 5 * 2);
    expect(count('NodeNetworkConfigurationEnactment')).toBe(9 * 6);
    expect(generateCluster(size)).toEqual(objects);
    expect(generateCluster({ ...size, seed: 4 })).not.toEqual(objects);
  });

  test('MAC and guest addresses are unique', () => {
    const interfaces = ofKind<Vmi>(generateCluster(size), 'VirtualMachineInstance').flatMap(
      ({ status }) => status?.interfaces ?? [],
    );
    for (const field of ['mac', 'ipAddress'] as const) {
      const values = interfaces.map((entry) => entry[field]);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  test.each([
    { nodes: 1, nicsPerNode: 1, vms: 2, networks: 0, cudns: 0, nads: 0, namespaces: 1 },
    { nodes: 4, nicsPerNode: 2, vms: 3, networks: 5, cudns: 0, nads: 2, namespaces: 2 },
  ])('copes with small sizes: %j', (tiny) => {
    const objects = generateCluster({ seed: 1, ...tiny });
    expect(ofKind(objects, 'VirtualMachine')).toHaveLength(tiny.vms);
  });
});
