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

/** The checks before a change (C.7) are guards of plans; their three cases are tests of src/plan. */
const GUARD_TESTS: Readonly<Record<string, string>> = {
  'PRE-001': 'checkRemove.test.ts',
  'PRE-002': 'checkRemove.test.ts',
  'PRE-003': 'checkRemove.test.ts',
  'PRE-005': 'checkNadEdit.test.ts',
};

const PRE_IDS = Array.from(
  { length: 12 },
  (_, index) => `PRE-${String(index + 1).padStart(3, '0')}`,
);

test('rules and guards together are the 115 checks', () => {
  expect(IDS.length + PRE_IDS.length).toBe(115);
});

test.each(PRE_IDS)('%s has a case in which it fires, one mended, and one unseen', (id) => {
  const file = GUARD_TESTS[id] ?? 'guards/guards.test.ts';
  const source = readFileSync(join(__dirname, '../plan', file), 'utf8');
  // The table of guards demands all three by its type; the other tests name them in their titles.
  if (file === 'guards/guards.test.ts') return expect(source).toContain(`id: '${id}'`);
  const titles = [...source.matchAll(new RegExp(`test\\('${id} ([^']*)'`, 'g'))].map(([, t]) => t);
  const told = titles.join('; ');
  for (const part of ['fires', 'is silent', 'see']) expect(told).toContain(part);
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
