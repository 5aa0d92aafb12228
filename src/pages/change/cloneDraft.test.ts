import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { cloneSource } from '../../plan/clone/cloneSource';
import { clusterWithFreeNic, graphOf } from '../../plan/testing';
import { cloneIntent, cloneName, initialClone, isChanged } from './cloneDraft';

const setUp = (name: string) => {
  const config = { vlanID: 100, physicalNetworkName: 'vmdata', name };
  const graph = graphOf([...clusterWithFreeNic(), ovnNad(`ns1/${name}`, { config })]);
  const source = cloneSource(graph, `network/${name}`);
  if (source === undefined) throw new Error('the network is not there');
  return { graph, source, fields: initialClone(source) };
};

test.each<[string, string, string]>([
  ['lan-100', '200', 'lan-200'],
  ['lan-100', '100', 'lan-100-2'],
  ['lan-100', '5000', 'lan-100-2'],
  ['lan-100', '', 'lan-100-2'],
  ['office', '200', 'office-2'],
  ['lan-1001', '200', 'lan-1001-2'],
  ['v100-lan', '7', 'v7-lan'],
])('%s with VLAN %s is called %s', (name, vlan, proposed) => {
  const { graph, source, fields } = setUp(name);
  expect(cloneName(graph, source, { ...fields, vlan })).toBe(proposed);
  expect(cloneName(graph, source, { ...fields, vlan, name: 'mine' })).toBe('mine');
});

test('a form that nobody has touched asks for the same network, and for nothing new', () => {
  const { graph, source, fields } = setUp('lan-100');
  expect(isChanged(source, fields)).toBe(false);
  const { values, projects } = cloneIntent(graph, source, fields, 'job-1');
  expect(values).toEqual({ vlan: 100, mtu: 1500, localnet: 'vmdata' });
  expect(projects).toEqual(['ns1']);
  expect(isChanged(source, { ...fields, vlan: '200' })).toBe(true);
});
