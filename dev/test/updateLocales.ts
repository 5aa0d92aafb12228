/**
 * Brings the English locale in line with the source: `npx tsx dev/test/updateLocales.ts`. English is
 * its own key. Other languages keep their sentences and lose those that are no longer used.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALE_FILE, collectKeys } from './collectKeys';

const root = path.resolve(__dirname, '../..');
const file = path.join(root, LOCALE_FILE);
const before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const after = Object.fromEntries([...collectKeys(root).keys].sort().map((key) => [key, key]));
writeFileSync(file, `${JSON.stringify(after, null, 2)}\n`);
const added = Object.keys(after).filter((key) => !(key in before)).length;
const removed = Object.keys(before).filter((key) => !(key in after)).length;
process.stdout.write(`${LOCALE_FILE}: ${added} added, ${removed} removed\n`);
