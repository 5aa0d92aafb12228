import { groupOfPath, listPath, objectPath, withQuery } from './apiPath';

const nads = { apiVersion: 'k8s.cni.cncf.io/v1', plural: 'network-attachment-definitions' };
const nodes = { apiVersion: 'v1', plural: 'nodes' };

it.each([
  [listPath(nodes), '/api/v1/nodes'],
  [listPath(nads), '/apis/k8s.cni.cncf.io/v1/network-attachment-definitions'],
  [listPath(nads, 'ns1'), '/apis/k8s.cni.cncf.io/v1/namespaces/ns1/network-attachment-definitions'],
  [objectPath(nodes, '', 'worker-0.example.com'), '/api/v1/nodes/worker-0.example.com'],
  [objectPath(nodes, '', 'a/b?c'), '/api/v1/nodes/a%2Fb%3Fc'],
  [withQuery('/api/v1/nodes', {}), '/api/v1/nodes'],
  [withQuery('/api/v1/nodes', { continue: 'a+b=' }), '/api/v1/nodes?continue=a%2Bb%3D'],
])('%s', (path, expected) => expect(path).toBe(expected));

it('knows the group of a path', () => {
  expect(groupOfPath('/apis/nmstate.io/v1/nodenetworkconfigurationpolicies')).toBe('nmstate.io');
  expect(groupOfPath('/api/v1/nodes')).toBe('');
});
