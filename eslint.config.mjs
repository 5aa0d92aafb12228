/**
 * Lint rules: TypeScript's strict set with types, React, accessibility, and the house's import
 * directions: cluster <- network <- doctor, plan <- job, topology <- pages, with src/console as the only
 * door to the console's SDK and its router.
 */
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** What each folder may import from the project; a test may besides use the builders of dev/test. */
const mayImport = {
  './src/cluster': [],
  './src/network': ['./src/cluster'],
  './src/doctor': ['./src/cluster', './src/network'],
  './src/plan': ['./src/cluster', './src/network'],
  './src/console': ['./src/cluster'],
  './src/ui': ['./src/cluster', './src/network', './src/doctor', './src/console'],
  './src/job': [
    './src/cluster',
    './src/network',
    './src/doctor',
    './src/plan',
    './src/console',
    './src/ui',
  ],
  './src/topology': [
    './src/cluster',
    './src/network',
    './src/doctor',
    './src/plan',
    './src/console',
    './src/ui',
  ],
  './src/pages': ['./src'],
  './cli': ['./src/cluster', './src/network', './src/doctor', './src/plan'],
  // The generator of large clusters is what the benchmarks measure on.
  './bench': [
    './src/cluster',
    './src/network',
    './src/doctor',
    './src/plan',
    './dev/scenarios/generateCluster.ts',
  ],
  './bench-browser': ['./src', './dev', './integration-tests/browser.ts'],
  // A dump is served as it is inspected: by the same readers.
  './dev': ['./src/cluster', './cli/input'],
  './integration-tests': ['./dev', './src/cluster', './shipping'],
  // What is shipped is held against what the product reads, writes and says.
  './shipping': ['./src', './dev', './cli/input'],
};

/** One build also runs on React 17 (consoles up to 4.21), which has none of these. */
const react18Only = {
  name: 'react',
  importNames: [
    'startTransition',
    'useDeferredValue',
    'useId',
    'useInsertionEffect',
    'useSyncExternalStore',
    'useTransition',
  ],
  message:
    'Consoles up to 4.21 run React 17; see src/ui/useUniqueId.ts and src/console/useStore.ts.',
};

const outside = ['./node_modules', './package.json', './locales'];

/** One zone per folder: of the whole project, only what is listed, itself, and `extra`. */
function zonesWith(extra) {
  return Object.entries(mayImport).map(([target, allowed]) => ({
    target,
    from: '.',
    except: [...new Set([target, ...allowed, ...extra, ...outside])],
    message: `${target} may import ${allowed.join(', ') || 'nothing else of the project'}.`,
  }));
}

const pureFolders = ['src/cluster', 'src/network', 'src/doctor', 'src/plan'];
const filesIn = (folders) => folders.map((folder) => `${folder}/**/*.{ts,tsx}`);
const tests = [
  '**/*.test.{ts,tsx}',
  '**/testing.{ts,tsx}',
  '**/testing/**/*.{ts,tsx}',
  'dev/test/**/*.{ts,tsx}',
];

const consoleOnly = {
  group: [
    '@openshift-console/*',
    '@openshift/*',
    'react-router',
    'react-router/*',
    'react-router-*',
  ],
  message: 'Only src/console names the SDK or a router; import from src/console.',
};
const noBrowser = {
  group: ['react', 'react/*', 'react-dom', 'react-*', '@patternfly/*'],
  message: 'The pure layers know neither React nor PatternFly.',
};
const browserNames = ['window', 'document', 'navigator', 'localStorage', 'fetch', 'WebSocket'];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      '.cache',
      'coverage',
      'test-results',
      'playwright-report',
      '**/*.d.{ts,mts}',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, jsxA11y.flatConfigs.recommended],
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    languageOptions: { parserOptions: { projectService: true } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Kubernetes objects are maps with keys from data; patches take keys out of them.
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      'import-x/no-duplicates': ['error', { considerQueryString: true }],
      'import-x/no-restricted-paths': ['error', { basePath: '.', zones: zonesWith([]) }],
      'max-lines': ['error', { max: 300 }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-else-return': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrel files: import from the file itself.',
        },
      ],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: filesIn(['src', 'cli', 'bench']),
    ignores: filesIn(['src/console', ...pureFolders]),
    rules: {
      'no-restricted-imports': ['error', { patterns: [consoleOnly], paths: [react18Only] }],
    },
  },
  {
    files: filesIn([...pureFolders, 'cli', 'bench']),
    rules: {
      'no-restricted-imports': ['error', { patterns: [consoleOnly, noBrowser] }],
    },
  },
  {
    files: filesIn(pureFolders),
    rules: { 'no-restricted-globals': ['error', ...browserNames] },
  },
  {
    files: tests,
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { basePath: '.', zones: zonesWith(['./dev', './scripts', './shipping/tools']) },
      ],
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // One build for several console versions needs exports that the newest SDK calls deprecated.
    files: filesIn(['src/console', 'dev/console']),
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    // Playwright's fixtures call their callback `use`; they are no React hooks.
    files: filesIn(['integration-tests']),
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: { globals: globals.node },
  },
  prettier,
);
