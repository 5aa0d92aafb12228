/** What the JSON answer holds beside its contract, and that the contract's part of it stays. */
import { node, withObjects } from '../dev/test/makeCluster';
import { healthyCluster, workerState } from '../dev/test/makeClusterHealthy';
import { vm } from '../dev/test/makeClusterVms';
import { runOn, testFolder } from './testRun';

const folder = testFolder();
afterAll(folder.remove);

/** Three workers alike, a fourth without its uplink and mapping; a stopped VM that may start there. */
const drifted = folder.write(
  'drifted.json',
  JSON.stringify({
    kind: 'List',
    items: withObjects(
      healthyCluster(),
      node('worker-2', { ip: '192.168.4.13' }),
      workerState('worker-2'),
      node('worker-3', { ip: '192.168.4.14' }),
      workerState('worker-3', { bridges: [{ name: 'br-vmdata', ports: [] }], mappings: {} }),
      vm('ns1/off', { nics: ['vlan-100'], runStrategy: 'Halted' }),
    ),
  }),
);

const answerTo = (...options: string[]): Record<string, unknown> =>
  JSON.parse(runOn(drifted, '--output', 'json', ...options).out) as Record<string, unknown>;

test('the keys of the contract come first, and only then the others', () => {
  expect(Object.keys(answerTo('--trace', 'ns1/web/net1')).slice(0, 7)).toEqual([
    'version',
    'now',
    'nodes',
    'edges',
    'findings',
    'unknown',
    'trace',
  ]);
});

test('coverage: which nodes a network reaches, and why not the others', () => {
  expect(answerTo().coverage).toContainEqual({
    id: 'network/vlan-100',
    name: 'vlan-100',
    counts: { ok: 3, unknown: 0, broken: 2 },
    covered: ['worker-0', 'worker-1', 'worker-2'],
    notCovered: [
      expect.objectContaining({ node: 'master-0', state: 'broken' }),
      { node: 'worker-3', state: 'broken', reason: 'worker-3 does not map vmdata.' },
    ],
  });
});

test('profiles: the nodes alike, and what sets the odd one apart', () => {
  const { profiles } = answerTo();
  expect(profiles).toContainEqual(
    expect.objectContaining({ title: '3 workers', nodes: ['worker-0', 'worker-1', 'worker-2'] }),
  );
  expect(profiles).toContainEqual(
    expect.objectContaining({
      nodes: ['worker-3'],
      resembles: 'profile/worker/worker-0',
      differences: [
        expect.objectContaining({ change: 'missing', kind: 'mapping', name: 'vmdata' }),
        expect.objectContaining({
          sentence: 'worker-3: ens224 under br-vmdata is missing.',
        }),
      ],
    }),
  );
});

test('differences: field by field what a policy wants and the node has not', () => {
  const { differences } = answerTo();
  expect(differences).toContainEqual(
    expect.objectContaining({
      id: 'bridge/worker-3/br-vmdata',
      policy: 'br-vmdata',
      node: 'worker-3',
      agreement: 'missing',
      fields: [{ field: 'port ens224', intended: 'present', agreement: 'missing' }],
    }),
  );
  expect(JSON.stringify(differences)).not.toContain('worker-0');
});

test('reach, paths and groups: where a VM can run, VLANs and MTUs of the paths in use', () => {
  const { reach, paths, vmGroups } = answerTo();
  expect(reach).toContainEqual(
    expect.objectContaining({ id: 'vm/ns1/off', covered: 3, eligible: 4 }),
  );
  expect(paths).toEqual([
    expect.objectContaining({
      node: 'worker-0',
      nad: 'nad/ns1/vlan-100',
      vnics: ['vnic/ns1/web/net1'],
      verdict: 'ok',
      switch: { state: 'ok' },
    }),
  ]);
  expect(JSON.stringify(paths)).toContain('{"id":"nic/worker-0/ens224","mtu":1500}');
  expect(JSON.stringify(paths)).toContain(
    '{"id":"switchPort/00:1c:73:00:00:01/Ethernet1","vlans":"100","allowed":"100, 200"}',
  );
  expect(vmGroups).toContainEqual(
    expect.objectContaining({ attachedTo: 'network/vlan-100', vms: 2, running: 1 }),
  );
});

test('of one node: its own parts, and what OVN must hold there, marked as expected', () => {
  const { profiles, coverage, ovn } = answerTo('--node', 'worker-3');
  expect(profiles).toHaveLength(1);
  expect(coverage).toContainEqual(
    expect.objectContaining({
      covered: [],
      notCovered: [expect.objectContaining({ node: 'worker-3' })],
    }),
  );
  expect(ovn).toMatchObject({
    node: 'worker-3',
    note: 'Expected from API data, not read from OVN.',
  });
  const { out } = runOn(drifted, '--node', 'worker-3');
  expect(out).toMatch(/expected from API data/i);
  expect(out).toContain('GR_worker-3');
  expect(out).toMatch(/port ens224: wanted present, is missing/);
});
