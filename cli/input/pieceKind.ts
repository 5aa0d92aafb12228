/**
 * What kind of object a piece of YAML is, read off its text: most of a must-gather is of kinds
 * that the product does not read, and those need not be parsed at all.
 */
import { kindOf } from '../../src/cluster/models';

const valueOf = (text: string, key: string, indent: string): string | undefined => {
  const line = `${indent}${key}: `;
  const start = text.startsWith(line) ? 0 : text.indexOf(`\n${line}`);
  if (start === -1) return undefined;
  const from = text.indexOf(': ', start) + 2;
  const end = text.indexOf('\n', from);
  const value = text.slice(from, end === -1 ? undefined : end).trim();
  return value.startsWith('"') || value.startsWith("'") ? value.slice(1, -1) : value;
};

/**
 * False only when the piece surely is one object of a kind that nobody reads: it states kind and
 * version, and they are not among ours and no list.
 */
export const mayMatter = (text: string): boolean => {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const kind = valueOf(text, 'kind', indent);
  const apiVersion = valueOf(text, 'apiVersion', indent);
  if (kind === undefined || apiVersion === undefined) return true;
  return kind.endsWith('List') || kindOf(apiVersion, kind) !== undefined;
};
