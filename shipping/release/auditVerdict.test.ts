/** What is made of the answers of `npm audit`, good, bad and missing. */
import { auditVerdict } from './auditVerdict';

const url = 'https://github.com/advisories/GHSA-1';
const answer = (severity: string): string =>
  JSON.stringify({
    vulnerabilities: {
      leftpad: { severity, via: [{ severity, title: 'Pads too far', url }] },
      rightpad: { severity, via: ['leftpad'] },
    },
  });

test.each(['low', 'moderate'])('%s does not stop a release', (severity) => {
  expect(auditVerdict(answer(severity))).toEqual({ state: 'clean' });
});

test.each(['high', 'critical'])('%s does, once, with its advisory', (severity) => {
  expect(auditVerdict(answer(severity))).toEqual({
    state: 'vulnerable',
    lines: [`leftpad: ${severity}: Pads too far (${url})`],
  });
});

test('what is explained does not', () => {
  expect(auditVerdict(answer('high'), new Map([[url, 'only at build']]))).toEqual({
    state: 'clean',
  });
});

test('no vulnerabilities is clean', () => {
  expect(auditVerdict('{"vulnerabilities": {}}')).toEqual({ state: 'clean' });
});

test.each([
  ['{"message": "405 Method Not Allowed"}', '405 Method Not Allowed'],
  ['', 'npm audit gave no JSON'],
  ['[]', 'npm audit does not list vulnerabilities'],
])('%s is unknown, not clean', (text, reason) => {
  expect(auditVerdict(text)).toEqual({ state: 'unknown', reason });
});
