import { age } from './representation';
import { evaluateJsonPath } from './jsonPath';
import { parseTarget } from './parseTarget';
import { parseLabelSelector } from './selectors';

describe('parseLabelSelector', () => {
  const object = (labels: Record<string, string>) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'x', labels },
  });

  test.each<[string, Record<string, string>, boolean]>([
    ['', {}, true],
    ['a=1', { a: '1' }, true],
    ['a==1', { a: '2' }, false],
    ['a=', { a: '' }, true],
    ['a!=1', {}, true],
    ['a in (1, 2)', { a: '2' }, true],
    ['a in (1,2)', {}, false],
    ['a notin (1,2)', {}, true],
    ['a notin (1)', { a: '1' }, false],
    ['a', { a: '' }, true],
    ['!a', { a: '' }, false],
    ['a>5', { a: '10' }, true],
    ['a<5', { a: '10' }, false],
    [
      'node-role.kubernetes.io/worker=,a in (x),!b',
      { 'node-role.kubernetes.io/worker': '', a: 'x' },
      true,
    ],
  ])('%s on %j is %s', (selector, labels, expected) => {
    expect(parseLabelSelector(selector)(object(labels))).toBe(expected);
  });
});

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

describe('evaluateJsonPath', () => {
  const object = {
    metadata: { annotations: { 'a.b/c': 'deep' } },
    list: [
      { type: 'A', status: 'no' },
      { type: 'B', status: 'yes', items: [1, 2] },
    ],
  };

  test.each<[string, unknown]>([
    ['.metadata.annotations', { 'a.b/c': 'deep' }],
    ['.metadata.annotations.a\\.b/c', 'deep'],
    [".metadata.annotations['a.b/c']", 'deep'],
    ['.list[?(@.type=="B")].status', 'yes'],
    [".list[?(@.type=='B')].items[1]", 2],
    ['.list[5].status', undefined],
    ['.nowhere.at.all', undefined],
  ])('%s', (path, expected) => {
    expect(evaluateJsonPath(path, object)).toEqual(expected);
  });

  test('refuses what it cannot read', () => {
    expect(() => evaluateJsonPath('..*', object)).toThrow('unreadable JSONPath');
  });
});

describe('age', () => {
  test.each([
    [0, '0s'],
    [119, '119s'],
    [120, '2m'],
    [130, '2m10s'],
    [3600 * 2, '120m'],
    [3600 * 5, '5h'],
    [3600 * 5 + 60 * 7, '5h7m'],
    [3600 * 30, '30h'],
    [86400 * 3 + 3600 * 4, '3d4h'],
    [86400 * 400, '400d'],
    [86400 * 365 * 2, '2y'],
    [86400 * 365 * 9, '9y'],
    [NaN, '<invalid>'],
  ])('of %d seconds is %s', (seconds, expected) => {
    const now = new Date('2025-06-01T00:00:00Z');
    const then = Number.isNaN(seconds)
      ? '?'
      : new Date(now.getTime() - seconds * 1000).toISOString();
    expect(age(then, now)).toBe(expected);
  });
});
