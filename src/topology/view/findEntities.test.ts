import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { snapshot } from '../../../dev/test/makeCluster';
import { buildGraph } from '../../network/buildGraph';
import { findEntities } from './findEntities';

const graph = buildGraph(snapshot(healthyCluster()));

const ids = (query: string): readonly string[] =>
  findEntities(graph, query, 10).hits.map((hit) => hit.id);

test.each([
  ['web', 'vm/ns1/web'],
  ['vlan-100', 'network/vlan-100'],
  ['br-vmdata worker-1', 'bridge/worker-1/br-vmdata'],
  ['ens224', 'nic/worker-0/ens224'],
  ['worker-0', 'node/worker-0'],
])('%j finds %s first', (query, id) => expect(ids(query)[0]).toBe(id));

test('a VM NIC is found by the address that the guest reports', () => {
  expect(ids('10.100.0.5')).toContain('vnic/ns1/web/net1');
});

test('nothing is found for nothing, and the total counts what is not shown', () => {
  expect(findEntities(graph, ' ', 10)).toEqual({ hits: [], total: 0 });
  const { hits, total } = findEntities(graph, 'worker', 2);
  expect(hits).toHaveLength(2);
  expect(total).toBeGreaterThan(2);
});
