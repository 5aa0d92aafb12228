/**
 * On which cluster the end-to-end tests run, as the environment says: the embedded one unless
 * E2E_KUBECONFIG names another (E2E_CONTEXT one of its contexts), in the development console unless
 * E2E_CONSOLE_URL names a real one (E2E_STORAGE_STATE the browser state of somebody who is logged in there).
 */

export interface ClusterEnvironment {
  readonly kind: 'cluster';
  readonly kubeconfig: string;
  readonly context?: string;
  readonly consoleUrl?: string;
  readonly storageState?: string;
}

/** `stand-in`: an embedded cluster that is reached like a real one, over TLS with a kubeconfig. */
export type Environment =
  { readonly kind: 'embedded' } | { readonly kind: 'stand-in' } | ClusterEnvironment;

type Variables = Readonly<Record<string, string | undefined>>;

/** Those that mean nothing without a kubeconfig: the tests make and check their objects with it. */
const NEEDS_KUBECONFIG = ['E2E_CONTEXT', 'E2E_CONSOLE_URL', 'E2E_STORAGE_STATE'] as const;

/** @throws for variables that go without the one they need, and for an address that is none */
export const readEnvironment = (variables: Variables): Environment => {
  const given = (name: string): string | undefined => variables[name] || undefined;
  const kubeconfig = given('E2E_KUBECONFIG');
  if (kubeconfig === undefined) {
    const lonely = NEEDS_KUBECONFIG.find((name) => given(name) !== undefined);
    if (lonely === undefined) return { kind: 'embedded' };
    throw new Error(
      `${lonely} needs E2E_KUBECONFIG beside it: the tests make and check their objects with it`,
    );
  }
  const context = given('E2E_CONTEXT');
  const consoleUrl = given('E2E_CONSOLE_URL');
  const storageState = given('E2E_STORAGE_STATE');
  if (consoleUrl !== undefined && !/^https?:/.test(consoleUrl)) {
    throw new Error(`E2E_CONSOLE_URL is ${consoleUrl}: it must begin with https:// or http://`);
  }
  if (storageState !== undefined && consoleUrl === undefined) {
    throw new Error('E2E_STORAGE_STATE needs E2E_CONSOLE_URL: only a real console asks who one is');
  }
  return {
    kind: 'cluster',
    kubeconfig,
    ...(context === undefined ? {} : { context }),
    ...(consoleUrl === undefined ? {} : { consoleUrl: consoleUrl.replace(/\/+$/, '') }),
    ...(storageState === undefined ? {} : { storageState }),
  };
};
