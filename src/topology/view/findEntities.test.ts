import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { snapshot, withObjects } from '../../../dev/test/makeCluster';
import { buildGraph } from '../../network/buildGraph';
import { updateGraph } from '../../network/updateGraph';
import { findEntities } from './findEntities';
import { hitOf } from './hitOf';

const config = { physicalNetworkName: 'vmdata', vlanID: 1001 };
const graph = buildGraph(snapshot(withObjects(healthyCluster(), ovnNad('ns1/other', { config }))));

const ids = (query: string): readonly string[] => findEntities(graph, query).map(({ id }) => id);

test.each([
  ['web', 'vm/ns1/web'],
  ['vlan-100', 'network/vlan-100'],
  ['VLAN 100', 'network/vlan-100'],
  ['br-vmdata worker-1', 'bridge/worker-1/br-vmdata'],
  ['ens224', 'nic/worker-0/ens224'],
  ['worker-0', 'node/worker-0'],
])('%j finds %s first', (query, id) => expect(ids(query)[0]).toBe(id));

test('a VM NIC is found by the address that the guest reports, and by a range around it', () => {
  const nic = 'vnic/ns1/web/net1';
  expect(ids('10.100.0.5')).toContain(nic);
  expect(ids('10.100.0.0/24')).toContain(nic);
  expect(ids('10.100.1.0/24')).not.toContain(nic);
});

test('a VLAN is found by its number and not by the beginning of another', () => {
  expect(ids('vlan 100')).not.toContain('network/other');
  expect(ids('vlan=1001')).toContain('network/other');
});

test('a MAC address is found in each of its spellings', () => {
  const entity = [...graph.entities.values()].find(
    ({ attributes }) => attributes.mac !== undefined,
  );
  const mac = String(entity?.attributes.mac).toLowerCase();
  const bare = mac.replaceAll(':', '');
  const spellings = [
    mac,
    mac.toUpperCase(),
    mac.replaceAll(':', '-'),
    `${bare.slice(0, 4)}.${bare.slice(4, 8)}.${bare.slice(8)}`,
  ];
  for (const spelling of spellings) expect(ids(spelling)).toContain(entity?.id);
});

test('a switch is found by the system name that LLDP tells', () => {
  const named = [...graph.entities.values()].find(({ kind }) => kind === 'switch');
  expect(ids(named?.name ?? 'none')[0]).toBe(named?.id);
});

test('after an update what has changed is found by what it says now', () => {
  const changed = { ...config, vlanID: 1002 };
  const later = updateGraph(
    graph,
    snapshot(withObjects(healthyCluster(), ovnNad('ns1/other', { config: changed }))),
  );
  const found = (query: string) => findEntities(later, query).map(({ id }) => id);
  expect(ids('vlan 1001')).toContain('network/other');
  expect(found('vlan 1001')).not.toContain('network/other');
  expect(found('vlan 1002')).toContain('network/other');
  expect(found('web')).toEqual(ids('web'));
});

test('nothing is found for nothing', () => expect(ids(' ')).toEqual([]));

test('a hit says where it belongs', () => {
  const nic = graph.entities.get('vnic/ns1/web/net1');
  expect(nic && hitOf(nic)).toEqual({
    id: 'vnic/ns1/web/net1',
    kind: 'vnic',
    name: 'net1',
    where: 'ns1/web',
  });
});
