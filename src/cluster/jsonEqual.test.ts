import fc from 'fast-check';
import { jsonEqual } from './jsonEqual';

test.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
  [{ a: undefined }, {}, true],
  [{}, { toString: 1 }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
  ['1', 1, false],
  [[undefined], [], false],
])('%j and %j: %s', (left, right, expected) => {
  expect(jsonEqual(left, right)).toBe(expected);
  expect(jsonEqual(right, left)).toBe(expected);
});

test('a value equals what it becomes when it is sent and read again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) =>
      jsonEqual(JSON.parse(JSON.stringify(value)), JSON.parse(JSON.stringify(value))),
    ),
  );
});
