/**
 * Rows as CSV (RFC 4180). Names come from the cluster and, through LLDP, from the wire: a cell that a
 * spreadsheet would run as a formula gets an apostrophe in front. Source: OWASP, "CSV Injection".
 */

/** What a formula can begin with, also behind blanks; a plain number stays a number. */
const FORMULA = /^[\s'"]*[=+\-@|%＝＋－＠]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

const cell = (value: string): string => {
  // Control characters end lines and cells in some readers, whatever the quotes say.
  const clean = value.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
  const isFormula = FORMULA.test(value) && !NUMBER.test(value);
  const safe = isFormula ? `'${clean}` : clean;
  return `"${safe.replaceAll('"', '""')}"`;
};

/** Lines end as the RFC wants them; every cell is quoted. */
export const csvText = (rows: Iterable<readonly string[]>): string => {
  let text = '';
  for (const row of rows) text += `${row.map(cell).join(',')}\r\n`;
  return text;
};
