/** What is used of packages that only consoles up to 4.21 have, and that bring no types. */
declare module 'react-router-dom' {
  import type { FC, ReactNode } from 'react';

  export const BrowserRouter: FC<{ readonly basename: string; readonly children: ReactNode }>;
}

declare module 'react-router-dom-v5-compat' {
  import type { FC, ReactNode } from 'react';

  export const CompatRouter: FC<{ readonly children: ReactNode }>;
}

declare module '@openshift-console/dynamic-plugin-sdk/lib/app/configSetup' {
  export function setUtilsConfig(config: {
    readonly appFetch: (url: string, options?: RequestInit) => Promise<Response>;
  }): void;
}
