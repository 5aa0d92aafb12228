/** Which pods and events are asked for: by the uid of the instance, and by the name where that finds none. */
import { ApiError } from '../../console/ApiError';
import { getJson } from '../../console/consoleFetch';
import { closeEvidence } from './closeEvidence';
import type { CloseTarget } from './closeEvidence';

jest.mock('../../console/consoleFetch', () => ({ getJson: jest.fn() }));

const TARGET: CloseTarget = {
  kind: 'VirtualMachine',
  namespace: 'ns1',
  name: 'web',
  instance: 'uid-1',
};
beforeEach(() => jest.resetAllMocks());

const { signal } = new AbortController();

const pod = (name: string, labels: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'ns1', labels: { 'kubevirt.io': 'virt-launcher', ...labels } },
});
const OF_UID = pod('by-uid', { 'kubevirt.io/created-by': 'uid-1' });
const OF_NAME = pod('by-name', { 'vm.kubevirt.io/name': 'web' });
const FORMER = pod('former', {
  'vm.kubevirt.io/name': 'web',
  'kubevirt.io/created-by': 'uid-0',
});

type Item = ReturnType<typeof pod>;

/** Answers as an API server would that holds these pods and no events. */
const serve = (...pods: readonly Item[]): void => {
  jest.mocked(getJson).mockImplementation((path) => {
    const url = new URL(path, 'http://x');
    const asked = (url.searchParams.get('labelSelector') ?? '').split(',');
    const isAsked = ({ metadata: { labels } }: Item): boolean => {
      const has = new Set(Object.entries(labels).map(([key, value]) => `${key}=${value}`));
      return asked.every((selector) => has.has(selector));
    };
    const items = url.pathname.endsWith('/pods') ? pods.filter(isAsked) : [];
    return Promise.resolve({ items });
  });
};

const namesFor = async (target: CloseTarget): Promise<readonly string[]> => {
  const { pods } = await closeEvidence(target, signal);
  return [...pods.items.values()].map(({ meta }) => meta.name);
};

test('the pods of the instance, and nothing is asked by name then', async () => {
  serve(OF_UID, OF_NAME, FORMER);
  expect(await namesFor(TARGET)).toEqual(['by-uid']);
  const asked = jest.mocked(getJson).mock.calls.map(([path]) => path);
  expect(asked.filter((path) => path.includes('/pods'))).toHaveLength(1);
});

test('a pod without the uid is found by the name of the VM; one of an instance before is not', async () => {
  serve(OF_NAME, FORMER);
  expect(await namesFor(TARGET)).toEqual(['by-name']);
});

test('without an instance all pods of the VM tell what happened', async () => {
  serve(OF_NAME, FORMER);
  expect(await namesFor({ ...TARGET, instance: '' })).toEqual(['by-name', 'former']);
});

test('what may not be read says so', async () => {
  jest.mocked(getJson).mockRejectedValue(new ApiError(403, 'Forbidden', 'pods is forbidden'));
  const { pods, events } = await closeEvidence(TARGET, signal);
  expect([pods.state, events.state]).toEqual(['forbidden', 'forbidden']);
});

test('a NAD has no pods to ask for', async () => {
  serve(OF_NAME);
  expect(await namesFor({ ...TARGET, kind: 'NetworkAttachmentDefinition', instance: '' })).toEqual(
    [],
  );
});
