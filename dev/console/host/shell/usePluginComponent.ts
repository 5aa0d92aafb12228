/** Loads a component that a plugin exposes; a failure is thrown while rendering, for the page's boundary. */
import { useEffect, useState } from 'react';

type Loaded<C> = { readonly value: C } | { readonly error: unknown } | undefined;

/**
 * @param load the extension's code reference
 * @returns the component, `undefined` until it is there
 * @throws what loading threw
 */
export function usePluginComponent<C>(load: () => Promise<C>): C | undefined {
  const [loaded, setLoaded] = useState<Loaded<C>>();
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (value) => {
        if (isCurrent) setLoaded({ value });
      },
      (error: unknown) => {
        if (isCurrent) setLoaded({ error });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [load]);
  if (loaded && 'error' in loaded) throw loaded.error;
  return loaded?.value;
}
