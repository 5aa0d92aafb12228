/**
 * CSV text as rows that know their line. Papa Parse does the parsing (quotes, line breaks in
 * cells); here the lines are counted, for a cell with a line break in it shifts all
 * that follow, and what PowerShell and Excel put in front is taken off.
 */
import { parse } from 'papaparse';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { CsvRow, LineProblem } from '../../plan/portGroups/portGroup';

export interface CsvFile {
  readonly rows: readonly CsvRow[];
  /** What is wrong with the CSV itself, by line. */
  readonly problems: readonly LineProblem[];
}

/** Takes the content of a file, or what somebody pasted. Never throws. */
export const readCsv = (content: string): CsvFile => {
  const csv = content.replace(/^\uFEFF/, '');
  const rows: CsvRow[] = [];
  const problems: LineProblem[] = [];
  let line = 1;
  let start = 0;
  parse<readonly string[]>(csv, {
    delimiter: delimiterOf(csv),
    step: ({ data: cells, errors, meta }) => {
      if (cells.some((cell) => cell.trim() !== '') && !isTypeLine(line, cells)) {
        rows.push({ line, cells });
      }
      for (const { type, code } of errors) {
        if (type === 'Quotes') problems.push({ line, message: quoteProblem(line, code) });
      }
      line += csv.slice(start, meta.cursor).match(LINE_BREAK)?.length ?? 0;
      start = meta.cursor;
    },
  });
  return { rows, problems };
};

/** What stands most often between the cells of the first line; Papa Parse's guess is led astray by empty lines. */
const delimiterOf = (csv: string): string => {
  const lines = csv.split(/[\r\n]+/, 3).filter((line) => line !== '' && !line.startsWith('#TYPE '));
  const outside = (lines[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => outside.split(delimiter).length;
  return [',', ';', '\t', '|'].reduce((most, one) => (count(one) > count(most) ? one : most));
};

const LINE_BREAK = /\r\n|\n|\r/g;

/** Windows PowerShell's Export-Csv begins with `#TYPE VMware.VimAutomation…`. */
const isTypeLine = (line: number, [first = '']: readonly string[]): boolean =>
  line === 1 && first.startsWith('#TYPE ');

const quoteProblem = (line: number, code: string): Text =>
  code === 'MissingQuotes'
    ? text('Line {{line}}: a quotation mark is opened and never closed.', { line })
    : text('Line {{line}}: a quotation mark stands in the middle of a cell.', { line });
