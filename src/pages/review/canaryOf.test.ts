import { canaryOf } from './canaryOf';

test.each<[string, readonly string[], string | undefined, string | undefined]>([
  ['the proposed one until somebody chooses', ['a', 'b'], undefined, 'a'],
  ['the chosen one', ['a', 'b'], 'b', 'b'],
  ['none where none is wanted', ['a', 'b'], '', undefined],
  ['the proposed one in the place of one that was left out since', ['a', 'b'], 'gone', 'a'],
  ['none where there is nothing to try', [], 'a', undefined],
])('%s', (_what, choices, chosen, first) => {
  expect(canaryOf(choices, chosen)).toBe(first);
});
