/** @jest-environment jsdom */
import { ApiError } from '../ApiError';
import { getJson } from '../consoleFetch';
import { createTransport } from './createTransport';

jest.mock('../consoleFetch', () => ({ getJson: jest.fn() }));

const get = jest.mocked(getJson);
const VMS = '/apis/kubevirt.io/v1/virtualmachines';

/** Answers `/apis` with these groups and every list with this. */
const answer = (groups: readonly string[] | Error, list: unknown = { items: [] }) =>
  get.mockImplementation((path) => {
    if (path !== '/apis') return Promise.resolve(list);
    return groups instanceof Error
      ? Promise.reject(groups)
      : Promise.resolve({ groups: groups.map((name) => ({ name })) });
  });

const list = (path = VMS, transport = createTransport()) =>
  transport.list(path, { limit: '1000' }, new AbortController().signal);

const listsOf = (path: string) =>
  get.mock.calls.filter(([called]) => called.startsWith(path)).length;

beforeEach(() => get.mockReset());

it('reads a page with its version, token and count', async () => {
  const metadata = { resourceVersion: '7', continue: 'next', remainingItemCount: 3 };
  answer(['kubevirt.io'], { metadata, items: [{ metadata: { name: 'a' } }] });
  await expect(list()).resolves.toEqual({
    items: [{ metadata: { name: 'a' } }],
    resourceVersion: '7',
    next: 'next',
    remaining: 3,
  });
});

it('answers for a group that is not installed without asking for its lists', async () => {
  answer(['nmstate.io']);
  await expect(list()).rejects.toMatchObject({ status: 404 });
  expect(listsOf(VMS)).toBe(0);
});

it('asks for the groups once, and not at all for core kinds', async () => {
  answer(['kubevirt.io']);
  const transport = createTransport();
  await list('/api/v1/nodes', transport);
  expect(listsOf('/apis')).toBe(0);
  await Promise.all([list(VMS, transport), list(VMS, transport)]);
  expect(get.mock.calls.filter(([path]) => path === '/apis')).toHaveLength(1);
});

it('tries every kind when the groups cannot be read', async () => {
  answer(new ApiError(403, 'Forbidden', 'no'));
  await expect(list()).resolves.toMatchObject({ items: [] });
});

it('does not take a page of HTML for an empty list', async () => {
  answer(['kubevirt.io'], '<html>log in</html>');
  await expect(list()).rejects.toMatchObject({ status: 0 });
});

it('opens a WebSocket below the base path, with the subprotocols of impersonation', () => {
  const opened = jest.fn();
  const original = globalThis.WebSocket;
  globalThis.WebSocket = opened as unknown as typeof WebSocket;
  try {
    createTransport(['Impersonate-User.x']).open(VMS, { watch: 'true' });
  } finally {
    globalThis.WebSocket = original;
  }
  expect(opened).toHaveBeenCalledWith(
    `ws://${window.location.host}/api/kubernetes${VMS}?watch=true`,
    ['Impersonate-User.x'],
  );
});
