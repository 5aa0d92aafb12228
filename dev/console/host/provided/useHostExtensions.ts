/** Extensions in use that a guard accepts, with the strings they show translated, as in the console. */
import { useMemo } from 'react';
import { useExtensions } from '@openshift/dynamic-plugin-sdk';
import type { Extension, LoadedExtension } from '@openshift/dynamic-plugin-sdk';
import { translateDeep } from '../boot/translation';

/** @param guard must keep its identity between renders */
export function useHostExtensions<E extends Extension>(
  guard: (extension: Extension) => extension is E,
): LoadedExtension<E>[] {
  const extensions = useExtensions<E>(guard);
  return useMemo(() => extensions.map((extension) => translateDeep(extension)), [extensions]);
}
