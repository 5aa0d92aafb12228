/** Changelogs that may be released, and those that may not. */
import { changelogError } from './changelogEntry';

const good =
  '# Changelog\n\n## 1.2.0 (2026-01-31)\n\n- Something.\n\n## 1.1.0 (2025-12-01)\n\n- Else.\n';

test('a dated first section that says something is fine', () => {
  expect(changelogError(good, '1.2.0')).toBeUndefined();
});

test.each([
  [good, '1.3.0', 'has no section "## 1.3.0 (DATE)"'],
  [good, '1.1.0', '1.1.0 is not the first section'],
  [good.replace('2026-01-31', 'unreleased'), '1.2.0', 'is not "## 1.2.0 (YYYY-MM-DD)"'],
  ['## 1.2.0 (2026-01-31)\n\n## 1.1.0 (2025-12-01)\n', '1.2.0', 'says nothing about 1.2.0'],
])('others are refused', (text, version, message) => {
  expect(changelogError(text, version)).toContain(message);
});
