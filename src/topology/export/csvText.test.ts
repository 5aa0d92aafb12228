import fc from 'fast-check';
import { csvText } from './csvText';

/** Reads CSV as RFC 4180 has it. */
const parse = (csv: string): readonly string[][] =>
  csv
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell = '']) =>
        cell.replaceAll('""', '"'),
      ),
    );

test.each([
  ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
  ['+1+1', `'+1+1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['-2+3', `'-2+3`],
  ['  =1', `'  =1`],
  ['\t=1', `' =1`],
  ['＝1', `'＝1`],
  ["'=1", `''=1`],
  ['-5', '-5'],
  ['ge-0/0/1', 'ge-0/0/1'],
  ['a\r\n=b', 'a  =b'],
])('%j is written as %j', (value, written) => {
  expect(parse(csvText([[value]]))).toEqual([[written]]);
});

test('whatever the cells hold, rows and cells stay what they are and none begins a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 })), (rows) => {
      const read = parse(csvText(rows));
      expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
      for (const cell of read.flat()) {
        expect(/^\s*[=+@]/.test(cell) || /^\s*-(?!\d+(\.\d+)?$)/.test(cell)).toBe(false);
      }
    }),
  );
});
