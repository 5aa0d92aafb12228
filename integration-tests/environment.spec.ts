/** The variables that choose the cluster of the end-to-end tests, and what is said when they do not fit. */
import { expect, test } from '@playwright/test';
import { readEnvironment } from './environment';

const KUBECONFIG = { E2E_KUBECONFIG: '/home/ann/kubeconfig' };

test('without variables, or with empty ones, the embedded cluster is taken', () => {
  expect(readEnvironment({})).toEqual({ kind: 'embedded' });
  expect(readEnvironment({ E2E_KUBECONFIG: '', E2E_CONSOLE_URL: '' })).toEqual({
    kind: 'embedded',
  });
});

test('a kubeconfig names another, in the development console or in a real one', () => {
  const cluster = { kind: 'cluster', kubeconfig: '/home/ann/kubeconfig' };
  expect(readEnvironment(KUBECONFIG)).toEqual(cluster);
  const variables = {
    ...KUBECONFIG,
    E2E_CONTEXT: 'lab',
    E2E_CONSOLE_URL: 'https://console.lab.example/',
    E2E_STORAGE_STATE: 'state.json',
  };
  expect(readEnvironment(variables)).toEqual({
    ...cluster,
    context: 'lab',
    consoleUrl: 'https://console.lab.example',
    storageState: 'state.json',
  });
});

const REFUSED = [
  [{ E2E_CONSOLE_URL: 'https://console.lab.example' }, 'E2E_CONSOLE_URL needs E2E_KUBECONFIG'],
  [{ E2E_CONTEXT: 'lab' }, 'E2E_CONTEXT needs E2E_KUBECONFIG'],
  [{ ...KUBECONFIG, E2E_CONSOLE_URL: 'console.lab.example' }, 'must begin with https://'],
  [{ ...KUBECONFIG, E2E_STORAGE_STATE: 'state.json' }, 'needs E2E_CONSOLE_URL'],
] as const;

for (const [variables, sentence] of REFUSED) {
  test(`refused: ${sentence}`, () => {
    expect(() => readEnvironment(variables)).toThrow(sentence);
  });
}
