/** No rule without its proof: every id of the catalogue has a rule, and three cases for it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from './catalogue';
import { formatText } from '../cluster/text';
import { RULES } from './rules';

const FAMILIES = { CL: 7, CUDN: 10, NAD: 27, NNCP: 25, NODE: 16, VM: 18 } as const;

const IDS = Object.entries(FAMILIES).flatMap(([family, count]) =>
  Array.from({ length: count }, (_, index) => `${family}-${String(index + 1).padStart(3, '0')}`),
);

test('the table holds every rule of the catalogue once', () => {
  expect(RULES.map((rule) => rule.id).sort()).toEqual([...IDS].sort());
});

test.each(IDS)('%s has a case with the fault, mended, and without evidence', (id) => {
  const file = join(__dirname, 'rules', `${id}.test.ts`);
  expect(existsSync(file)).toBe(true);
  // The type of ruleCase demands all three clusters of a case.
  const source = readFileSync(file, 'utf8');
  expect(source).toContain('ruleCase({');
  expect(source).toContain(`rule: ${id.replace('-', '_')},`);
});

test('the catalogue names every rule in words', () => {
  expect(CATALOGUE).toHaveLength(IDS.length);
  for (const { title } of CATALOGUE) expect(formatText(title)).toMatch(/^[A-Za-z]/);
});

test('a rule says where its wisdom is from, and reads something', () => {
  for (const rule of RULES) {
    expect(rule.source).not.toBe('');
    expect([...rule.reads, ...(rule.consults ?? [])]).not.toEqual([]);
  }
});
