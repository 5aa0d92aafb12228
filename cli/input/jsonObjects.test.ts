import fc from 'fast-check';
import { jsonObjects, looksLikeJson } from './jsonObjects';

describe('jsonObjects', () => {
  test.each([
    ['{"a":1}', [{ a: 1 }]],
    ['{"a":1}{"b":"}{"}\n[2]', [{ a: 1 }, { b: '}{' }, [2]]],
    ['{"a":"\\""}\n{"b":2}', [{ a: '"' }, { b: 2 }]],
    ['{"a":1} tail', undefined],
    ['{a: 1}', undefined],
    ['{"a":1', undefined],
  ])('%s', (text, expected) => {
    expect(jsonObjects(text)).toEqual(expected);
  });

  test('any objects after one another come back', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(object, { minLength: 1 }), fc.boolean(), (objects, indented) => {
        const space = indented ? 2 : undefined;
        const text = objects.map((item) => JSON.stringify(item, null, space)).join('\n');
        expect(jsonObjects(text)).toEqual(
          objects.map((o) => JSON.parse(JSON.stringify(o)) as unknown),
        );
      }),
    );
  });

  test('JSON is told by its first character', () => {
    expect(looksLikeJson('\n {}')).toBe(true);
    expect(looksLikeJson('a: {}')).toBe(false);
  });
});
