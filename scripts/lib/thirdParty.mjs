/**
 * Licences of what is bundled, from the components of a CycloneDX bill of materials: which are not
 * accepted, and the notices that go with the bundle.
 */

/**
 * Licences that let a bundle be passed on under Apache-2.0 when their texts go with it (SPDX names).
 * One more is a decision: read it first.
 */
const ACCEPTED = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/** @param {import('./thirdParty.d.mts').Component} component */
const nameOf = ({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`;

const declaredLicences = ({ licenses = [] }) =>
  licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression);

function licenceTexts({ evidence }) {
  return (evidence?.licenses ?? [])
    .map(({ license }) => license?.text)
    .filter((text) => text !== undefined)
    .map(({ content, encoding }) =>
      encoding === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : content,
    )
    .map((text) => text.trim());
}

/**
 * @param {readonly import('./thirdParty.d.mts').Component[]} components
 * @returns {string[]} one sentence for each that may not be bundled
 */
export function licenceErrors(components) {
  return components.flatMap((component) => {
    const name = nameOf(component);
    const licences = declaredLicences(component);
    if (licences.length === 0) return [`${name} declares no licence`];
    const refused = licences.filter((licence) => !ACCEPTED.has(licence));
    if (refused.length > 0) return [`${name} is under ${refused.join(', ')}, not accepted so far`];
    if (licenceTexts(component).length === 0) return [`${name} brings no text of its licence`];
    return [];
  });
}

/**
 * @param {readonly import('./thirdParty.d.mts').Component[]} components
 * @returns {string} the same for the same components, in whatever order they come
 */
export function noticesText(components) {
  const notices = components
    .map((component) => {
      const licences = declaredLicences(component).join(', ');
      return `${nameOf(component)} (${licences})\n\n${licenceTexts(component).join('\n\n')}\n`;
    })
    .sort();
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return `VM Networks contains the following third-party software.\n${rule}${notices.join(rule)}`;
}
