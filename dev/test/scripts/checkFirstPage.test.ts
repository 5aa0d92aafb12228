/** The check of what the first page weighs. */
import { FIRST_PAGE_LIMIT, checkFirstPage } from '../../../scripts/lib/checkFirstPage.mjs';

const page = { 'entry.js': 9_000, 'page.js': 90_000 };
const modules = ['src/topology/view/Canvas.tsx', 'src/pages/attach/AttachPage.tsx'];

test('a page below the limit passes, and all its files count', () => {
  expect(checkFirstPage({ sizes: page, modules })).toEqual({ total: 99_000, errors: [] });
});

test('a page above the limit fails', () => {
  const { errors } = checkFirstPage({ sizes: { ...page, 'more.js': FIRST_PAGE_LIMIT }, modules });
  expect(errors).toHaveLength(1);
});

test.each([
  'src/pages/attach/AttachWizard.tsx',
  'src/job/JobRunner.ts',
  'node_modules/yaml/index.js',
])('%s is loaded when it is opened', (module) => {
  expect(checkFirstPage({ sizes: page, modules: [...modules, module] }).errors[0]).toContain(
    module,
  );
});

test('a build whose files are not found does not pass as light', () => {
  expect(checkFirstPage({ sizes: {}, modules: [] }).errors).toHaveLength(1);
});
