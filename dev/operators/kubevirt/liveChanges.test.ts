/** What becomes of changes to a VM that runs. */
import type { NodeObject } from '../nmstateTypes';
import { eventually } from '../operators.testkit';
import { INSTANCES, MACHINES, NADS, NODES, POLICIES } from '../resources';
import { MachineCluster, condition, key, localnet, mappingPolicy, nic } from './machines.testkit';
import type { Nic } from './machines.testkit';
import type { VirtualMachine, Vmi } from './vmTypes';
import { interfacesOf, networksOf } from './vmTypes';

let cluster: MachineCluster;

beforeEach(async () => {
  cluster = await MachineCluster.start();
});
afterEach(async () => {
  expect(await cluster.stop()).toEqual([]);
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
  const source = (await cluster.instance('nginx'))?.status?.nodeName;
  await plug('nginx', 'ns1', nic('net1', 'default/vlan-1924'));
  const vmi = await eventually('net1 attached', async () => {
    const found = await cluster.instance('nginx');
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
  const after = await cluster.running('nginx');
  expect(condition(after, 'MigrationRequired')).toBeUndefined();
  expect(condition(await cluster.machine('nginx'), 'RestartRequired')).toBeUndefined();
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
    const found = await cluster.instance('nginx');
    return found?.status?.interfaces?.some(({ name }) => name === 'net1') && found;
  });
  expect(vmi.status?.nodeName).toBe('hub-tq2sk-cnv-99zmp');
});

test('A.7.2: a hot-plug whose target lacks the mapping fails, and works once it is mapped', async () => {
  await cluster.client.create(NADS, localnet('lost', 'nowhere'));
  await plug('nginx', 'ns1', nic('net1', 'lost'));
  await eventually(
    'failed migration',
    async () => (await cluster.instance('nginx'))?.status?.migrationState?.failed,
  );
  await cluster.client.create(POLICIES, mappingPolicy('nowhere'));
  await eventually('net1 attached', async () =>
    (await cluster.instance('nginx'))?.status?.interfaces?.some(({ name }) => name === 'net1'),
  );
});

test('A.7.2: state absent unplugs, and KubeVirt takes the entries out of VM and instance', async () => {
  const path = '/spec/template/spec/domain/devices/interfaces/1/state';
  await cluster.client.patchJson(MACHINES, key('dev', 'ns2'), [
    { op: 'add', path, value: 'absent' },
  ]);
  const found = await eventually('net1 gone from the VM', async () => {
    const object = await cluster.machine('dev', 'ns2');
    return interfacesOf(object.spec?.template?.spec).length === 1 && object;
  });
  expect(networksOf(found.spec?.template?.spec)).toEqual([{ name: 'default', pod: {} }]);
  const vmi = await eventually('net1 gone from the instance', async () => {
    const object = await cluster.instance('dev', 'ns2');
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
    const { spec } = await cluster.machine('spare');
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
    const object = await cluster.machine('nginx');
    return condition(object, 'RestartRequired')?.status === 'True' && object;
  });
  expect(condition(found, 'RestartRequired')?.message).toBe(
    'a non-live-updatable field was changed in the template spec',
  );
  await cluster.client.remove(INSTANCES, key('nginx'));
  await eventually('restarted', async () => {
    const [object, vmi] = [await cluster.machine('nginx'), await cluster.instance('nginx')];
    return vmi?.status?.phase === 'Running' && condition(object, 'RestartRequired') === undefined;
  });
  expect(interfacesOf((await cluster.instance('nginx'))?.spec)[0]?.model).toBe('e1000e');
});

test('A.7.1: halting a VM deletes its instance; starting it makes a new one', async () => {
  await cluster.client.patchMerge(MACHINES, key('nginx'), { spec: { runStrategy: 'Halted' } });
  await eventually(
    'stopped',
    async () => (await cluster.machine('nginx')).status?.printableStatus === 'Stopped',
  );
  expect(await cluster.instance('nginx')).toBeUndefined();
  await cluster.client.patchMerge(MACHINES, key('nginx'), { spec: { runStrategy: 'Always' } });
  await cluster.running('nginx');
});
