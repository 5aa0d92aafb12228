/**
 * Where the console is mounted. It may run below a path (`/console/`), so no URL of ours starts at
 * the root of the host by assumption. Source: console pkg/server, SERVER_FLAGS.basePath.
 */
interface ServerFlags {
  readonly basePath?: unknown;
  readonly documentationBaseURL?: unknown;
  readonly releaseVersion?: unknown;
}

declare global {
  interface Window {
    SERVER_FLAGS?: ServerFlags;
  }
}

/** The console's base path, always with a slash at both ends. */
export const basePath = (): string => {
  const stated = window.SERVER_FLAGS?.basePath;
  if (typeof stated !== 'string' || stated === '') {
    return '/';
  }
  return stated.endsWith('/') ? stated : `${stated}/`;
};

/** URL of a path of the Kubernetes API (`/api/v1/nodes`) through the console's proxy. */
export const kubernetesUrl = (apiPath: string): string => `${basePath()}api/kubernetes${apiPath}`;

/** The same for a WebSocket, which needs scheme and host. */
export const kubernetesSocketUrl = (apiPath: string): string => {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${kubernetesUrl(apiPath)}`;
};
