/**
 * The parameters of the URL, and how to change them without losing a change. The router hands an edit the
 * parameters that were rendered last, so that of two edits in a row the second would take back the first;
 * here an edit goes on from what the ones before it have asked for.
 */
import { useCallback, useEffect, useRef } from 'react';
import { useLocation, useSearchParams } from './router';

/** Gives the parameters anew; must leave those it is given alone. */
export type ParamsEdit = (current: URLSearchParams) => URLSearchParams;

type Options = Parameters<ReturnType<typeof useSearchParams>[1]>[1];

/** The parameters, and how to change them; keeps its identity, and calls the edit at once. */
export const useUrlParams = (): readonly [
  URLSearchParams,
  (edit: ParamsEdit, options?: Options) => void,
] => {
  const [params, setParams] = useSearchParams();
  const location = useLocation();
  /** Asked for and not rendered yet, oldest first. */
  const coming = useRef<readonly URLSearchParams[]>([]);
  const rendered = useRef({ params, setParams });
  rendered.current = { params, setParams };
  useEffect(() => {
    const shown = String(rendered.current.params);
    const at = coming.current.map(String).lastIndexOf(shown);
    // Where it is none of them, somebody else went elsewhere, and nothing that was asked for is to come.
    coming.current = at === -1 ? [] : coming.current.slice(at + 1);
  }, [location]);
  const change = useCallback((edit: ParamsEdit, options?: Options) => {
    const next = edit(coming.current.at(-1) ?? rendered.current.params);
    coming.current = [...coming.current, next];
    rendered.current.setParams(next, options);
  }, []);
  return [params, change];
};
