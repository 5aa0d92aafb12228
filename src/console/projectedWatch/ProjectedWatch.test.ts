import type { Text } from '../../cluster/text';
import { ProjectedWatch } from './ProjectedWatch';
import type { Thing } from './testing/FakeTransport';
import { FakeTransport, rawThing, readThing } from './testing/FakeTransport';
import { WATCH_TIMING } from './watchTiming';

jest.mock('../translateNow', () => {
  const { formatText }: { formatText: (sentence: Text) => string } =
    jest.requireActual('../../cluster/text');
  return { translateNow: formatText };
});

const start = () => {
  const transport = new FakeTransport();
  const read = jest.fn(readThing);
  const watch = new ProjectedWatch<Thing>({ path: '/apis/g/v1/things', read }, transport);
  const notified = jest.fn();
  const unsubscribe = watch.subscribe(notified);
  return { transport, watch, notified, unsubscribe, read };
};

const settle = (milliseconds = 0) => jest.advanceTimersByTimeAsync(milliseconds);

/** A watch that is complete and live with the things a and b. */
const startLive = async () => {
  const started = start();
  await settle();
  started.transport.lastList.answer([rawThing('a', 1), rawThing('b', 2)]);
  await settle();
  started.transport.lastSocket.accept();
  await settle(WATCH_TIMING.batch);
  started.notified.mockClear();
  return started;
};

const names = (watch: ProjectedWatch<Thing>) => [...watch.getListing().items.keys()];

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('reading the list', () => {
  it('shows the first page at once, counts what is to come and completes with the last page', async () => {
    const { transport, watch, notified } = start();
    expect(watch.getListing().state).toBe('loading');
    expect(transport.lastList.query).toEqual({ limit: '1000' });

    transport.lastList.answer([rawThing('a', 1)], { next: 'token', remaining: 2 });
    await settle();
    expect(watch.getListing()).toMatchObject({ state: 'loading', total: 3 });
    expect(names(watch)).toEqual(['ns/a']);
    expect(notified).toHaveBeenCalledTimes(1);
    expect(transport.lastList.query).toEqual({ limit: '1000', continue: 'token' });

    transport.lastList.answer([rawThing('b', 2), rawThing('c', 3)]);
    await settle();
    expect(watch.getListing().state).toBe('complete');
    expect(watch.getListing().total).toBeUndefined();
    expect(names(watch)).toEqual(['ns/a', 'ns/b', 'ns/c']);
    expect(transport.lastSocket.query).toEqual({
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: '100',
    });
  });

  it('begins again when the list expires half-way, and keeps the first pages in view', async () => {
    const { transport, watch } = start();
    transport.lastList.answer([rawThing('a', 1), rawThing('b', 2)], {
      next: 'token',
      remaining: 1,
    });
    await settle();
    transport.lastList.fail(410);
    await settle();
    expect(transport.lists).toHaveLength(3);
    expect(transport.lastList.query.continue).toBeUndefined();
    expect(names(watch)).toEqual(['ns/a', 'ns/b']);

    transport.lastList.answer([rawThing('a', 1)], { next: 'token', remaining: 1 });
    await settle(WATCH_TIMING.batch);
    expect(names(watch)).toEqual(['ns/a', 'ns/b']);
    transport.lastList.answer([rawThing('c', 3)]);
    await settle();
    expect(watch.getListing().state).toBe('complete');
    expect(names(watch)).toEqual(['ns/a', 'ns/c']);
  });

  it('reads 10,000 items with at most one notification per interval', async () => {
    const { transport, watch, notified } = start();
    for (let page = 0; page < 10; page += 1) {
      const items = Array.from({ length: 1000 }, (_, index) =>
        rawThing(`thing-${page}-${index}`, page * 1000 + index),
      );
      const isLast = page === 9;
      transport.lastList.answer(items, {
        next: isLast ? '' : `page-${page}`,
        ...(isLast ? {} : { remaining: 9000 - page * 1000 }),
      });
      await settle(50);
    }
    expect(watch.getListing().items.size).toBe(10_000);
    expect(watch.getListing().state).toBe('complete');
    expect(notified.mock.calls.length).toBeLessThanOrEqual(5);
  });

  it('ignores a page that arrives after the watch was stopped and started again', async () => {
    const { transport, watch, unsubscribe } = start();
    const late = transport.lastList;
    unsubscribe();
    await settle(WATCH_TIMING.keep);
    expect(late.signal.aborted).toBe(true);
    watch.subscribe(jest.fn());
    late.answer([rawThing('old', 1)]);
    await settle();
    expect(names(watch)).toEqual([]);
    transport.lastList.answer([rawThing('new', 2)]);
    await settle();
    expect(names(watch)).toEqual(['ns/new']);
  });
});

describe('lists that fail', () => {
  it('reports forbidden, asks again only slowly, and tells nobody the same answer twice', async () => {
    const { transport, watch, notified } = start();
    transport.lastList.fail(403, 'things is forbidden');
    await settle(WATCH_TIMING.givenUpRetry - 1);
    expect(watch.getListing()).toMatchObject({ state: 'forbidden', reason: 'things is forbidden' });
    expect(transport.lists).toHaveLength(1);
    await settle(1);
    expect(transport.lists).toHaveLength(2);
    const before = watch.getListing();
    notified.mockClear();
    transport.lastList.fail(403, 'things is forbidden');
    await settle(WATCH_TIMING.givenUpRetry - 1);
    expect(notified).not.toHaveBeenCalled();
    expect(watch.getListing()).toBe(before);
    expect(transport.lists).toHaveLength(2);
    expect(transport.sockets).toHaveLength(0);
    watch.refresh();
    expect(transport.lists).toHaveLength(3);
  });

  it('finds rights that were granted when the reader comes back to the tab, at most once a while', async () => {
    const { transport, watch } = start();
    transport.lastList.fail(403, 'things is forbidden');
    await settle(WATCH_TIMING.givenUpPause - 1);
    transport.wake(1_000);
    expect(transport.lists).toHaveLength(1);
    await settle(1);
    transport.wake(1_000);
    transport.wake(0);
    expect(transport.lists).toHaveLength(2);
    transport.lastList.answer([rawThing('a', 1)]);
    await settle();
    expect(watch.getListing().state).toBe('complete');
    expect(names(watch)).toEqual(['ns/a']);
  });

  it('takes 401 for the end of the session and not for missing rights', async () => {
    const { transport, watch } = start();
    transport.lastList.fail(401, 'Unauthorized');
    await settle();
    expect(watch.getListing().state).toBe('failed');
    expect(watch.getListing().reason).toContain('log in again');
  });

  it('reports a kind that is not served as absent and looks again later', async () => {
    const { transport, watch } = start();
    transport.lastList.fail(404);
    await settle();
    expect(watch.getListing().state).toBe('absent');
    await settle(WATCH_TIMING.givenUpRetry);
    transport.lastList.answer([rawThing('a', 1)]);
    await settle();
    expect(watch.getListing().state).toBe('complete');
  });

  it('retries a server error with growing pauses and recovers', async () => {
    const { transport, watch } = start();
    transport.lastList.fail(503, 'etcd is down');
    await settle();
    expect(watch.getListing()).toMatchObject({ state: 'failed', reason: 'etcd is down' });
    await settle(WATCH_TIMING.firstRetry - 1);
    expect(transport.lists).toHaveLength(1);
    await settle(1);
    expect(transport.lists).toHaveLength(2);
    transport.lastList.fail(503, 'etcd is down');
    await settle(2 * WATCH_TIMING.firstRetry);
    transport.lastList.answer([]);
    await settle();
    expect(watch.getListing()).toMatchObject({ state: 'complete' });
    expect(watch.getListing().reason).toBeUndefined();
  });
});

describe('watching', () => {
  it('applies events in batches and keeps the identity of what did not change', async () => {
    const { transport, watch, notified } = await startLive();
    const before = watch.getListing();
    for (let version = 101; version <= 150; version += 1) {
      transport.lastSocket.send('MODIFIED', rawThing('a', version, version));
    }
    transport.lastSocket.send('ADDED', rawThing('c', 151));
    transport.lastSocket.send('DELETED', rawThing('b', 152));
    await settle(WATCH_TIMING.batch);
    expect(notified).toHaveBeenCalledTimes(1);
    expect(names(watch)).toEqual(['ns/a', 'ns/c']);
    expect(watch.getListing().items.get('ns/a')?.size).toBe(150);
    expect([...before.items.keys()]).toEqual(['ns/a', 'ns/b']);
  });

  it('ignores duplicate and older events', async () => {
    const { transport, watch, notified } = await startLive();
    transport.lastSocket.send('MODIFIED', rawThing('a', 120, 'new'));
    await settle(WATCH_TIMING.batch);
    const held = watch.getListing().items.get('ns/a');
    notified.mockClear();
    transport.lastSocket.send('MODIFIED', rawThing('a', 120, 'new'));
    transport.lastSocket.send('MODIFIED', rawThing('a', 99, 'old'));
    transport.lastSocket.send('DELETED', rawThing('a', 98));
    transport.lastSocket.send('DELETED', rawThing('unknown', 130));
    await settle(WATCH_TIMING.batch);
    expect(watch.getListing().items.get('ns/a')).toBe(held);
    expect(notified).not.toHaveBeenCalled();
  });

  it('resumes a dropped socket from the last version, without a notice when it is quick', async () => {
    const { transport, watch, notified } = await startLive();
    transport.lastSocket.send('BOOKMARK', { metadata: { resourceVersion: '500' } });
    transport.lastSocket.drop();
    await settle(WATCH_TIMING.firstRetry);
    expect(transport.sockets).toHaveLength(2);
    expect(transport.lastSocket.query.resourceVersion).toBe('500');
    transport.lastSocket.accept();
    await settle(WATCH_TIMING.staleAfter);
    expect(watch.getListing().state).toBe('complete');
    expect(notified).not.toHaveBeenCalled();
    expect(transport.lists).toHaveLength(1);
  });

  it('says stale when the socket stays away, and lists again to learn why', async () => {
    const { transport, watch } = await startLive();
    transport.lastSocket.drop();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await settle(8_000);
      transport.lastSocket.drop();
    }
    await settle(8_000);
    expect(watch.getListing().state).toBe('stale');
    expect(names(watch)).toEqual(['ns/a', 'ns/b']);
    expect(transport.lists).toHaveLength(2);
    transport.lastList.fail(403);
    await settle();
    expect(watch.getListing().state).toBe('forbidden');
    expect(names(watch)).toEqual([]);
  });

  it('lists again after 410 without ever showing fewer, and keeps unchanged records', async () => {
    const { transport, watch, notified, read } = await startLive();
    const held = watch.getListing().items.get('ns/a');
    read.mockClear();
    const sizes: number[] = [];
    notified.mockImplementation(() => sizes.push(watch.getListing().items.size));
    transport.lastSocket.send('ERROR', { kind: 'Status', code: 410 });
    await settle();
    expect(transport.lists).toHaveLength(2);
    transport.lastList.answer([rawThing('a', 1)], { next: 'token', remaining: 1 });
    await settle(WATCH_TIMING.batch);
    transport.lastList.answer([rawThing('b', 2), rawThing('c', 300)], { resourceVersion: '300' });
    await settle(WATCH_TIMING.batch);
    expect(sizes.every((size) => size >= 2)).toBe(true);
    expect(names(watch)).toEqual(['ns/a', 'ns/b', 'ns/c']);
    expect(watch.getListing().items.get('ns/a')).toBe(held);
    expect(read).toHaveBeenCalledTimes(1);
    expect(transport.lastSocket.query.resourceVersion).toBe('300');
  });

  it('lists again after a frame that cannot be read', async () => {
    const { transport } = await startLive();
    transport.lastSocket.sendText('{"type": "ADDED", "obj');
    await settle(WATCH_TIMING.firstRetry);
    expect(transport.lists).toHaveLength(2);
  });

  it('takes a socket that has been silent for long as dead', async () => {
    const { transport } = await startLive();
    const [first] = transport.sockets;
    await settle(WATCH_TIMING.silence);
    await settle(WATCH_TIMING.firstRetry);
    expect(first?.closed).toBe(true);
    expect(transport.sockets).toHaveLength(2);
  });

  it('reconnects at once when the tab was hidden for long or waits for a retry', async () => {
    const { transport } = await startLive();
    transport.wake(1_000);
    expect(transport.sockets).toHaveLength(1);
    transport.wake(WATCH_TIMING.hidden);
    expect(transport.sockets).toHaveLength(2);
    transport.lastSocket.drop();
    transport.wake(0);
    expect(transport.sockets).toHaveLength(3);
  });
});

describe('subscribers', () => {
  it('shares one list and one socket, and stops only after the last has been gone for a while', async () => {
    const { transport, watch, unsubscribe } = await startLive();
    const second = watch.subscribe(jest.fn());
    unsubscribe();
    await settle(2 * WATCH_TIMING.keep);
    expect(transport.lastSocket.closed).toBe(false);
    second();
    second();
    await settle(WATCH_TIMING.keep - 1);
    expect(transport.lastSocket.closed).toBe(false);
    await settle(1);
    expect(transport.lastSocket.closed).toBe(true);
    expect(transport.lists).toHaveLength(1);
  });

  it('resumes from where it stopped, marked stale until it is live', async () => {
    const { transport, watch, unsubscribe } = await startLive();
    unsubscribe();
    await settle(WATCH_TIMING.keep);
    watch.subscribe(jest.fn());
    await settle(WATCH_TIMING.batch);
    expect(watch.getListing().state).toBe('stale');
    expect(names(watch)).toEqual(['ns/a', 'ns/b']);
    expect(transport.lists).toHaveLength(1);
    transport.lastSocket.accept();
    await settle(WATCH_TIMING.batch);
    expect(watch.getListing().state).toBe('complete');
  });
});
