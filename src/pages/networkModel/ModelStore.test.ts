import type { Listing, Snapshot } from '../../cluster/snapshot';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Prepare } from '../../ui/drawAhead';
import type { ComputeModel, SnapshotSource } from './ModelStore';
import { ModelStore } from './ModelStore';

/** Fake timers know no message channels. */
jest.mock('../../ui/soonTask', () => ({
  soonTask: (work: () => void) => {
    const timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  },
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

  change(listings: Partial<Snapshot> = {}): void {
    this.snapshot = { ...listings } as Snapshot;
    this.listeners.forEach((listener) => listener());
  }
}

const listings = {
  loading: { state: 'loading', items: new Map<string, never>() },
  settled: { state: 'complete', items: new Map<string, never>() },
} satisfies Readonly<Record<string, Listing<never>>>;

const graph = {} as NetworkGraph;

const diagnosis = {} as Diagnosis;

/** A computation of some pieces, which all take their time. */
const inPieces = (pieces: number, each: number): ComputeModel =>
  function* (_previous, snapshot) {
    for (let piece = 0; piece < pieces; piece += 1) {
      if (piece > 0) yield;
      jest.setSystemTime(Date.now() + each);
    }
    return { snapshot, graph, diagnosis, isComplete: true };
  };

const failing: ComputeModel = () => {
  throw new Error('defect');
};

const setUp = () => {
  const source = new FakeSource();
  const compute = jest.fn<ReturnType<ComputeModel>, Parameters<ComputeModel>>(inPieces(1, 0));
  const prepare = jest.fn<ReturnType<Prepare>, Parameters<Prepare>>(function* () {});
  return { source, compute, prepare, store: new ModelStore(source, compute, prepare) };
};

/** Computation and notification, each in a task of its own, and what they lead to. */
const settle = (): void => {
  for (let task = 0; task < 4; task += 1) jest.advanceTimersByTime(1);
};

/** After work of 200 ms a change has to wait for four times as long. */
const expectRest = (source: FakeSource, compute: jest.Mock): void => {
  source.change();
  jest.advanceTimersByTime(700);
  expect(compute).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(100);
  expect(compute).toHaveBeenCalledTimes(2);
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

  it('shows the first whole cluster at once, whatever the parts before it have cost', () => {
    const { source, compute, store } = setUp();
    const { settled, loading } = listings;
    source.change({ nodes: loading });
    compute.mockImplementation(function* (_previous, snapshot) {
      jest.setSystemTime(Date.now() + 2_000);
      yield;
      return { snapshot, graph, diagnosis, isComplete: snapshot.nodes !== loading };
    });
    store.subscribe(jest.fn());
    settle();
    source.change({ nodes: loading });
    settle();
    expect(compute).toHaveBeenCalledTimes(1);
    source.change({ nodes: settled });
    settle();
    expect(store.getModel().snapshot).toBe(source.getSnapshot());
    source.change({ nodes: settled });
    settle();
    expect(compute).toHaveBeenCalledTimes(2);
  });

  describe('when all but the VMs has come in', () => {
    const { settled, loading } = listings;
    const part = { nodes: settled, vms: loading };
    const whole = { nodes: settled, vms: settled };

    /** Everything takes some slices, and the first look at the cluster has cost seconds. */
    const setUpPart = () => {
      const all = setUp();
      all.compute.mockImplementation(function* (_previous, snapshot) {
        jest.setSystemTime(Date.now() + 1_000);
        yield;
        return { snapshot, graph, diagnosis, isComplete: snapshot.vms.state === 'complete' };
      });
      all.source.change({ nodes: loading, vms: loading });
      all.store.subscribe(jest.fn());
      settle();
      all.source.change(part);
      return { ...all, partly: all.source.getSnapshot() };
    };

    it('works on it at once, and shows it', () => {
      const { store, partly } = setUpPart();
      settle();
      expect(store.getModel().snapshot).toBe(partly);
    });

    it('ends the model of it when the VMs come, and goes on from that without drawing it', () => {
      const { source, compute, prepare, store, partly } = setUpPart();
      jest.advanceTimersToNextTimer();
      expect(compute).toHaveBeenCalledTimes(2);
      source.change(whole);
      settle();
      expect(prepare).toHaveBeenCalledTimes(2);
      expect(compute.mock.calls[2]?.[0]?.snapshot).toBe(partly);
      expect(store.getModel().snapshot).toBe(source.getSnapshot());
    });

    it('is not kept from the whole by a defect', () => {
      const { source, compute, store } = setUpPart();
      compute.mockImplementationOnce(function* () {
        jest.setSystemTime(Date.now() + 1_000);
        yield;
        throw new Error('defect');
      });
      for (let slice = 0; slice < 2; slice += 1) jest.advanceTimersToNextTimer();
      source.change(whole);
      settle();
      expect(compute).toHaveBeenCalledTimes(3);
      expect(store.getModel().snapshot).toBe(source.getSnapshot());
    });

    it('gives up drawing it when the VMs come, and goes on from its model', () => {
      const { source, compute, prepare, store, partly } = setUpPart();
      prepare.mockImplementation(function* () {
        jest.setSystemTime(Date.now() + 1_000);
        yield;
      });
      for (let slice = 0; slice < 3; slice += 1) jest.advanceTimersToNextTimer();
      expect([compute.mock.calls.length, prepare.mock.calls.length]).toEqual([2, 2]);
      source.change(whole);
      const shown: (Snapshot | undefined)[] = [];
      store.subscribe(() => shown.push(store.getModel().snapshot));
      settle();
      settle();
      expect(compute.mock.calls[2]?.[0]?.snapshot).toBe(partly);
      expect(shown).toEqual([source.getSnapshot()]);
    });
  });

  it('leaves the main thread alone after a slow computation', () => {
    const { source, compute, store } = setUp();
    compute.mockImplementation(inPieces(1, 200));
    store.subscribe(jest.fn());
    settle();
    expectRest(source, compute);
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
    expectRest(source, compute);
  });

  it('loses no change that comes between a computation and its drawing', () => {
    const { source, compute, store } = setUp();
    store.subscribe(jest.fn());
    jest.advanceTimersToNextTimer();
    source.change();
    settle();
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('counts all slices of a computation, and lets others have the thread between them', () => {
    const { source, compute, store } = setUp();
    compute.mockImplementation(inPieces(20, 10));
    const draw = jest.fn();
    store.subscribe(draw);
    for (let slice = 0; slice < 20; slice += 1) {
      expect(draw).not.toHaveBeenCalled();
      jest.advanceTimersToNextTimer();
    }
    jest.advanceTimersToNextTimer();
    expect(draw).toHaveBeenCalledTimes(1);
    expectRest(source, compute);
  });

  it('ends what it has begun while changes go on coming, and then takes the newest', () => {
    const { source, compute, store } = setUp();
    compute.mockImplementation(inPieces(5, 10));
    const shown: (Snapshot | undefined)[] = [];
    store.subscribe(() => shown.push(store.getModel().snapshot));
    const first = source.getSnapshot();
    for (let slice = 0; slice < 6; slice += 1) {
      jest.advanceTimersToNextTimer();
      source.change();
    }
    expect(shown).toEqual([first]);
    jest.advanceTimersByTime(1_000);
    expect(compute).toHaveBeenCalledTimes(2);
    expect(shown[1]).toBe(source.getSnapshot());
  });

  it('shows the model before until the next one and its drawing are prepared', () => {
    const { source, compute, prepare, store } = setUp();
    store.subscribe(jest.fn());
    settle();
    const before = store.getModel();
    const next = {} as NetworkGraph;
    compute.mockImplementation(function* (_previous, snapshot) {
      yield;
      return { snapshot, graph: next, diagnosis, isComplete: true };
    });
    prepare.mockImplementation(function* () {
      expect(store.getModel()).toBe(before);
      jest.setSystemTime(Date.now() + 10);
      yield;
      expect(store.getModel()).toBe(before);
    });
    source.change();
    settle();
    expect(prepare).toHaveBeenLastCalledWith({ graph: next, diagnosis }, graph);
    expect(store.getModel().graph).toBe(next);
    expect.assertions(4);
  });

  it('drops work under way when the identity changes', () => {
    const { compute, store } = setUp();
    compute.mockImplementation(inPieces(3, 10));
    const draw = jest.fn();
    store.subscribe(draw);
    jest.advanceTimersToNextTimer();
    store.follow(new FakeSource());
    expect(store.getModel().graph).toBeUndefined();
    const { snapshot } = store.getModel();
    jest.advanceTimersByTime(1_000);
    expect(draw).toHaveBeenCalledTimes(1);
    expect(store.getModel().snapshot).toBe(snapshot);
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

  it('does not make one identity wait for what another has cost', () => {
    const { compute, store } = setUp();
    compute.mockImplementation(inPieces(1, 1_000));
    store.subscribe(jest.fn());
    settle();
    store.follow(new FakeSource());
    settle();
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('hands a defect to whoever reads, and recovers with the next good computation', () => {
    const { source, compute, store } = setUp();
    compute.mockImplementationOnce(failing);
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
    compute.mockImplementation(failing);
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
