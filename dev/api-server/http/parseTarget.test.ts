import { parseTarget } from './parseTarget';

describe('parseTarget', () => {
  test.each([
    ['/api/v1/namespaces', { group: '', version: 'v1', plural: 'namespaces' }],
    ['/api/v1/namespaces/a', { plural: 'namespaces', name: 'a' }],
    ['/api/v1/namespaces/a/status', { plural: 'namespaces', name: 'a', subresource: 'status' }],
    ['/api/v1/namespaces/a/pods', { plural: 'pods', namespace: 'a' }],
    [
      '/api/v1/namespaces/a/pods/b/status',
      { plural: 'pods', namespace: 'a', name: 'b', subresource: 'status' },
    ],
    ['/apis/g.io/v2/things/x%3Ay', { group: 'g.io', version: 'v2', plural: 'things', name: 'x:y' }],
    ['/apis/g.io/v2', { type: 'other', segments: ['apis', 'g.io', 'v2'] }],
  ])('reads %s', (path, expected) => {
    expect(parseTarget(path)).toMatchObject(expected);
  });
});
