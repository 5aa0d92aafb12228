/** @jest-environment node */
/**
 * Removing each kind of network object on a live cluster: what is in use is blocked and its users named,
 * what is not in use is really gone, from the nodes, too, and comes back when it is taken back.
 */
import type { KubeObject } from '../cluster/kubeObject';
import { checkRemove } from '../plan/checkRemove';
import { stepId } from '../plan/model';
import type { Plan } from '../plan/model';
import { planRemove } from '../plan/planRemove';
import { refsOfTarget, usersOfTarget } from '../plan/removalTarget';
import type { RemovalTarget } from '../plan/removalTarget';
import { dryRunPlan } from './dryRunPlan';
import { JobRunner } from './jobRunner';
import { noPause, startLiveCluster } from './testing';
import type { LiveCluster } from './testing';
import { MemoryJournal } from './testing/memoryJournal';

jest.setTimeout(60_000);

let cluster: LiveCluster;
afterEach(() => cluster.stop());

const graph = () => cluster.source.current();

/** Resolves when the graph shows it. */
const shown = (isShown: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!isShown()) return;
      stop();
      resolve();
    };
    const stop = cluster.source.subscribe(look);
    look();
  });

const create = (body: KubeObject): Promise<KubeObject> =>
  cluster.api.create(body, { dryRun: false });

const planRemoval = async (target: RemovalTarget): Promise<Plan> => {
  const objects = new Map<string, KubeObject>();
  for (const ref of refsOfTarget(graph(), target)) {
    objects.set(stepId(ref), await cluster.api.get(ref));
  }
  return planRemove(graph(), { jobId: 'remove-1', target }, objects);
};

const blocks = (target: RemovalTarget): readonly string[] =>
  checkRemove(graph(), target)
    .filter(({ level }) => level === 'block')
    .map(({ id }) => id);

const removeAndTakeBack = async (target: RemovalTarget, check: () => void): Promise<void> => {
  expect(blocks(target)).toEqual([]);
  expect(usersOfTarget(graph(), target)).toEqual([]);
  const before = await cluster.state();
  const plan = await planRemoval(target);
  expect(plan.steps.length).toBeGreaterThan(0);
  // A VM that comes to it after the review is not left without it.
  const isNetwork = target.type === 'network' || target.type === 'nad';
  expect(plan.steps.every(({ gate }) => (gate?.type === 'networkUnused') === isNetwork)).toBe(true);
  expect((await dryRunPlan(plan, cluster.api)).filter(({ failure }) => failure)).toEqual([]);
  const job = new JobRunner(plan, {
    api: cluster.api,
    source: cluster.source,
    journal: new MemoryJournal(),
    now: () => 0,
    pause: noPause,
  });
  await job.run();
  expect(job.current().phase).toBe('succeeded');
  check();
  await job.undo();
  expect(job.current().phase).toBe('undone');
  expect(await cluster.state()).toEqual(before);
};

/** A copy of an object under another name, as a person would make it. */
const copyOf = async (
  ref: Parameters<LiveCluster['api']['get']>[0],
  change: (spec: Record<string, unknown>) => unknown,
): Promise<void> => {
  const { apiVersion, kind, spec } = await cluster.api.get(ref);
  const metadata = {
    name: 'unused',
    ...(ref.namespace === '' ? {} : { namespace: ref.namespace }),
  };
  await create({
    apiVersion,
    kind,
    metadata,
    spec: change(spec as Record<string, unknown>),
  });
};

const OVN = 'k8s.ovn.org/v1';

test('a ClusterUserDefinedNetwork: in use it is blocked, unused it goes with its NADs', async () => {
  cluster = await startLiveCluster('cudn-localnet');
  const used = { type: 'network', name: 'cluster_udn_vlan-100' } as const;
  expect(blocks(used)).toEqual(['PRE-003']);
  expect(usersOfTarget(graph(), used).map(({ key }) => key)).toEqual([
    'blue/app/net1',
    'red/web/net1',
  ]);
  const ref = {
    apiVersion: OVN,
    kind: 'ClusterUserDefinedNetwork',
    namespace: '',
    name: 'vlan-100',
  };
  await copyOf(ref, (spec) => spec);
  await shown(() => graph().snapshot.nads.items.has('red/unused'));
  await removeAndTakeBack({ type: 'network', name: 'cluster_udn_unused' }, () => {
    expect(graph().snapshot.cudns.items.has('unused')).toBe(false);
    expect(graph().snapshot.nads.items.has('red/unused')).toBe(false);
    expect(graph().snapshot.nads.items.has('blue/unused')).toBe(false);
  });
});

test('a UserDefinedNetwork: in use it is blocked, unused it goes with its NAD', async () => {
  cluster = await startLiveCluster('layer2');
  const [inUse] = [...graph().networks.values()].filter(({ udn }) => udn !== undefined);
  const udn = inUse?.udn;
  if (inUse === undefined || udn === undefined) throw new Error('the scenario has no UDN');
  expect(blocks({ type: 'network', name: inUse.name })).toEqual(['PRE-003']);
  const { namespace, name } = udn.meta;
  await copyOf({ apiVersion: OVN, kind: 'UserDefinedNetwork', namespace, name }, (spec) => spec);
  await shown(() => graph().snapshot.nads.items.has(`${namespace}/unused`));
  await removeAndTakeBack({ type: 'network', name: `${namespace}_unused` }, () => {
    expect(graph().snapshot.udns.items.has(`${namespace}/unused`)).toBe(false);
    expect(graph().snapshot.nads.items.has(`${namespace}/unused`)).toBe(false);
  });
});

test('a NAD: in use or generated it is blocked, unused it goes', async () => {
  cluster = await startLiveCluster('cudn-localnet');
  expect(blocks({ type: 'nad', key: 'red/vlan-100' })).toEqual(['PRE-003', 'PRE-003']);
  const config = {
    cniVersion: '0.4.0',
    name: 'unused',
    type: 'ovn-k8s-cni-overlay',
    topology: 'localnet',
    physicalNetworkName: 'vmdata',
    netAttachDefName: 'green/unused',
    vlanID: 400,
  };
  await create({
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: { name: 'unused', namespace: 'green' },
    spec: { config: JSON.stringify(config) },
  });
  await shown(() => graph().snapshot.nads.items.get('green/unused')?.ovnNetworkId !== undefined);
  await removeAndTakeBack({ type: 'nad', key: 'green/unused' }, () => {
    expect(graph().snapshot.nads.items.has('green/unused')).toBe(false);
  });
});

test('a mapping: in use it is blocked, unused every node lets go of it and of nothing else', async () => {
  cluster = await startLiveCluster('cudn-localnet');
  expect(blocks({ type: 'localnet', name: 'vmdata' })).toEqual(['PRE-003']);
  const mapping = { localnet: 'unused', bridge: 'br-vmdata', state: 'present' };
  await create({
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    metadata: { name: 'unused' },
    spec: {
      nodeSelector: { 'node-role.kubernetes.io/worker': '' },
      desiredState: { ovn: { 'bridge-mappings': [mapping] } },
    },
  });
  const mapped = (localnet: string) =>
    [...graph().nodes.values()].filter(({ mappings }) => mappings?.has(localnet) === true);
  const others = mapped('vmdata').length;
  await shown(
    () =>
      mapped('unused').length === others &&
      graph()
        .snapshot.policies.items.get('unused')
        ?.conditions.some(({ type, status }) => type === 'Available' && status === 'True') === true,
  );
  expect(others).toBeGreaterThan(1);
  await removeAndTakeBack({ type: 'localnet', name: 'unused' }, () => {
    expect(mapped('unused')).toEqual([]);
    expect(mapped('vmdata')).toHaveLength(others);
    expect(graph().snapshot.policies.items.has('unused')).toBe(false);
  });
});

test('a NAD of a bridge: taken with its bridge, the NADs that stay behind are told of', async () => {
  cluster = await startLiveCluster('linux-bridge');
  const nad = [...graph().snapshot.nads.items.values()].find(
    ({ config }) => 'plugin' in config && config.plugin.family === 'bridge',
  );
  if (nad === undefined || !('plugin' in nad.config) || nad.config.plugin.family !== 'bridge') {
    throw new Error('the scenario has no bridge');
  }
  const target = { type: 'bridge', name: nad.config.plugin.bridge } as const;
  expect(blocks(target)).toEqual(['PRE-003']);
  const warnings = checkRemove(graph(), target).filter(({ level }) => level === 'warn');
  expect(warnings.map(({ id }) => id)).toContain('PRE-002');
});
