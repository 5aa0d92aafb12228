/**
 * Brings the locales in line with the source: `npx tsx dev/test/updateLocales.ts`. English is its own key;
 * only the form for one of a counted sentence is written by hand and kept. Other languages keep their
 * sentences, lose those that are no longer used, and are told what they lack.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALE_NAME, collectKeys } from './collectKeys';
import { localeKeys, sentenceOf } from './localeKeys';

const root = path.resolve(__dirname, '../..');
const { keys } = collectKeys(root);

const read = (file: string): Readonly<Record<string, string>> =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};

/** English, where nothing else is known. */
const english = (key: string, before: Readonly<Record<string, string>>): string =>
  key === sentenceOf(key) ? key : (before[key] ?? sentenceOf(key));

for (const language of readdirSync(path.join(root, 'locales'))) {
  const file = path.join(root, 'locales', language, LOCALE_NAME);
  const before = read(file);
  const wanted = [...localeKeys(keys, language)].sort();
  const entries = wanted.flatMap((key): [string, string][] => {
    if (language === 'en') return [[key, english(key, before)]];
    const known = before[key];
    return known === undefined ? [] : [[key, known]];
  });
  const after = Object.fromEntries(entries);
  writeFileSync(file, `${JSON.stringify(after, null, 2)}\n`);
  const added = Object.keys(after).filter((key) => !(key in before)).length;
  const removed = Object.keys(before).filter((key) => !(key in after)).length;
  const missing = wanted.length - entries.length;
  process.stdout.write(
    `locales/${language}: ${added} added, ${removed} removed, ${missing} to be translated\n`,
  );
}
