import fc from 'fast-check';
import { changedLines } from './changedLines';

const told = (before: readonly string[], after: readonly string[]) =>
  changedLines(before.join('\n'), after.join('\n')).map((lines) =>
    lines.map(({ type, text }) => `${type} ${text}`),
  );

test('one changed line is one line out and one line in, with three lines around it', () => {
  expect(told(['1', '2', '3', '4', 'x', '5'], ['1', '2', '3', '4', 'y', '5'])).toEqual([
    ['kept 2', 'kept 3', 'kept 4', 'removed x', 'added y', 'kept 5'],
  ]);
});

test('two changes apart from each other leave out what is between', () => {
  const middle = '1234567890'.split('');
  const [first, second, ...more] = told(['a', ...middle, 'z'], ['A', ...middle, 'Z']);
  expect(first?.slice(0, 2)).toEqual(['removed a', 'added A']);
  expect(second?.slice(-2)).toEqual(['removed z', 'added Z']);
  expect([...(first ?? []), ...(second ?? [])]).not.toContain('kept 5');
  expect(more).toEqual([]);
});

test('equal texts differ in nothing, whether or not they end in a line break', () => {
  expect(changedLines('a\nb', 'a\nb\n')).toEqual([]);
});

test('every line that is in one text alone is told', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const lines = told(before, after).flat();
      const count = (words_: readonly string[], word: string): number =>
        words_.filter((one) => one === word).length;
      for (const word of ['a', 'b', 'c', 'd']) {
        const change = count(lines, `added ${word}`) - count(lines, `removed ${word}`);
        expect(change).toBe(count(after, word) - count(before, word));
      }
    }),
  );
});
