/**
 * What a person chose, kept between visits: in the console's user settings where the console has them (a
 * ConfigMap of the user's own, so that it follows them to other browsers), else in this browser.
 */
import { useCallback, useEffect, useState } from 'react';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';

/** [value, setter, whether it is known yet]; until then the value is the default. */
export type Preference<T> = readonly [T, (value: T) => void, boolean];

const PREFIX = 'vm-networks.';

const readStored = <T>(key: string, fallback: T): T => {
  try {
    const stored = window.localStorage.getItem(key);
    return stored === null ? fallback : (JSON.parse(stored) as T);
  } catch {
    // Storage is switched off, or somebody else wrote under this key: the default holds.
    return fallback;
  }
};

/** Who shows a preference, by key: what one of them stores, the others show. */
const readers = new Map<string, Set<(value: unknown) => void>>();

const readersOf = (key: string): Set<(value: unknown) => void> => {
  const known = readers.get(key) ?? new Set();
  readers.set(key, known);
  return known;
};

const useBrowserPreference = <T>(key: string, fallback: T): Preference<T> => {
  const [value, setValue] = useState(() => readStored(key, fallback));
  useEffect(() => {
    const show = (next: unknown): void => setValue(() => next as T);
    const all = readersOf(key).add(show);
    return () => void all.delete(show);
  }, [key]);
  const store = useCallback(
    (next: T) => {
      readersOf(key).forEach((show) => show(next));
      try {
        window.localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Without storage the choice holds until the page is left.
      }
    },
    [key],
  );
  return [value, store, true];
};

const useConsolePreference = <T>(key: string, fallback: T): Preference<T> => {
  const [value, setValue, isLoaded] = sdk.useUserSettings<T>(key, fallback);
  // Undefined while the console reads it.
  const known = value as T | undefined;
  return [isLoaded ? (known ?? fallback) : fallback, setValue, isLoaded];
};

const useStored =
  typeof sdk.useUserSettings === 'function' ? useConsolePreference : useBrowserPreference;

/**
 * @param name what is chosen, in `[-._a-zA-Z0-9]`, as keys of a ConfigMap are
 * @param fallback must keep its identity between renders
 */
export const usePreference = <T>(name: string, fallback: T): Preference<T> =>
  useStored(`${PREFIX}${name}`, fallback);
