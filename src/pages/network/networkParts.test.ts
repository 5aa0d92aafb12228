import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { snapshot } from '../../../dev/test/makeCluster';
import { bridgeNad } from '../../../dev/test/makeClusterPolicies';
import { buildGraph } from '../../network/buildGraph';
import { networkLink, networkNameIn } from './networkLink';
import { networkParts } from './networkParts';

const graph = buildGraph(
  snapshot([...healthyCluster(), bridgeNad('ns2/br9-net', { bridge: 'br9', vlan: 9 })]),
);

test('an OVN network is its NADs and the policies that map it, with its VMs and its reach', () => {
  const parts = networkParts(graph, 'vlan-100');
  expect(parts).toMatchObject({ id: 'network/vlan-100', title: 'vlan-100' });
  expect(parts?.objects.map(({ kind }) => kind)).toEqual([
    'NetworkAttachmentDefinition',
    'NodeNetworkConfigurationPolicy',
  ]);
  expect(parts?.vnics).toHaveLength(1);
  expect(parts?.coverage.map(({ state }) => state)).toEqual(['ok', 'ok']);
  expect(parts?.ids).toContain('nad/ns1/vlan-100');
});

test('a bridge NAD is a network of its own', () => {
  expect(networkParts(graph, 'ns2/br9-net')).toMatchObject({
    id: 'nad/ns2/br9-net',
    objects: [{ kind: 'NetworkAttachmentDefinition', namespace: 'ns2', name: 'br9-net' }],
    vnics: [],
  });
});

test('a name that is not there has no parts', () => {
  expect(networkParts(graph, 'nowhere')).toBeUndefined();
});

test.each([
  ['network/vlan-100', 'vlan-100'],
  ['nad/ns2/br9-net', 'ns2/br9-net'],
  ['network/100% odd?', '100% odd?'],
])('the address of %s leads back to %s', (id, name) => {
  expect(networkNameIn(networkLink(id))).toBe(name);
});

test('a stray percent sign names no network', () => {
  expect(networkNameIn('/vm-networks/network/%zz')).toBe('');
});
