/** What the first page may weigh, and what must not be part of it. Pure, for the test beside it. */

/** Bytes of gzip, of our own JavaScript. */
export const FIRST_PAGE_LIMIT = 150_000;

/** Loaded when opened: the wizard's pages and the YAML editor. */
const LATER = [
  /^src\/pages\/attach\/AttachWizard\b/,
  /^src\/job\/JobRunner\b/,
  /^node_modules\/yaml\//,
];

/**
 * @param {{ sizes: Readonly<Record<string, number>>, modules: readonly string[] }} page gzip bytes by
 *   file, and the sources in them
 * @returns {{ total: number, errors: string[] }} errors are sentences; none when all is well
 */
export function checkFirstPage({ sizes, modules }) {
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const errors = modules
    .filter((module) => LATER.some((later) => later.test(module)))
    .map((module) => `${module} is part of the first page; load it when it is opened.`);
  if (Object.keys(sizes).length === 0) errors.push('No file of the first page was found.');
  if (total > FIRST_PAGE_LIMIT) {
    errors.push(`The first page is ${total} bytes of gzip, more than ${FIRST_PAGE_LIMIT}.`);
  }
  return { total, errors };
}
