import { nmstateError } from './nmstateError';

test.each([
  ['', ''],
  [
    'error reconciling NNCP on node n at desired state apply: "",\nlog\nNmstateError: InvalidArgument: Ethernet interface eno9 does not exists\n',
    'InvalidArgument: Ethernet interface eno9 does not exists',
  ],
  ['rolling back\nfailed running probe api-server\nafter 120s', 'failed running probe api-server'],
  ['first line\nlast line\n', 'last line'],
])('%j becomes %j', (message, expected) => {
  expect(nmstateError(message)).toBe(expected);
});

test('a long line is cut', () => {
  expect(nmstateError('x'.repeat(5000)).length).toBeLessThan(300);
});
