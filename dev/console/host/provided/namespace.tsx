/**
 * The active project. In the console it lives in the URL where the URL has one, else it is the last one
 * chosen; choosing another rewrites the URL.
 */
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from '../line/router';

/** The console's name for "all projects". */
export const allNamespaces = '#ALL_NS#';

const storageKey = 'dev-console/namespace';
const inPath = /\/(?:ns\/([^/]+)|all-namespaces)(?=\/|$)/;

type NamespaceValue = [string, (namespace: string) => void];

const NamespaceContext = createContext<NamespaceValue>([allNamespaces, () => undefined]);

/** The project that a path names, `undefined` where it names none. */
export function namespaceInPath(path: string): string | undefined {
  const match = inPath.exec(path);
  if (!match) return undefined;
  return match[1] === undefined ? allNamespaces : decodeURIComponent(match[1]);
}

/**
 * The path with another project in it. What follows a resource in the old project (its name, its tabs)
 * is dropped, because it need not exist in the new one.
 */
export function pathInNamespace(path: string, namespace: string): string {
  const segment = namespace === allNamespaces ? '/all-namespaces' : `/ns/${namespace}`;
  const changed = path.replace(inPath, segment);
  const resource = /^(\/k8s\/(?:ns\/[^/]+|all-namespaces)\/[^/]+)\/./.exec(changed);
  return resource?.[1] ?? changed;
}

/** Must be inside a router. */
export function NamespaceProvider({ children }: { readonly children: ReactNode }) {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [last, setLast] = useState(() => window.localStorage.getItem(storageKey) ?? allNamespaces);
  const active = namespaceInPath(pathname) ?? last;
  const value = useMemo<NamespaceValue>(
    () => [
      active,
      (namespace) => {
        window.localStorage.setItem(storageKey, namespace);
        setLast(namespace);
        const path = pathInNamespace(pathname, namespace);
        if (path !== pathname) void navigate(`${path}${search}`);
      },
    ],
    [active, navigate, pathname, search],
  );
  return <NamespaceContext.Provider value={value}>{children}</NamespaceContext.Provider>;
}

export const useNamespace = () => useContext(NamespaceContext);
