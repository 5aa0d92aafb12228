/** The project in a console path, and the path in another project. */
import { allNamespaces, namespaceInPath, pathInNamespace } from './namespace';

test.each([
  ['/vm-networks', undefined],
  ['/k8s/ns/ns1/pods', 'ns1'],
  ['/k8s/ns/ns1', 'ns1'],
  ['/k8s/all-namespaces/pods', allNamespaces],
  ['/k8s/cluster/core~v1~Node', undefined],
  ['/vm-networks/nsx/ns', undefined],
])('%s is in %s', (path, expected) => {
  expect(namespaceInPath(path)).toBe(expected);
});

test.each([
  ['/k8s/ns/ns1/pods', 'ns2', '/k8s/ns/ns2/pods'],
  ['/k8s/all-namespaces/pods', 'ns2', '/k8s/ns/ns2/pods'],
  ['/k8s/ns/ns1/pods', allNamespaces, '/k8s/all-namespaces/pods'],
  ['/k8s/ns/ns1/pods/web-0/yaml', 'ns2', '/k8s/ns/ns2/pods'],
  ['/vm-networks', 'ns2', '/vm-networks'],
])('%s in %s is %s', (path, namespace, expected) => {
  expect(pathInNamespace(path, namespace)).toBe(expected);
});
