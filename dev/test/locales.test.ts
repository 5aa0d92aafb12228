/** A sentence that the locale lacks would be shown untranslated and logged as an error. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALE_FILE, collectKeys } from './collectKeys';

const root = path.resolve(__dirname, '../..');
const collected = collectKeys(root);
const locale = JSON.parse(readFileSync(path.join(root, LOCALE_FILE), 'utf8')) as Record<
  string,
  string
>;

test('every sentence of the source is in the locale', () => {
  expect([...collected.keys].filter((key) => !(key in locale))).toEqual([]);
});

test('every sentence of the locale is used', () => {
  expect(Object.keys(locale).filter((key) => !collected.keys.has(key))).toEqual([]);
});

test('every sentence is a literal in the source', () => {
  expect(collected.opaque).toEqual([]);
});
