/** The changelog's entry of a version: it has to be there, dated, and to say something. */

/** What is wrong with it; undefined when nothing is. */
export function changelogError(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/\s/)[0] === version);
  if (section === undefined) return `CHANGELOG.md has no section "## ${version} (DATE)"`;
  const [heading = '', ...lines] = section.split('\n');
  if (!/^\S+ \(\d{4}-\d{2}-\d{2}\)$/.test(heading.trim())) {
    return `CHANGELOG.md: "## ${heading.trim()}" is not "## ${version} (YYYY-MM-DD)"`;
  }
  if (lines.join('').trim() === '') return `CHANGELOG.md says nothing about ${version}`;
  if (sections[0] !== section) return `CHANGELOG.md: ${version} is not the first section`;
  return undefined;
}
