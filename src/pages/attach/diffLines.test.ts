import { diffLines } from './diffLines';

const told = (before: readonly string[], after: readonly string[]) =>
  diffLines(before.join('\n'), after.join('\n')).map(({ kind, text }) => `${kind} ${text}`);

test('an added entry is told with three lines around it', () => {
  expect(told(['a', 'b', 'c', 'd', 'e', 'f'], ['a', 'b', 'c', 'd', 'X', 'e', 'f'])).toEqual([
    'same b',
    'same c',
    'same d',
    'added X',
    'same e',
    'same f',
  ]);
});

test('two changes apart from each other leave out what is between', () => {
  const before = ['a', ...'1234567890'.split(''), 'z'];
  const after = ['A', ...'1234567890'.split(''), 'Z'];
  const lines = told(before, after);
  expect(lines).toContain('removed a');
  expect(lines).toContain('added Z');
  expect(lines).not.toContain('same 5');
});

test('equal texts differ in nothing', () => expect(told(['a', 'b'], ['a', 'b'])).toEqual([]));
