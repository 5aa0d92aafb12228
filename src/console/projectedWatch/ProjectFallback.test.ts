import type { Listing } from '../../cluster/snapshot';
import type { ListingSource } from './ListingSource';
import { PROJECT_LIMIT, ProjectChoice } from './ProjectChoice';
import { ProjectFallback } from './ProjectFallback';

class FakeSource implements ListingSource<string> {
  readonly listeners = new Set<() => void>();
  refresh = jest.fn();

  constructor(private listing: Listing<string>) {}

  getListing(): Listing<string> {
    return this.listing;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(state: Listing<string>['state'], keys: readonly string[] = []): void {
    this.listing = { state, items: new Map(keys.map((key) => [key, key])) };
    this.listeners.forEach((listener) => listener());
  }
}

const setUp = (also: readonly string[] = []) => {
  const empty = { items: new Map<string, string>() };
  const wholeCluster = new FakeSource({ state: 'loading', ...empty });
  const projects = new FakeSource({ state: 'loading', ...empty });
  const choice = new ProjectChoice();
  const parts = new Map<string, FakeSource>();
  const fallback = new ProjectFallback<string>({
    wholeCluster,
    projects,
    choice,
    also,
    inNamespace: (namespace) => {
      const part = new FakeSource({ state: 'loading', ...empty });
      parts.set(namespace, part);
      return part;
    },
  });
  return { wholeCluster, projects, choice, parts, fallback };
};

describe('ProjectFallback', () => {
  it('stays out of the way while the cluster-wide list works', () => {
    const { wholeCluster, projects, fallback } = setUp();
    fallback.subscribe(jest.fn());
    wholeCluster.set('complete', ['ns/a']);
    expect(fallback.getListing()).toBe(wholeCluster.getListing());
    expect(projects.listeners.size).toBe(0);
  });

  it('reads the visible projects when the cluster is forbidden, and says which', () => {
    const { wholeCluster, projects, parts, fallback } = setUp();
    const listener = jest.fn();
    fallback.subscribe(listener);
    wholeCluster.set('forbidden');
    projects.set('complete', ['blue', 'red']);
    expect(fallback.getListing().state).toBe('loading');
    parts.get('blue')?.set('complete', ['blue/vm']);
    parts.get('red')?.set('forbidden');
    expect(fallback.getListing()).toMatchObject({ state: 'forbidden', namespaces: ['blue'] });
    expect([...fallback.getListing().items.keys()]).toEqual(['blue/vm']);
    expect(listener).toHaveBeenCalled();
  });

  it('reads beside the projects what may be open to all', () => {
    const { wholeCluster, projects, parts, fallback } = setUp(['default']);
    fallback.subscribe(jest.fn());
    wholeCluster.set('forbidden');
    projects.set('complete', ['blue']);
    parts.get('blue')?.set('complete', ['blue/nad']);
    parts.get('default')?.set('complete', ['default/nad']);
    expect([...fallback.getListing().items.keys()].sort()).toEqual(['blue/nad', 'default/nad']);
    expect(fallback.getListing().namespaces).toEqual(['default', 'blue']);
  });

  it('leaves projects that vanish, and everything when access returns', () => {
    const { wholeCluster, projects, parts, fallback } = setUp();
    fallback.subscribe(jest.fn());
    wholeCluster.set('forbidden');
    projects.set('complete', ['blue', 'red']);
    projects.set('complete', ['red']);
    expect(parts.get('blue')?.listeners.size).toBe(0);
    wholeCluster.set('complete', ['red/vm']);
    expect(parts.get('red')?.listeners.size).toBe(0);
    expect(projects.listeners.size).toBe(0);
    expect(fallback.getListing().state).toBe('complete');
  });

  it('asks no project twice that it knows, when it is looked at again', () => {
    const { wholeCluster, projects, parts, fallback } = setUp();
    const leave = fallback.subscribe(jest.fn());
    wholeCluster.set('forbidden');
    projects.set('complete', ['blue']);
    const known = parts.get('blue');
    known?.set('forbidden');
    leave();
    fallback.subscribe(jest.fn());
    expect(parts.get('blue')).toBe(known);
    expect(known?.listeners.size).toBe(1);
  });

  it('reads no more projects than the limit', () => {
    const { wholeCluster, projects, parts, fallback } = setUp();
    fallback.subscribe(jest.fn());
    wholeCluster.set('forbidden');
    projects.set(
      'complete',
      Array.from({ length: 50 }, (_, index) => `project-${index}`),
    );
    expect(parts.size).toBe(PROJECT_LIMIT);
  });

  it('reads the projects that are chosen instead of the first, and says so', () => {
    const { wholeCluster, projects, choice, parts, fallback } = setUp();
    fallback.subscribe(jest.fn());
    wholeCluster.set('forbidden');
    projects.set(
      'complete',
      Array.from({ length: 50 }, (_, index) => `project-${index}`),
    );
    parts.get('project-0')?.set('complete', ['project-0/vm']);
    choice.set(['project-7', 'project-49', 'gone'], '');
    expect(parts.get('project-0')?.listeners.size).toBe(0);
    parts.get('project-49')?.set('complete', ['project-49/vm']);
    parts.get('project-7')?.set('forbidden');
    expect(fallback.getListing()).toMatchObject({ state: 'forbidden', namespaces: ['project-49'] });
    expect([...fallback.getListing().items.keys()]).toEqual(['project-49/vm']);
    expect(parts.has('gone')).toBe(false);
  });

  it('asks a project that was refused no second time when it is chosen again', () => {
    const { wholeCluster, projects, choice, parts, fallback } = setUp();
    fallback.subscribe(jest.fn());
    wholeCluster.set('forbidden');
    projects.set('complete', ['blue', 'red']);
    const refused = parts.get('red');
    refused?.set('forbidden');
    choice.set(['blue'], '');
    choice.set(['blue', 'red'], '');
    expect(parts.get('red')).toBe(refused);
  });

  it('unsubscribes from everything with its last subscriber', () => {
    const { wholeCluster, projects, parts, fallback } = setUp();
    const unsubscribe = fallback.subscribe(jest.fn());
    wholeCluster.set('forbidden');
    projects.set('complete', ['blue']);
    unsubscribe();
    expect(wholeCluster.listeners.size).toBe(0);
    expect(projects.listeners.size).toBe(0);
    expect(parts.get('blue')?.listeners.size).toBe(0);
  });
});
