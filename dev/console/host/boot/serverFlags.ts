/** What the server puts into the page as `window.SERVER_FLAGS`, in the console's own names. */
export interface ServerFlags {
  readonly basePath: string;
  readonly consolePlugins: readonly string[];
  readonly releaseVersion: string;
  readonly i18nNamespaces: readonly string[];
  readonly userSettingsLocation: 'localstorage';
  /** Not the console's: who the page acts as, and who else it may (server.ts). */
  readonly devUser: string;
  readonly devUsers: readonly string[];
  /** What a person should know about the cluster, unless it is the embedded one. */
  /** Present where the embedded cluster can be made to fail on purpose. */
  readonly devFaults?: 'offered';
  readonly devNotice?: { readonly title: string; readonly sentences: readonly string[] };
}

/** The flags of this page; the server never sends a page without them. */
export const { SERVER_FLAGS: serverFlags } = window as unknown as {
  readonly SERVER_FLAGS: ServerFlags;
};
