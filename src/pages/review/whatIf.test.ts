import { vm } from '../../../dev/test/makeClusterVms';
import { NOW, withObjects, withoutObject } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import type { KubeObject } from '../../cluster/kubeObject';
import { runDoctor } from '../../doctor/runDoctor';
import type { AttachIntent } from '../../plan/attachIntent';
import type { NetworkGraph } from '../../network/networkGraph';
import { cloneSource } from '../../plan/clone/cloneSource';
import { planClone } from '../../plan/clone/planClone';
import type { Plan } from '../../plan/model';
import { planAttach } from '../../plan/planAttach';
import { planRemove } from '../../plan/planRemove';
import { clusterWithFreeNic, graphOf, intent } from '../../plan/testing';
import { whatIf } from './whatIf';

const WEB = vm('ns1/web', { nics: ['vlan-100'] });

const forecast = (change: Partial<AttachIntent>, objects: readonly KubeObject[]) => {
  const graph = graphOf(objects);
  const plan = planAttach(graph, intent(change), new Map([['ns1/web', WEB]]));
  return { graph, ...whatIf(graph, runDoctor({ graph, now: NOW }), plan, NOW) };
};

const newBridge = { type: 'newBridge', bridge: 'br-vms', nics: ['ens256'] } as const;

test.each<[string, Partial<AttachIntent>]>([
  ['NADs on the bridge that exists', {}],
  ['a new OVS bridge', { uplink: newBridge }],
  ['a CUDN', { flow: 'cudnLocalnet' }],
  ['a CUDN on a new bridge', { flow: 'cudnLocalnet', uplink: newBridge }],
  ['a Linux bridge', { flow: 'linuxBridge', uplink: { ...newBridge, bridge: 'br1' } }],
  ['an overlay', { flow: 'layer2', uplink: { type: 'none' }, vlan: undefined, networkName: 'l2' }],
])('%s is forecast to break nothing', (_case, change) => {
  const { findings } = forecast(change, clusterWithFreeNic());
  const loud = findings.appear.filter(({ severity }) => severity !== 'info');
  expect(loud.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([]);
});

const appearing = (graph: NetworkGraph, plan: Plan): readonly string[] => {
  expect(plan.steps.length).toBeGreaterThan(1);
  return whatIf(graph, runDoctor({ graph, now: NOW }), plan, NOW)
    .findings.appear.filter(({ severity }) => severity !== 'info')
    .map(({ rule, subject }) => `${rule} ${subject}`);
};

test('a NAD that is cloned, its VM moved and the old one removed, is forecast to break nothing', () => {
  const objects = clusterWithFreeNic();
  const graph = graphOf(objects);
  const source = cloneSource(graph, 'network/vlan-100');
  const nad = objects.find(({ metadata }) => metadata?.name === 'vlan-100');
  if (source === undefined || nad === undefined) throw new Error('the network is not there');
  const asked = {
    jobId: 'job-1',
    name: 'vlan-101',
    old: 'remove',
    values: { ...source.present, vlan: 200 },
    nics: [{ namespace: 'ns1', name: 'web', nic: 'net1' }],
  } as const;
  const served = new Map([['NetworkAttachmentDefinition/ns1/vlan-100', nad]]);
  const vms = new Map([['ns1/web', WEB]]);
  expect(appearing(graph, planClone(graph, source, asked, served, vms))).toEqual([]);
});

test('a bridge that is removed is forecast to be gone, and to leave nothing behind', () => {
  const objects = withoutObject(
    withoutObject(clusterWithFreeNic(), 'VirtualMachine'),
    'VirtualMachineInstance',
  );
  const bare = withoutObject(objects, 'NetworkAttachmentDefinition');
  const graph = graphOf(bare);
  const policy = bare.find(({ kind }) => kind === 'NodeNetworkConfigurationPolicy');
  if (policy === undefined) throw new Error('the policy is not there');
  const target = { type: 'bridge', name: 'br-vmdata' } as const;
  const served = new Map([['NodeNetworkConfigurationPolicy/br-vmdata', policy]]);
  expect(appearing(graph, planRemove(graph, { jobId: 'job-1', target }, served))).toEqual([]);
});

test('a finding that the plan makes is told before it is made', () => {
  const lldp = { port: 'Ethernet1', vlans: [100] };
  const objects = withObjects(
    clusterWithFreeNic(),
    workerState('worker-0', { nics: [{ name: 'ens224', lldp }] }),
  );
  const { findings } = forecast({}, objects);
  expect(findings.appear.map(({ rule }) => rule)).toContain('NAD-015');
});

test('what is intended is in the drawn graph, and not yet there', () => {
  const { graph, drawn } = forecast({ uplink: newBridge }, clusterWithFreeNic());
  expect(graph.entities.has('bridge/worker-0/br-vms')).toBe(false);
  expect(drawn.entities.get('bridge/worker-0/br-vms')?.origin).toBe('intended');
  expect(drawn.entities.has('vnic/ns1/web/vlan-200')).toBe(true);
});
