import { NOW, node, snapshot } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { vm } from '../../../dev/test/makeClusterVms';
import { runDoctor } from '../../doctor/runDoctor';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith, pictureOf } from '../testing/pictureOf';
import type { Filter } from './filter';
import { NO_FILTER, UNHEALTHY, hidesHealthy, toggleValue } from './filter';
import { filterEntities } from './filterEntities';
import { findingIndex } from './health';

const OTHER = ovnNad('ns2/other', {
  config: { physicalNetworkName: 'vmdata', vlanID: 200 },
});
const objects = healthyWith(
  OTHER,
  vm('ns2/second', { nics: ['other'] }),
  node('worker-9'),
  workerState('worker-9', { mappings: {} }),
);
const graph = buildGraph(snapshot(objects));
const findings = findingIndex(runDoctor({ graph, now: NOW }));

const left = (filter: Partial<Filter>): ReadonlySet<string> =>
  filterEntities(graph, findings, { ...NO_FILTER, ...filter }) ?? new Set();

test('a filter that asks nothing leaves everything', () => {
  expect(filterEntities(graph, findings, NO_FILTER)).toBeUndefined();
});

test('a project leaves its VMs and NADs and what carries them', () => {
  const ids = left({ project: ['ns2'] });
  expect([...ids]).toEqual(
    expect.arrayContaining(['vm/ns2/second', 'nad/ns2/other', 'mapping/worker-0/vmdata']),
  );
  expect(ids.has('vm/ns1/web')).toBe(false);
});

test.each<[string, Partial<Filter>]>([
  ['a VLAN', { vlan: ['200'] }],
  ['a network', { network: ['other'] }],
])('%s leaves what is on it, and not what is on another', (_name, filter) => {
  const ids = left(filter);
  expect(ids.has('vnic/ns2/second/other') || ids.has('vm/ns2/second')).toBe(true);
  expect(ids.has('nic/worker-0/ens224')).toBe(true);
  expect(ids.has('network/vlan-100')).toBe(false);
});

test('attributes narrow each other, values of one widen it', () => {
  const one = left({ project: ['ns1'], node: ['worker-0'] });
  expect(one.has('bridge/worker-0/br-vmdata')).toBe(true);
  expect(one.has('bridge/worker-1/br-vmdata')).toBe(false);
  const two = left({ project: ['ns1'], node: ['worker-0', 'worker-1'] });
  expect(two.has('bridge/worker-1/br-vmdata')).toBe(true);
});

test('hiding what is healthy leaves the broken node with its way to the wire, not the others', () => {
  const ids = left({ state: UNHEALTHY });
  expect(ids.has('mapping/worker-9/vmdata')).toBe(true);
  expect(ids.has('nic/worker-9/ens224')).toBe(true);
  expect(ids.has('nic/worker-1/ens224')).toBe(false);
  expect(ids.has('vm/ns1/web')).toBe(false);
});

test('what is not known is left where healthy things are hidden', () => {
  const withUnknown = buildGraph(snapshot(healthyWith(node('silent'))));
  const diagnosis = findingIndex(runDoctor({ graph: withUnknown, now: NOW }));
  const unknown = [...withUnknown.entities.values()].filter(({ state }) => state === 'unknown');
  expect(unknown.length).toBeGreaterThan(0);
  const ids = filterEntities(withUnknown, diagnosis, { ...NO_FILTER, state: UNHEALTHY });
  for (const { id } of unknown) expect(ids?.has(id)).toBe(true);
});

test('a name that is gone leaves nothing, rather than everything', () => {
  expect(left({ project: ['gone'] }).size).toBe(0);
  expect(pictureOf(objects, { filter: { ...NO_FILTER, node: ['gone'] } }).elements.size).toBe(0);
});

test('a value is added and taken away again', () => {
  const with100 = toggleValue(NO_FILTER, 'vlan', '100');
  expect(with100.vlan).toEqual(['100']);
  expect(toggleValue(with100, 'vlan', '100')).toEqual(NO_FILTER);
  expect(hidesHealthy({ ...NO_FILTER, state: UNHEALTHY })).toBe(true);
  expect(hidesHealthy(NO_FILTER)).toBe(false);
});
