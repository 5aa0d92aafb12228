/** Unit tests: pure layers run in node; a test that needs a DOM says so in its docblock. */
export default {
  testEnvironment: 'node',
  // Both cores of a small machine: Jest itself leaves one free.
  maxWorkers: '100%',
  // A slow or busy machine is not a fault of the code; what hangs still ends.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/{src,cli,dev,bench}/**/*.test.ts?(x)'],
  transform: {
    '^.+\\.m?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
      },
    ],
  },
  moduleNameMapper: {
    '\\.s?css$': '<rootDir>/dev/test/emptyModule.ts',
    '^react-router-dom-v5-compat$': 'react-router',
  },
  // Packages that are ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(@openshift-console|@patternfly|@kubernetes|openid-client|oauth4webapi|jose)/)',
  ],
};
