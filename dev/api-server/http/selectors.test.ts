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
