/** When a network counts as unused: an error here deletes a network under running VMs. */
import { cudn, cudnNad } from '../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import type { Snapshot } from '../cluster/snapshot';
import { completeSnapshot } from '../cluster/snapshotOf';
import { formatText } from '../cluster/text';
import { buildGraph } from '../network/buildGraph';
import { waitProgress } from './waitProgress';

const WAIT = {
  type: 'networkUnused',
  network: 'cluster_udn_lan',
  nads: ['ns1/lan'],
  timeoutSeconds: 30,
} as const;

const CLUSTER = [cudn('lan'), cudnNad('lan', 'ns1'), cudnNad('lan', 'ns2')];

const said = (more: readonly KubeObject[], change: Partial<Snapshot> = {}): string => {
  const graph = buildGraph({ ...completeSnapshot([...CLUSTER, ...more]), ...change });
  const { state, detail } = waitProgress(WAIT, graph, 0);
  return detail === undefined ? state : `${state}: ${formatText(detail)}`;
};

const FORBIDDEN = { state: 'forbidden', items: new Map() } as const;

test('nobody on it is the end of the wait', () => {
  expect(said([])).toBe('done');
});

test.each<[string, readonly KubeObject[], string]>([
  ['a template', [vm('ns1/a', { nics: ['lan'] })], '1 VM NICs still use it'],
  [
    'an instance that has not migrated yet',
    [vm('ns1/a', { nics: ['lan-2'] }), vmi('ns1/a', { nics: [{ name: 'net1', nad: 'lan' }] })],
    'net1 of VM ns1/a',
  ],
  ['a project that joined after the plan was made', [vm('ns2/b', { nics: ['lan'] })], 'ns2/b'],
])('%s keeps it', (_who, more, sentence) => {
  expect(said(more)).toContain('failed: ');
  expect(said(more)).toContain(sentence);
});

test.each<[string, Partial<Snapshot>, string]>([
  ['VMs', { vms: FORBIDDEN }, 'failed: You have no permission to list VirtualMachines.'],
  [
    'instances',
    { vmis: FORBIDDEN },
    'failed: You have no permission to list VirtualMachineInstances.',
  ],
  [
    'VMs of other projects',
    { vms: { ...FORBIDDEN, state: 'complete', namespaces: ['ns1'] } },
    'failed: VirtualMachines are visible to you in some namespaces only.',
  ],
  ['VMs any more', { vms: { ...FORBIDDEN, state: 'failed' } }, 'pending: The watch of vms'],
])('who cannot see %s does not take that for nobody', (_what, change, sentence) => {
  expect(said([], change)).toContain(sentence);
});
