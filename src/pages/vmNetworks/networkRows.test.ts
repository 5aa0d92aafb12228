import type { KubeObject } from '../../cluster/kubeObject';
import { formatText, text } from '../../cluster/text';
import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { snapshot } from '../../../dev/test/makeCluster';
import { bridgeNad, ovnNad } from '../../../dev/test/makeClusterPolicies';
import type { Finding } from '../../doctor/model';
import { buildGraph } from '../../network/buildGraph';
import { filterRows, networkRows, sortRows } from './networkRows';

const graph = buildGraph(
  snapshot([
    ...healthyCluster(),
    ovnNad('ns2/vlan-300', { config: { physicalNetworkName: 'nowhere', vlanID: 300 } }),
    bridgeNad('ns2/br9-net', { bridge: 'br9', vlan: 9 }),
  ]),
);

const rowsWith = (findings: readonly Finding[]) =>
  networkRows(graph, { findings, unknown: [], rules: new Map(), answers: new Map() });

const rows = rowsWith([]);

const row = (name: string) => rows.find((entry) => entry.name === name);

test('an OVN network knows its VLAN, bridge, reach, NADs and VMs', () => {
  expect(row('vlan-100')).toMatchObject({
    id: 'network/vlan-100',
    vlan: 100,
    bridges: ['br-vmdata'],
    covered: 2,
    eligible: 2,
    coverageUnknown: false,
    nads: ['ns1/vlan-100'],
    vms: 1,
    state: 'ok',
  });
});

test('a localnet that no node maps reaches no node and is broken, with the reason', () => {
  const broken = row('vlan-300');
  expect(broken).toMatchObject({ covered: 0, eligible: 2, state: 'broken', bridges: [] });
  expect(broken?.reason === undefined ? '' : formatText(broken.reason)).toContain('nowhere');
});

test.each<[string, KubeObject, boolean]>([
  ['vlan-7', ovnNad('ns2/vlan-7', { config: { physicalNetworkName: 'vmdata', vlanID: 7 } }), false],
  ['ns2/br9-net', bridgeNad('ns2/br9-net', { bridge: 'br9', vlan: 9 }), false],
  [
    'whole',
    ovnNad('ns2/whole', { config: { name: 'whole', topology: 'layer2', role: 'primary' } }),
    true,
  ],
  ['ns2/mac', ovnNad('ns2/mac', { raw: '{"name": "mac", "type": "macvtap"}' }), true],
])('whether the form attaches a VM to %s is told', (name, nad, isBarred) => {
  const only = buildGraph(snapshot([nad]));
  const empty = { findings: [], unknown: [], rules: new Map(), answers: new Map() };
  const found = networkRows(only, empty).find((entry) => entry.name === name);
  expect(found).toBeDefined();
  expect(found?.barrier !== undefined).toBe(isBarred);
});

test('a bridge NAD is a network of its own, by namespace and name', () => {
  expect(row('ns2/br9-net')).toMatchObject({ id: 'nad/ns2/br9-net', vlan: 9, covered: 0 });
});

test.each([
  ['', 3],
  ['vlan', 2],
  ['300', 1],
  ['30', 1],
  ['br-vmdata 100', 1],
  ['br-vmdata 300', 0],
])('filter %j leaves %d rows', (filter, count) =>
  expect(filterRows(rows, filter)).toHaveLength(count),
);

test('sorting by state puts what is broken first', () => {
  const [first] = sortRows(rows, 'state', 'asc');
  expect(first?.state).toBe('broken');
  expect(sortRows(rows, 'vlan', 'desc').map(({ vlan }) => vlan)).toEqual([300, 100, 9]);
});

test('a network that works and is warned about does not show as OK', () => {
  const finding: Finding = {
    rule: 'NAD-013',
    severity: 'warning',
    subject: 'network/vlan-100',
    related: [],
    causedBy: [],
    message: text('States no MTU.'),
    fix: text('State one.'),
  };
  const warned = rowsWith([finding]);
  expect(warned.find(({ name }) => name === 'vlan-100')).toMatchObject({
    state: 'warning',
    reason: finding.message,
  });
  expect(sortRows(warned, 'state', 'asc').map(({ state }) => state)).toEqual([
    'broken',
    'broken',
    'warning',
  ]);
});
