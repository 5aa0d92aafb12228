/** The check of licences and the notices, on bills of materials that are small. */
import type { Component } from '../../scripts/lib/thirdParty.mjs';
import { licenceErrors, noticesText } from '../../scripts/lib/thirdParty.mjs';

const text = (content: string) => ({ licenses: [{ license: { text: { content } } }] });
const good: Component = {
  group: '@patternfly',
  name: 'react-core',
  version: '6.2.2',
  licenses: [{ license: { id: 'MIT' } }],
  evidence: text('MIT License, Copyright Red Hat'),
};

test('what is under an accepted licence and brings its text may be bundled', () => {
  expect(licenceErrors([good])).toEqual([]);
});

test.each<[string, Partial<Component>, string]>([
  ['no licence', { licenses: [] }, '@patternfly/react-core 6.2.2 declares no licence'],
  [
    'a copyleft licence',
    { licenses: [{ license: { id: 'GPL-3.0-only' } }] },
    'is under GPL-3.0-only',
  ],
  ['a choice nobody has made', { licenses: [{ expression: 'MIT OR GPL-2.0' }] }, 'MIT OR GPL-2.0'],
  ['a licence in words', { licenses: [{ license: { name: 'see file' } }] }, 'see file'],
  ['no text', { evidence: { licenses: [] } }, 'brings no text of its licence'],
])('%s may not be bundled', (_, change, message) => {
  const errors = licenceErrors([good, { ...good, ...change }]);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(message);
});

test('the notices hold every text, decoded, whatever the order', () => {
  const encoded = {
    ...good,
    group: '',
    name: 'tslib',
    evidence: {
      licenses: [
        {
          license: {
            text: { content: Buffer.from('Zero-Clause').toString('base64'), encoding: 'base64' },
          },
        },
      ],
    },
  };
  const notices = noticesText([good, encoded]);
  expect(notices).toContain('@patternfly/react-core 6.2.2 (MIT)\n\nMIT License, Copyright Red Hat');
  expect(notices).toContain('tslib 6.2.2 (MIT)\n\nZero-Clause');
  expect(noticesText([encoded, good])).toBe(notices);
});
