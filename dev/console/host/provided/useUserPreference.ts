/**
 * User preferences. The console keeps them in a ConfigMap; with `userSettingsLocation: localstorage`, as
 * here, in the browser. All users of one key see a change at once.
 */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Dispatch, SetStateAction } from 'react';

const prefix = 'dev-console/preference/';
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function parsed<T>(stored: string | null, defaultValue: T): T {
  if (stored === null) return defaultValue;
  try {
    return JSON.parse(stored) as T;
  } catch {
    // A value that somebody else wrote under our key is no preference: the default holds.
    return defaultValue;
  }
}

/** @returns [value, setter, loaded] */
export function useUserPreference<T>(
  key: string,
  defaultValue: T,
): [T, Dispatch<SetStateAction<T>>, boolean] {
  const storageKey = `${prefix}${key}`;
  // React 17, which older consoles run, has no useSyncExternalStore.
  const [stored, setStored] = useState(() => window.localStorage.getItem(storageKey));
  useEffect(() => {
    const read = () => {
      setStored(window.localStorage.getItem(storageKey));
    };
    read();
    return subscribe(read);
  }, [storageKey]);
  const value = useMemo(() => parsed(stored, defaultValue), [stored, defaultValue]);
  const set = useCallback<Dispatch<SetStateAction<T>>>(
    (action) => {
      const current = parsed(window.localStorage.getItem(storageKey), defaultValue);
      const next = action instanceof Function ? action(current) : action;
      window.localStorage.setItem(storageKey, JSON.stringify(next));
      for (const listener of listeners) listener();
    },
    [storageKey, defaultValue],
  );
  return [value, set, true];
}
