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

/** Computation and notification, each in a task of its own, and what they lead to. */
const settle = (): void => {
  for (let task = 0; task < 4; task += 1) jest.advanceTimersByTime(1);
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('ModelStore', () => {
  it('computes once per change for all subscribers', () => {
    const { source, compute, store } = setUp();
    const [first, second] = [jest.fn(), jest.fn()];
    store.subscribe(first);
    store.subscribe(second);
    settle();
    expect(compute).toHaveBeenCalledTimes(1);
    source.change();
    source.change();
    settle();
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
    settle();
    source.change();
    jest.advanceTimersByTime(700);
    expect(compute).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(100);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('counts what drawing takes, too, and computes in a task of its own', () => {
    const { source, compute, store } = setUp();
    const draw = jest.fn(() => {
      if (compute.mock.calls.length === 1) jest.setSystemTime(Date.now() + 200);
    });
    store.subscribe(draw);
    jest.advanceTimersToNextTimer();
    expect([compute.mock.calls.length, draw.mock.calls.length]).toEqual([1, 0]);
    jest.advanceTimersToNextTimer();
    expect(draw).toHaveBeenCalledTimes(1);
    source.change();
    jest.advanceTimersByTime(700);
    expect(compute).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(100);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('loses no change that comes between a computation and its drawing', () => {
    const { source, compute, store } = setUp();
    store.subscribe(jest.fn());
    jest.advanceTimersToNextTimer();
    source.change();
    settle();
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('stops with the last subscriber and keeps what it knows', () => {
    const { source, compute, store } = setUp();
    const unsubscribe = store.subscribe(jest.fn());
    settle();
    unsubscribe();
    expect(source.listeners.size).toBe(0);
    jest.advanceTimersByTime(120_000);
    expect(compute).toHaveBeenCalledTimes(1);
    expect(store.getModel().graph).toBe(graph);
  });

  it('forgets everything when the identity changes', () => {
    const { source, store } = setUp();
    store.subscribe(jest.fn());
    settle();
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
    settle();
    expect(() => store.getModel()).toThrow('defect');
    source.change();
    settle();
    expect(store.getModel().graph).toBe(graph);
  });

  it('tries once what it cannot work on, and not again before a change', () => {
    const { source, compute, store } = setUp();
    store.subscribe(jest.fn());
    settle();
    compute.mockImplementation(() => {
      throw new Error('defect');
    });
    source.change();
    settle();
    settle();
    expect(compute).toHaveBeenCalledTimes(2);
    expect(() => store.getModel()).toThrow('defect');
  });

  it('builds a graph on the spot for a job that cannot wait', () => {
    const { store } = setUp();
    expect(store.current()).toBe(graph);
  });
});
