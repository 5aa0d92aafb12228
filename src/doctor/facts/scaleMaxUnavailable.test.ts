import fc from 'fast-check';
import { scaleMaxUnavailable } from './scaleMaxUnavailable';

test.each([
  [undefined, 6, 3],
  [undefined, 3, 2],
  ['1', 6, 1],
  ['0', 6, 1],
  ['10%', 6, 1],
  ['25%', 5, 2],
  ['100%', 4, 4],
  ['half', 4, 2],
  ['50 %', 4, 2],
  ['', 1, 1],
])('%s of %i nodes is %i', (stated, matching, expected) => {
  expect(scaleMaxUnavailable(stated, matching)).toBe(expected);
});

test('is always at least one, whatever is written', () => {
  fc.assert(
    fc.property(fc.option(fc.string(), { nil: undefined }), fc.nat(1000), (stated, matching) => {
      expect(scaleMaxUnavailable(stated, matching)).toBeGreaterThanOrEqual(1);
    }),
  );
});
