import type { NamespaceRecord } from '../../cluster/clusterRecords';
import { readNamespace } from '../../cluster/readPlatformObjects';
import type { Listing } from '../../cluster/snapshot';
import type { ListingSource } from '../projectedWatch/ListingSource';
import { NamespaceFallback } from './NamespaceFallback';

const listing = (
  state: Listing<NamespaceRecord>['state'],
  names: readonly string[] = [],
): Listing<NamespaceRecord> => ({
  state,
  items: new Map(
    names.flatMap((name) => {
      const record = readNamespace({ metadata: { name } });
      return record === undefined ? [] : [[name, record] as const];
    }),
  ),
});

const source = (initial: Listing<NamespaceRecord>) => {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    listeners,
    refresh: jest.fn(),
    getListing: () => current,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next: Listing<NamespaceRecord>) => {
      current = next;
      listeners.forEach((listener) => listener());
    },
  } satisfies ListingSource<NamespaceRecord> & Record<string, unknown>;
};

it('hands on the namespaces while they can be listed', () => {
  const namespaces = source(listing('complete', ['a']));
  const projects = source(listing('complete', ['b']));
  const fallback = new NamespaceFallback(namespaces, projects);
  fallback.subscribe(jest.fn());
  expect(fallback.getListing()).toBe(namespaces.getListing());
  expect(projects.listeners.size).toBe(0);
});

it('shows the projects instead, still forbidden, one object until something changes', () => {
  const namespaces = source(listing('loading'));
  const projects = source(listing('complete', ['b']));
  const fallback = new NamespaceFallback(namespaces, projects);
  const listener = jest.fn();
  const stop = fallback.subscribe(listener);
  namespaces.set(listing('forbidden'));
  expect(fallback.getListing()).toMatchObject({ state: 'forbidden', namespaces: ['b'] });
  expect(fallback.getListing()).toBe(fallback.getListing());
  projects.set(listing('complete', ['b', 'c']));
  expect([...fallback.getListing().items.keys()]).toEqual(['b', 'c']);
  stop();
  expect(namespaces.listeners.size + projects.listeners.size).toBe(0);
});
