/**
 * The guards of a removal like rules of the doctor: each fires, is silent on the same thing mended,
 * and says nothing of what it cannot see. PRE-001…003.
 */
import { withObjects, withoutObject } from '../../dev/test/makeCluster';
import { healthyCluster } from '../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../cluster/kubeObject';
import { snapshotOf } from '../cluster/snapshotOf';
import { buildGraph } from '../network/buildGraph';
import { checkRemove } from './checkRemove';
import type { RemovalTarget } from './removalTarget';

const heard = (id: string, objects: readonly KubeObject[], target: RemovalTarget) =>
  checkRemove(buildGraph(snapshotOf(objects)), target)
    .filter((guard) => guard.id === id)
    .map(({ level }) => level);

const BRIDGE: RemovalTarget = { type: 'bridge', name: 'br-vmdata' };
const without = (...kinds: readonly string[]) =>
  kinds.reduce<readonly KubeObject[]>(
    (left, kind) => withoutObject([...left], kind),
    healthyCluster(),
  );

test('PRE-001 fires on a bridge that no policy describes, is silent where one does, and on nodes it cannot see', () => {
  expect(heard('PRE-001', without('NodeNetworkConfigurationPolicy'), BRIDGE)).toEqual(['block']);
  expect(heard('PRE-001', healthyCluster(), BRIDGE)).toEqual([]);
  expect(heard('PRE-001', without('NodeNetworkState'), BRIDGE)).not.toContain('warn');
});

test('PRE-002 fires on a bridge with NADs, is silent without them, and on mappings it cannot see', () => {
  expect(heard('PRE-002', healthyCluster(), BRIDGE)).toContain('warn');
  expect(heard('PRE-002', without('NetworkAttachmentDefinition'), BRIDGE)).not.toContain('warn');
  expect(heard('PRE-002', without('NodeNetworkState'), BRIDGE)).not.toContain('warn');
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
