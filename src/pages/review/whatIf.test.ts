import { vm } from '../../../dev/test/makeClusterVms';
import { NOW, withObjects } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import type { KubeObject } from '../../cluster/kubeObject';
import { runDoctor } from '../../doctor/runDoctor';
import type { AttachIntent } from '../../plan/attachIntent';
import { planAttach } from '../../plan/planAttach';
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
