/**
 * `useResolvedExtensions` as plugins call it, with type guards, over that of the plugin SDK, which from 9
 * on takes extensions.
 */
import { useCallback, useRef } from 'react';
import { useResolvedExtensions as useResolved } from '@openshift/dynamic-plugin-sdk';
import type { Extension } from '@openshift/dynamic-plugin-sdk';
import { useHostExtensions } from './useHostExtensions';

type Guard = (extension: Extension) => boolean;

/** @returns [extensions with code references resolved, whether that is done, errors] */
export function useResolvedExtensions(...guards: Guard[]) {
  // A plugin may write its guards inline; the first ones stay, as they do in the console.
  const first = useRef(guards);
  const accepts = useCallback(
    (extension: Extension): extension is Extension =>
      first.current.some((guard) => guard(extension)),
    [],
  );
  return useResolved(useHostExtensions(accepts));
}
