/** The active perspective: `admin` or `virtualization-perspective`, remembered between visits. */
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from '../line/router';

export const perspectives = [
  { id: 'admin', name: 'Core platform' },
  { id: 'virtualization-perspective', name: 'Virtualization' },
] as const;

type SetPerspective = (id: string, next?: string) => void;

const storageKey = 'dev-console/perspective';

const PerspectiveContext = createContext<[string, SetPerspective]>(['admin', () => undefined]);

/** Must be inside a router: changing the perspective may navigate. */
export function PerspectiveProvider({ children }: { readonly children: ReactNode }) {
  const navigate = useNavigate();
  const [active, setActive] = useState(() => window.localStorage.getItem(storageKey) ?? 'admin');
  const value = useMemo<[string, SetPerspective]>(
    () => [
      active,
      (id, next) => {
        window.localStorage.setItem(storageKey, id);
        setActive(id);
        if (next) void navigate(next);
      },
    ],
    [active, navigate],
  );
  return <PerspectiveContext.Provider value={value}>{children}</PerspectiveContext.Provider>;
}

export const usePerspective = () => useContext(PerspectiveContext);
