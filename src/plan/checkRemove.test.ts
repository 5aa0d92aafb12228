/**
 * The guards of a removal like rules of the doctor: each fires, is silent on the same thing mended,
 * and says nothing of what it cannot see. PRE-001…003.
 */
import { withObjects, withoutObject } from '../../dev/test/makeCluster';
import { healthyCluster } from '../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../dev/test/makeClusterPolicies';
import { vm } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { snapshotOf } from '../cluster/snapshotOf';
import { formatText } from '../cluster/text';
import { buildGraph } from '../network/buildGraph';
import { checkDetach } from './checkDetach';
import { checkRemove } from './checkRemove';
import type { RemovalTarget } from './removalTarget';

const heard = (id: string, objects: readonly KubeObject[], target: RemovalTarget) =>
  checkRemove(buildGraph(snapshotOf(objects)), target)
    .filter((guard) => guard.id === id)
    .map(({ level }) => level);

const said = (id: string, objects: readonly KubeObject[], target: RemovalTarget) =>
  checkRemove(buildGraph(snapshotOf(objects)), target)
    .filter((guard) => guard.id === id)
    .map(({ message }) => formatText(message));

const BRIDGE: RemovalTarget = { type: 'bridge', name: 'br-vmdata' };
const without = (...kinds: readonly string[]) =>
  kinds.reduce<readonly KubeObject[]>(
    (left, kind) => withoutObject([...left], kind),
    healthyCluster(),
  );

test('PRE-001 fires on a bridge that no policy describes, is silent where one does, and on nodes it cannot see', () => {
  expect(heard('PRE-001', without('NodeNetworkConfigurationPolicy'), BRIDGE)).toEqual(['block']);
  expect(heard('PRE-001', healthyCluster(), BRIDGE)).toEqual([]);
  // Unseen is not gone: all of them, or one of them.
  expect(heard('PRE-001', without('NodeNetworkState'), BRIDGE)).toEqual(['block']);
  expect(said('PRE-001', without('NodeNetworkState'), BRIDGE)).toEqual([
    'No network state is known of master-0, worker-0, worker-1: it may be there.',
  ]);
  const oneUnseen = withoutObject(healthyCluster(), 'NodeNetworkState', 'worker-1');
  expect(heard('PRE-001', oneUnseen, BRIDGE)).toEqual(['warn']);
  const nobody = without(
    'NodeNetworkState',
    'Node',
    'NodeNetworkConfigurationEnactment',
    'VirtualMachineInstance',
  );
  expect(said('PRE-001', nobody, BRIDGE)).toEqual([
    'NodeNetworkStates are not served by this cluster or not part of the input.',
  ]);
  expect(said('PRE-001', healthyCluster(), { type: 'localnet', name: 'gone' })).toEqual([
    'No node has it any more.',
  ]);
});

test('PRE-002 fires on a bridge with NADs, is silent without them, and on mappings it cannot see', () => {
  expect(heard('PRE-002', healthyCluster(), BRIDGE)).toContain('warn');
  const bare = healthyCluster().filter(({ kind }) => kind !== 'NetworkAttachmentDefinition');
  const other = ovnNad('ns2/lan', { config: { topology: 'layer2' } });
  expect(said('PRE-002', [...bare, other], BRIDGE)).toEqual([
    'The mappings of vmdata go with the bridge.',
  ]);
  // Unseen is not unused: the NADs themselves, or the mappings of all nodes or of one.
  const unseen = 'Not all NADs that need it can be seen: more may lead nowhere without it.';
  const oneUnseen = withoutObject(healthyCluster(), 'NodeNetworkState', 'worker-1');
  expect(said('PRE-002', without('NodeNetworkState'), BRIDGE)).toEqual([unseen]);
  expect(said('PRE-002', bare, BRIDGE)).toContain(unseen);
  expect(said('PRE-002', bare, { type: 'localnet', name: 'vmdata' })).toEqual([unseen]);
  expect(said('PRE-002', oneUnseen, BRIDGE)).toContain(unseen);
  expect(said('PRE-002', healthyCluster(), BRIDGE)).not.toContain(unseen);
});

test('PRE-003 fires on a NAD in use, is silent on one of no VM, and takes unseen VMs for no proof', () => {
  const lan = ovnNad('ns2/lan');
  expect(heard('PRE-003', healthyCluster(), BRIDGE)).toContain('block');
  expect(
    heard('PRE-003', withObjects(healthyCluster(), lan), { type: 'nad', key: 'ns2/lan' }),
  ).toEqual([]);
  expect(heard('PRE-003', without('VirtualMachine', 'VirtualMachineInstance'), BRIDGE)).toEqual([
    'warn',
  ]);
});

test('GIT-001 fires on what Argo CD or Flux keeps, is silent where nobody does, and warns of a hint', () => {
  const labels = { 'kustomize.toolkit.fluxcd.io/name': 'networks' };
  const config = { physicalNetworkName: 'vmdata', vlanID: 100 };
  const nad: RemovalTarget = { type: 'nad', key: 'ns1/vlan-100' };
  const keptNad = withObjects(healthyCluster(), ovnNad('ns1/vlan-100', { config, labels }));
  expect(heard('GIT-001', keptNad, nad)).toEqual(['block']);
  expect(heard('GIT-001', keptNad, { type: 'network', name: 'vlan-100' })).toEqual(['block']);
  expect(heard('GIT-001', healthyCluster(), nad)).toEqual([]);
  const policy = healthyCluster().find(({ kind }) => kind === 'NodeNetworkConfigurationPolicy');
  const hint = { 'app.kubernetes.io/instance': 'networks' };
  const hinted = { ...policy, metadata: { ...policy?.metadata, labels: hint } };
  expect(heard('GIT-001', withObjects(healthyCluster(), hinted), BRIDGE)).toEqual(['warn']);
  const web = vm('ns1/web', { nics: ['vlan-100'], labels });
  const graph = buildGraph(snapshotOf(withObjects(healthyCluster(), web)));
  const nic = { namespace: 'ns1', name: 'web', nic: 'net1' };
  expect(checkDetach(graph, [nic]).map(({ id, level }) => [id, level])).toContainEqual([
    'GIT-001',
    'block',
  ]);
});
