import { labelSelectorMatches, nodeSelectorMatches } from './labelSelectorMatches';

const labels = { zone: 'a', role: '', cores: '16' };
const matches = (key: string, operator: string, ...values: string[]) =>
  labelSelectorMatches({ matchLabels: {}, matchExpressions: [{ key, operator, values }] }, labels);

describe('labelSelectorMatches', () => {
  test.each([
    ['zone', 'In', ['a', 'b'], true],
    ['zone', 'In', ['b'], false],
    ['none', 'In', ['a'], false],
    ['zone', 'NotIn', ['a'], false],
    ['none', 'NotIn', ['a'], true],
    ['role', 'Exists', [], true],
    ['none', 'Exists', [], false],
    ['none', 'DoesNotExist', [], true],
    ['role', 'DoesNotExist', [], false],
    ['cores', 'Gt', ['8'], true],
    ['cores', 'Gt', ['16'], false],
    ['cores', 'Lt', ['32'], true],
    ['none', 'Lt', ['32'], false],
    ['zone', 'Like', ['a'], false],
    ['constructor', 'Exists', [], false],
  ])('%s %s %j: %s', (key, operator, values, expected) => {
    expect(matches(key, operator, ...values)).toBe(expected);
  });

  test('an empty selector matches everything, and all parts must hold', () => {
    expect(labelSelectorMatches({ matchLabels: {}, matchExpressions: [] }, {})).toBe(true);
    expect(
      labelSelectorMatches(
        {
          matchLabels: { zone: 'a' },
          matchExpressions: [{ key: 'zone', operator: 'In', values: ['b'] }],
        },
        labels,
      ),
    ).toBe(false);
  });
});

describe('nodeSelectorMatches', () => {
  test.each([
    [{}, true],
    [{ role: '' }, true],
    [{ role: '', zone: 'a' }, true],
    [{ role: 'gen1' }, false],
    [{ none: '' }, false],
  ])('%j: %s', (selector, expected) => {
    expect(nodeSelectorMatches(selector as Record<string, string>, labels)).toBe(expected);
  });
});
