/**
 * A sentence that a locale lacks is shown untranslated and logged as an error; one that nothing uses
 * misleads translators. Every file of locales/ is held against the sentences of the source.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { LOCALE_NAME, collectKeys } from './collectKeys';
import { localeDefects } from './localeKeys';

const root = path.resolve(__dirname, '../..');
const collected = collectKeys(root);
const languages = readdirSync(path.join(root, 'locales'));

test.each(languages)(
  'the locale %s has every sentence, no other, and every placeholder',
  (language) => {
    const file = path.join(root, 'locales', language, LOCALE_NAME);
    const locale = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    expect(localeDefects(locale, collected.keys, language)).toEqual([]);
  },
);

test('English is there', () => {
  expect(languages).toContain('en');
});

test('every sentence is a literal in the source', () => {
  expect(collected.opaque).toEqual([]);
});
