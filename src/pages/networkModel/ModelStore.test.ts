import type { Listing, Snapshot } from '../../cluster/snapshot';
import type { NetworkGraph } from '../../network/networkGraph';
import type { ComputeModel, SnapshotSource } from './ModelStore';
import { ModelStore } from './ModelStore';

jest.mock('./networkModel', () => ({
  isSnapshotComplete: (snapshot: Snapshot) =>
    Object.values(snapshot).every((listing: Listing<unknown>) => listing.state !== 'loading'),
}));

class FakeSource implements SnapshotSource {
  readonly listeners = new Set<() => void>();
  refresh = jest.fn();
  private snapshot = {} as Snapshot;

  getSnapshot(): Snapshot {
    return this.snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  change(): void {
    this.snapshot = {} as Snapshot;
    this.listeners.forEach((listener) => listener());
  }
}

const graph = {} as NetworkGraph;

const setUp = () => {
  const source = new FakeSource();
  const compute = jest.fn<ReturnType<ComputeModel>, Parameters<ComputeModel>>(
    (_previous, snapshot) => ({ snapshot, graph, isComplete: true }),
  );
  return { source, compute, store: new ModelStore(source, compute) };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('ModelStore', () => {
  it('computes once per change for all subscribers', () => {
    const { source, compute, store } = setUp();
    const [first, second] = [jest.fn(), jest.fn()];
    store.subscribe(first);
    store.subscribe(second);
    jest.advanceTimersByTime(0);
    expect(compute).toHaveBeenCalledTimes(1);
    source.change();
    source.change();
    jest.advanceTimersByTime(0);
    expect(compute).toHaveBeenCalledTimes(2);
    expect(first).toHaveBeenCalledTimes(2);
    expect(second).toHaveBeenCalledTimes(2);
    expect(store.getModel().graph).toBe(graph);
  });

  it('leaves the main thread alone after a slow computation', () => {
    const { source, compute, store } = setUp();
    compute.mockImplementation((_previous, snapshot) => {
      jest.setSystemTime(Date.now() + 200);
      return { snapshot, isComplete: true };
    });
    store.subscribe(jest.fn());
    jest.advanceTimersByTime(0);
    source.change();
    jest.advanceTimersByTime(700);
    expect(compute).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(100);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('stops with the last subscriber and keeps what it knows', () => {
    const { source, compute, store } = setUp();
    const unsubscribe = store.subscribe(jest.fn());
    jest.advanceTimersByTime(0);
    unsubscribe();
    expect(source.listeners.size).toBe(0);
    jest.advanceTimersByTime(120_000);
    expect(compute).toHaveBeenCalledTimes(1);
    expect(store.getModel().graph).toBe(graph);
  });

  it('forgets everything when the identity changes', () => {
    const { source, store } = setUp();
    store.subscribe(jest.fn());
    jest.advanceTimersByTime(0);
    const other = new FakeSource();
    store.follow(other);
    expect(store.getModel().graph).toBeUndefined();
    expect(source.listeners.size).toBe(0);
    expect(other.listeners.size).toBe(1);
  });

  it('hands a defect to whoever reads, and recovers with the next good computation', () => {
    const { source, compute, store } = setUp();
    compute.mockImplementationOnce(() => {
      throw new Error('defect');
    });
    store.subscribe(jest.fn());
    jest.advanceTimersByTime(0);
    expect(() => store.getModel()).toThrow('defect');
    source.change();
    jest.advanceTimersByTime(0);
    expect(store.getModel().graph).toBe(graph);
  });

  it('builds a graph on the spot for a job that cannot wait', () => {
    const { store } = setUp();
    expect(store.current()).toBe(graph);
  });
});
