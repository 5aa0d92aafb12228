import fc from 'fast-check';
import { diffContext, lineDiff } from './lineDiff';

const words = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 });
const joined = (lines: readonly { readonly text: string }[]): string =>
  lines.map(({ text }) => text).join('\n');

test('what is kept and taken out is the old text, what is kept and put in the new one', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join('\n'), b.join('\n')];
      const diff = lineDiff(before, after);
      expect(joined(diff.filter(({ type }) => type !== 'added'))).toBe(before);
      expect(joined(diff.filter(({ type }) => type !== 'removed'))).toBe(after);
    }),
  );
});

test('one changed line is one line out and one line in', () => {
  const diff = lineDiff('a\nb\nc', 'a\nx\nc');
  expect(diff.map(({ type, text }) => `${type} ${text}`)).toEqual([
    'kept a',
    'removed b',
    'added x',
    'kept c',
  ]);
});

test('only the surroundings of a change are shown', () => {
  const before = Array.from({ length: 20 }, (_line, at) => `line ${at}`);
  const after = before.map((line) => (line === 'line 10' ? 'other' : line));
  const shown = diffContext(lineDiff(before.join('\n'), after.join('\n')), 2);
  expect(shown.map((line) => (line === null ? '…' : line.text))).toEqual([
    '…',
    'line 8',
    'line 9',
    'line 10',
    'other',
    'line 11',
    'line 12',
    '…',
  ]);
});
