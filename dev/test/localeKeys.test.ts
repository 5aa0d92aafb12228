import { localeDefects, localeKeys } from './localeKeys';

const SENTENCES = new Set(['Show {{name}}', '{{count}} VMs']);

test.each([
  ['en', ['one', 'other']],
  ['es', ['one', 'many', 'other']],
  ['fr', ['one', 'many', 'other']],
  ['ja', ['other']],
  ['ko', ['other']],
  ['zh', ['other']],
])('%s has the forms %j', (language, forms) => {
  expect([...localeKeys(SENTENCES, language)].sort()).toEqual(
    ['Show {{name}}', ...forms.map((form) => `{{count}} VMs_${form}`)].sort(),
  );
});

test('a whole file has no defects', () => {
  const file = { 'Show {{name}}': '{{name}} を表示', '{{count}} VMs_other': '{{count}} 台' };
  expect(localeDefects(file, SENTENCES, 'ja')).toEqual([]);
});

test('every kind of defect is told', () => {
  const file = { 'Show {{name}}': 'を表示', '{{count}} VMs_one': '', gone: 'weg' };
  expect(localeDefects(file, SENTENCES, 'en')).toEqual([
    'missing: {{count}} VMs_other',
    'unused: gone',
    'placeholders differ: Show {{name}}',
    'empty: {{count}} VMs_one',
  ]);
});

test('the form for one may do without the number', () => {
  const file = {
    'Show {{name}}': 'Show {{name}}',
    '{{count}} VMs_one': 'a VM',
    '{{count}} VMs_other': '{{count}} VMs',
  };
  expect(localeDefects(file, SENTENCES, 'en')).toEqual([]);
});
