/** Plain text for a terminal: wrapped sentences and aligned columns. */
export const WIDTH = 100;

/** Breaks a sentence at spaces; every line begins with `indent`. Long words are not broken. */
export const wrap = (sentence: string, indent: string): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(indent + line);
  return lines.join('\n');
};

/** Rows as aligned columns, two spaces apart; the first row is the heading. */
export const table = (rows: readonly (readonly string[])[], indent: string): string => {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => indent + line.trimEnd())
    .join('\n');
};

/** The first few of a list, and how many more there are. */
export const some = (items: readonly string[], limit: number): string => {
  if (items.length <= limit) return items.join(', ');
  return `${items.slice(0, limit).join(', ')} and ${items.length - limit} more`;
};

/** `1 node`, `2 nodes`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
