import type { KindKey, Listing, Snapshot } from '../../cluster/snapshot';
import type { ListingSource } from '../projectedWatch/ListingSource';
import type { Sources } from './ClusterWatch';
import { ClusterWatch } from './ClusterWatch';

const setUp = () => {
  const listeners = new Map<string, () => void>();
  const listings = new Map<string, Listing<never>>();
  const source = (kind: KindKey): ListingSource<never> => {
    listings.set(kind, { state: 'loading', items: new Map<string, never>() });
    return {
      getListing: () => listings.get(kind) as Listing<never>,
      subscribe: (listener) => {
        listeners.set(kind, listener);
        return () => listeners.delete(kind);
      },
      refresh: jest.fn(),
    };
  };
  const sources = { vms: source('vms'), nads: source('nads') } as unknown as Sources;
  const change = (kind: KindKey) => {
    listings.set(kind, { state: 'complete', items: new Map<string, never>() });
    listeners.get(kind)?.();
  };
  return { watch: new ClusterWatch(sources), listeners, change };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('ClusterWatch', () => {
  it('notifies once for many changes and keeps unchanged listings', () => {
    const { watch, change } = setUp();
    const listener = jest.fn();
    watch.subscribe(listener);
    jest.advanceTimersByTime(100);
    const before: Snapshot = watch.getSnapshot();
    change('vms');
    change('vms');
    jest.advanceTimersByTime(100);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(watch.getSnapshot()).not.toBe(before);
    expect(watch.getSnapshot().nads).toBe(before.nads);
    expect(watch.getSnapshot().vms.state).toBe('complete');
  });

  it('tells at once when the last listing has ended, however little has passed since the one before', () => {
    const { watch, change } = setUp();
    const listener = jest.fn();
    watch.subscribe(listener);
    change('vms');
    jest.advanceTimersByTime(0);
    expect(listener).toHaveBeenCalledTimes(1);
    change('nads');
    expect(listener).toHaveBeenCalledTimes(2);
    expect(watch.getSnapshot().nads.state).toBe('complete');
    change('nads');
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('is silent when nothing changed, and unsubscribes with the last subscriber', () => {
    const { watch, listeners } = setUp();
    const listener = jest.fn();
    const unsubscribe = watch.subscribe(listener);
    jest.advanceTimersByTime(1000);
    expect(listener).not.toHaveBeenCalled();
    expect(listeners.size).toBe(2);
    unsubscribe();
    expect(listeners.size).toBe(0);
  });
});
