/**
 * `useResolvedExtensions` as plugins call it, with type guards. The plugin SDK's own takes guards up to 8 and
 * extensions from 9 on; this one serves every line, resolving the code references itself.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Extension, LoadedExtension } from '@openshift/dynamic-plugin-sdk';
import { useHostExtensions } from './useHostExtensions';

type Guard = (extension: Extension) => boolean;

/** What a value is once its code references are loaded: the only functions in an extension are those. */
async function resolveDeep(value: unknown): Promise<unknown> {
  if (typeof value === 'function') return (value as () => Promise<unknown>)();
  if (Array.isArray(value)) return Promise.all(value.map(resolveDeep));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    async ([key, item]) => [key, await resolveDeep(item)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

async function resolveExtension(extension: LoadedExtension): Promise<LoadedExtension> {
  const properties = (await resolveDeep(extension.properties)) as LoadedExtension['properties'];
  return { ...extension, properties };
}

type Resolved = [extensions: LoadedExtension[], isResolved: boolean, errors: unknown[]];

/** @returns [extensions with code references resolved, whether that is done, errors] */
export function useResolvedExtensions(...guards: Guard[]): Resolved {
  // A plugin may write its guards inline; the first ones stay, as they do in the console.
  const first = useRef(guards);
  const accepts = useCallback(
    (extension: Extension): extension is Extension =>
      first.current.some((guard) => guard(extension)),
    [],
  );
  const extensions = useHostExtensions(accepts);
  const [resolved, setResolved] = useState<Resolved>([[], false, []]);
  useEffect(() => {
    let isCurrent = true;
    void Promise.allSettled(extensions.map(resolveExtension)).then((results) => {
      if (!isCurrent) return;
      setResolved([
        results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
        true,
        results.flatMap((result): unknown[] =>
          result.status === 'rejected' ? [result.reason] : [],
        ),
      ]);
    });
    return () => {
      isCurrent = false;
    };
  }, [extensions]);
  return resolved;
}
