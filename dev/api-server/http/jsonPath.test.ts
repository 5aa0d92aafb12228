import { evaluateJsonPath } from './jsonPath';

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
