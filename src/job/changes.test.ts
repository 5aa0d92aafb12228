/** @jest-environment node */
/** What takes away or moves, on a live cluster: done, seen to be done, taken back to what it was. */
import { recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { canaryChoices } from '../plan/canary/canaryChoices';
import { withCanary } from '../plan/canary/withCanary';
import { checkRemove } from '../plan/checkRemove';
import { stepId } from '../plan/model';
import type { ObjectRef, Plan } from '../plan/model';
import { planDetach } from '../plan/planDetach';
import { planMove } from '../plan/planMove';
import { planRemove } from '../plan/planRemove';
import { refsOfTarget } from '../plan/removalTarget';
import type { RemovalTarget } from '../plan/removalTarget';
import { dryRunPlan } from './dryRunPlan';
import { JobRunner } from './jobRunner';
import { stepState } from './jobState';
import { noPause, startLiveCluster } from './testing';
import type { LiveCluster } from './testing';
import { MemoryJournal } from './testing/memoryJournal';

jest.setTimeout(60_000);

let cluster: LiveCluster;
beforeEach(async () => {
  cluster = await startLiveCluster();
});
afterEach(() => cluster.stop());

const graph = () => cluster.source.current();

const read = async (refs: readonly ObjectRef[]): Promise<ReadonlyMap<string, KubeObject>> =>
  new Map(
    await Promise.all(refs.map(async (ref) => [stepId(ref), await cluster.api.get(ref)] as const)),
  );

const vmRef = (key: string): ObjectRef => {
  const [namespace = '', name = ''] = key.split('/');
  return { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace, name };
};

const readVms = async (...keys: readonly string[]) => {
  const entries = keys.map(async (key) => [key, await cluster.api.get(vmRef(key))] as const);
  return new Map(await Promise.all(entries));
};

const runnerOf = (plan: Plan): JobRunner =>
  new JobRunner(plan, {
    api: cluster.api,
    source: cluster.source,
    journal: new MemoryJournal(),
    now: () => 0,
    pause: noPause,
  });

/** A NIC on a NAD, of a VM that runs or does not. */
const someNic = (isRunning: boolean) => {
  const found = [...graph().vnics.values()].find(
    ({ nadKey, vmi, vm }) =>
      nadKey !== undefined && vm !== undefined && (vmi !== undefined) === isRunning,
  );
  if (found === undefined) throw new Error('the scenario has no such NIC');
  return { namespace: found.namespace, name: found.vmName, nic: found.name };
};

const doAndTakeBack = async (plan: Plan, check: () => void | Promise<void>): Promise<void> => {
  const before = await cluster.state();
  expect(plan.steps.length).toBeGreaterThan(0);
  expect((await dryRunPlan(plan, cluster.api)).filter(({ failure }) => failure)).toEqual([]);
  const job = runnerOf(plan);
  await job.run();
  expect(Object.values(job.current().steps).map(({ raw }) => raw)).toEqual(
    plan.steps.map(() => ''),
  );
  expect(job.current().phase).toBe('succeeded');
  await check();
  await job.undo();
  expect(job.current().phase).toBe('undone');
  expect(await cluster.state()).toEqual(before);
};

test('a NIC of a running VM is unplugged, and comes back with its address', async () => {
  const nic = someNic(true);
  const key = `${nic.namespace}/${nic.name}`;
  const plan = planDetach(graph(), { jobId: 'j', nics: [nic] }, await readVms(key));
  await doAndTakeBack(plan, () => {
    expect(graph().vnics.has(`${key}/${nic.nic}`)).toBe(false);
  });
});

test('a VM edited between review and apply is not overwritten by any change', async () => {
  const nic = someNic(true);
  const key = `${nic.namespace}/${nic.name}`;
  const vms = await readVms(key);
  const nad = graph().vnics.get(`${key}/${nic.nic}`)?.nadKey ?? '';
  const other = [...graph().snapshot.nads.items.keys()].find((found) => found !== nad) ?? '';
  const plans = [
    planDetach(graph(), { jobId: 'j', nics: [nic] }, vms),
    planMove(graph(), { jobId: 'k', nics: [nic], nadOf: () => other }, vms),
  ];
  const path = '/spec/template/spec/domain/devices/interfaces/0/model';
  await cluster.api.patch(vmRef(key), [{ op: 'add', path, value: 'e1000e' }], { dryRun: false });
  const edited = JSON.stringify((await cluster.api.get(vmRef(key))).spec);
  for (const plan of plans) {
    const job = runnerOf(plan);
    await job.run();
    expect(job.current().phase).toBe('failed');
    expect(stepState(job.current(), plan.steps[0]?.id ?? '').detail?.template).toContain(
      'changed by somebody else',
    );
    expect(JSON.stringify((await cluster.api.get(vmRef(key))).spec)).toBe(edited);
  }
});

/** Another network on the localnet of the first one, for the VMs of a project. */
const makeNetwork = async (namespace: string, like: string): Promise<string> => {
  const nad = graph().snapshot.nads.items.get(like);
  const config = { ...recordOf(JSON.parse(nad?.rawConfig ?? '{}')), name: 'vlan-1999' };
  const network = graph().networkOfNad(like);
  await cluster.api.create(
    {
      apiVersion: 'k8s.cni.cncf.io/v1',
      kind: 'NetworkAttachmentDefinition',
      metadata: { name: 'vlan-1999', namespace },
      spec: {
        config: JSON.stringify({
          ...config,
          physicalNetworkName: network?.physicalName,
          netAttachDefName: `${namespace}/vlan-1999`,
          vlanID: 1999,
        }),
      },
    },
    { dryRun: false },
  );
  const key = `${namespace}/vlan-1999`;
  await new Promise<void>((resolve) => {
    const stop = cluster.source.subscribe(() => {
      if (graph().snapshot.nads.items.get(key)?.ovnNetworkId === undefined) return;
      stop();
      resolve();
    });
  });
  return key;
};

test('a running VM moves to another network by live migration, and back', async () => {
  const nic = someNic(true);
  const key = `${nic.namespace}/${nic.name}`;
  const present = graph().vnics.get(`${key}/${nic.nic}`)?.nadKey ?? '';
  const nad = await makeNetwork(nic.namespace, present);
  const intent = { jobId: 'j', nics: [nic], nadOf: () => nad };
  const plan = planMove(graph(), intent, await readVms(key));
  await doAndTakeBack(plan, () => {
    const vnic = graph().vnics.get(`${key}/${nic.nic}`);
    expect(vnic?.instanceNadKey ?? vnic?.nadKey).toBe(nad);
    expect(graph().vms.get(key)?.vmi?.migration?.completed).toBe(true);
  });
});

const planRemoval = async (target: RemovalTarget): Promise<Plan> => {
  const objects = await read(refsOfTarget(graph(), target));
  return planRemove(graph(), { jobId: 'job-r', target }, objects);
};

const POLICY = { apiVersion: 'nmstate.io/v1', kind: 'NodeNetworkConfigurationPolicy' } as const;

const makePolicy = async (name: string, desiredState: KubeObject): Promise<void> => {
  const nodeSelector = { 'machine.openshift.io/cluster-api-machineset': 'hub-tq2sk-cnv' };
  const body = { ...POLICY, metadata: { name }, spec: { nodeSelector, desiredState } };
  await cluster.api.create(body, { dryRun: false });
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const policy = graph().snapshot.policies.items.get(name);
      const isApplied = policy?.conditions.some(
        ({ type, status }) => type === 'Available' && status === 'True',
      );
      const isSeen = graph()
        .nodesOfPolicy(name)
        .every((node) => node.bridges.has('br-gone'));
      if (isApplied !== true || !isSeen) return;
      stop();
      resolve();
    };
    const stop = cluster.source.subscribe(look);
    look();
  });
};

const BRIDGE: KubeObject = {
  name: 'br-gone',
  type: 'ovs-bridge',
  state: 'up',
  bridge: { 'allow-extra-patch-ports': true, port: [{ name: 'ens256' }, { name: 'br-gone' }] },
};

const bridges = () => [...graph().nodes.values()].filter((node) => node.bridges.has('br-gone'));

test('removing a bridge: one node, then the others; the freed NIC described, the policy deleted', async () => {
  await makePolicy('br-gone', {
    interfaces: [BRIDGE],
    ovn: { 'bridge-mappings': [{ localnet: 'gone', bridge: 'br-gone', state: 'present' }] },
  });
  expect(bridges()).toHaveLength(3);
  const target = { type: 'bridge', name: 'br-gone' } as const;
  expect(checkRemove(graph(), target).filter(({ level }) => level === 'block')).toEqual([]);
  const plain = await planRemoval(target);
  const [first = ''] = canaryChoices(graph(), plain);
  const plan = withCanary(graph(), plain, first);
  expect(plan.steps.map(({ id, nodes }) => [id, nodes.length])).toEqual([
    ['NodeNetworkConfigurationPolicy/br-gone#absent', 1],
    ['NodeNetworkConfigurationPolicy/br-gone#absent#rest', 2],
    ['NodeNetworkConfigurationPolicy/br-gone#delete', 0],
  ]);
  const before = await cluster.state();
  const selected = graph().nodesOfPolicy('br-gone');
  // Where the first one cannot, no other is asked.
  await cluster.handler(first, 'failing');
  const failed = runnerOf(plan);
  await failed.run();
  expect(failed.current().phase).toBe('failed');
  expect(stepState(failed.current(), plan.steps[1]?.id ?? '').status).toBe('planned');
  expect(graph().nodesOfPolicy('br-gone')).toHaveLength(1);
  expect(bridges().filter(({ name }) => name !== first)).toHaveLength(2);
  await cluster.handler(first, 'working');
  await failed.undo();
  expect(failed.current().phase).toBe('undone');
  expect(await cluster.state()).toEqual(before);
  // Once more: tried again after the failure, the first step leaves a policy that the next one knows.
  const second = withCanary(graph(), await planRemoval(target), first);
  await cluster.handler(first, 'failing');
  const job = runnerOf(second);
  await job.run();
  await cluster.handler(first, 'working');
  const seen: (readonly string[])[] = [];
  job.subscribe(() => {
    if (stepState(job.current(), second.steps[1]?.id ?? '').status !== 'planned') return;
    seen.push(bridges().map(({ name }) => name));
  });
  await job.run();
  expect(job.current().phase).toBe('succeeded');
  expect(seen.every((names) => names.filter((name) => name !== first).length === 2)).toBe(true);
  expect(seen.at(-1)).not.toContain(first);
  expect(bridges()).toEqual([]);
  expect(graph().snapshot.policies.items.has('br-gone')).toBe(false);
  for (const { name } of selected) {
    expect(graph().nodes.get(name)?.nics.get('ens256')?.state).toBe('up');
  }
  await job.undo();
  expect(job.current().phase).toBe('undone');
  expect(await cluster.state()).toEqual(before);
});

test('a policy that configures other things is edited and stays', async () => {
  const vlan = {
    name: 'ens256.7',
    type: 'vlan',
    state: 'up',
    vlan: { 'base-iface': 'ens256', id: 7 },
  };
  await makePolicy('mixed', {
    interfaces: [BRIDGE, vlan],
    ovn: { 'bridge-mappings': [{ localnet: 'gone', bridge: 'br-gone', state: 'present' }] },
  });
  const plan = await planRemoval({ type: 'bridge', name: 'br-gone' });
  await doAndTakeBack(plan, async () => {
    expect(bridges()).toEqual([]);
    const policy = await cluster.api.get({ ...POLICY, namespace: '', name: 'mixed' });
    expect(recordOf(policy.spec).desiredState).toEqual({ interfaces: [vlan] });
  });
});

test('what VMs use is not removed', () => {
  const nic = someNic(true);
  const nad = graph().vnics.get(`${nic.namespace}/${nic.name}/${nic.nic}`)?.nadKey ?? '';
  const network = graph().networkOfNad(nad)?.name ?? '';
  const blocks = checkRemove(graph(), { type: 'network', name: network });
  expect(blocks.filter(({ level }) => level === 'block').map(({ id }) => id)).toEqual(['PRE-003']);
  const brEx = checkRemove(graph(), { type: 'bridge', name: 'br-ex' });
  expect(brEx.some(({ id, level }) => id === 'PRE-004' && level === 'block')).toBe(true);
});
