/** @jest-environment jsdom */
import { basePath, kubernetesSocketUrl, kubernetesUrl } from './basePath';

afterEach(() => {
  delete window.SERVER_FLAGS;
});

it.each([
  [undefined, '/'],
  ['/', '/'],
  ['/console/', '/console/'],
  ['/console', '/console/'],
])('base path %p is %s', (stated, expected) => {
  window.SERVER_FLAGS = { basePath: stated };
  expect(basePath()).toBe(expected);
});

it('puts API and WebSocket below the base path', () => {
  window.SERVER_FLAGS = { basePath: '/console/' };
  expect(kubernetesUrl('/api/v1/nodes')).toBe('/console/api/kubernetes/api/v1/nodes');
  expect(kubernetesSocketUrl('/api/v1/nodes')).toBe(
    `ws://${window.location.host}/console/api/kubernetes/api/v1/nodes`,
  );
});

it('works without server flags', () => {
  expect(kubernetesUrl('/apis')).toBe('/api/kubernetes/apis');
});
