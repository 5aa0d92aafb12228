/**
 * Tests of what is shipped: chart, manifests, image, bundle and docs. They need a build in dist/ and
 * tools from the registries (shipping/tools), so they are a stage of their own, not unit tests.
 */
import base from '../jest.config.mjs';

export default {
  ...base,
  rootDir: '..',
  globalSetup: '<rootDir>/shipping/buildWhenStale.mjs',
  testMatch: ['<rootDir>/shipping/**/*.test.ts'],
  testTimeout: 120_000,
};
