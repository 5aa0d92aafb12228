/** @jest-environment jsdom */
import { documentationLink } from './documentation';

afterEach(() => {
  delete window.SERVER_FLAGS;
});

test.each([
  [
    { releaseVersion: '4.20.3' },
    'https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/virtualization',
  ],
  [
    {},
    'https://docs.redhat.com/en/documentation/openshift_container_platform/latest/html/virtualization',
  ],
  [
    { documentationBaseURL: 'https://docs.example/5.1' },
    'https://docs.example/5.1/html/virtualization',
  ],
  [
    { documentationBaseURL: 'https://docs.example/5.1/', releaseVersion: '5.1.0' },
    'https://docs.example/5.1/html/virtualization',
  ],
])('with the flags %j', (flags, expected) => {
  window.SERVER_FLAGS = flags;
  expect(documentationLink('virtualization')).toBe(expected);
});
