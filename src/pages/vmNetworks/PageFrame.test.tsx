/** @jest-environment jsdom */
/** What the page says while it loads, when it may not read, and when all is there. */
import type * as PlainTranslation from '../../../dev/test/plainTranslation';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { NOW, snapshot as snapshotOf } from '../../../dev/test/makeCluster';
import type { Listing, Snapshot } from '../../cluster/snapshot';
import { runDoctor } from '../../doctor/runDoctor';
import { readNamespace } from '../../cluster/readPlatformObjects';
import { buildGraph } from '../../network/buildGraph';
import type { NetworkModel } from '../networkModel/networkModel';
import { networkModelStore } from '../networkModel/networkModelStore';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { PageFrame } from './PageFrame';

jest.mock('../../console/translation', () =>
  jest.requireActual<typeof PlainTranslation>('../../../dev/test/plainTranslation'),
);

jest.mock('../../console/router', () => ({
  Link: ({ to, children }: { to: string; children: React.ReactNode }) => (
    <a href={to}>{children}</a>
  ),
  useNavigate: () => jest.fn(),
}));

const mockChoose = jest.fn();
jest.mock('../../console/useProjectChoice', () => ({
  useProjectChoice: () => [['p30'], mockChoose],
}));

jest.mock('./FirstVisit', () => ({ FirstVisit: () => null }));
// Jobs have tests of their own; here nobody left one behind.
jest.mock('../jobs/IncompleteJobs', () => ({ __esModule: true, default: () => null }));

jest.mock('../networkModel/useNetworkModel', () => ({ useNetworkModel: jest.fn() }));
jest.mock('../networkModel/networkModelStore', () => ({
  networkModelStore: { refresh: jest.fn() },
}));

const full = snapshotOf(healthyCluster());

const show = async (changed: Partial<Snapshot>, isBuilt = true): Promise<void> => {
  const snapshot = { ...full, ...changed };
  const graph = buildGraph(snapshot);
  const model: NetworkModel = {
    snapshot,
    isComplete: Object.values(snapshot).every(({ state }) => state !== 'loading'),
    ...(isBuilt ? { graph, diagnosis: runDoctor({ graph, now: NOW }) } : {}),
  };
  jest.mocked(useNetworkModel).mockReturnValue(model);
  render(<PageFrame tab="topology">{() => <p>the view</p>}</PageFrame>);
  // What is loaded after the view.
  await act(async () => {
    await import('./PageNotices');
  });
};

const none = new Map<string, never>();
const notices = (): string =>
  document.querySelector('[data-test="listing-notices"]')?.textContent ?? '';

it('shows the view, the tabs and the way to the wizard', async () => {
  await show({});
  expect(screen.getByText('the view')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Attach a VM to a VLAN' }).getAttribute('href')).toBe(
    '/vm-networks/attach',
  );
  expect(notices()).toBe('');
});

it('waits for the first graph, and counts what is still to come', async () => {
  const items = new Map(
    [...full.vms.items].map(([key]) => [key, full.vms.items.get(key) as never]),
  );
  await show({ vms: { state: 'loading', items, total: 10_000 } }, false);
  expect(screen.getByLabelText('Loading the networks of the cluster')).toBeTruthy();
  expect(screen.getByText('VMs 1 of 10,000')).toBeTruthy();
});

it('says which kinds may not be read, where they were read, and asks again on demand', async () => {
  await show({
    nodeStates: { state: 'forbidden', items: none },
    vms: { state: 'forbidden', items: none, namespaces: ['blue', 'red'] },
  });
  expect(notices()).toContain(
    'You may not read them, so what depends on them is unknown: Node network states',
  );
  expect(notices()).toContain('Read in some of your 4 projects only (blue, red): VMs');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(networkModelStore.refresh).toHaveBeenCalledTimes(1);
});

it('names operators that are missing, but not kinds that nobody misses', async () => {
  await show({
    nodeStates: { state: 'absent', items: none },
    udns: { state: 'absent', items: none },
  });
  expect(notices()).toContain('Not installed in this cluster: Node network states');
  expect(notices()).not.toContain('UserDefinedNetworks');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /Close/ }));
  expect(notices()).toBe('');
});

it('does not let a lost connection be closed away', async () => {
  await show({
    vms: { state: 'stale', items: none },
    nads: { state: 'failed', items: none, reason: 'etcd is down' },
  });
  expect(notices()).toContain('Connection lost, shown as last seen: VMs');
  expect(notices()).toContain('Could not be read (etcd is down)');
  expect(screen.queryByRole('button', { name: /Close/ })).toBeNull();
});

it("says how many of a person's projects are read, and lets others be chosen", async () => {
  const names = Array.from({ length: 37 }, (_, index) => `p${index}`);
  const projects = new Map(
    names.flatMap((name) => {
      const record = readNamespace({ metadata: { name } });
      return record === undefined ? [] : [[name, record] as const];
    }),
  );
  const read: Listing<never> = { state: 'forbidden', items: none, namespaces: ['p30'] };
  await show({ vms: read, nads: read, namespaces: { state: 'forbidden', items: projects } });
  expect(notices()).toContain('Read in some of your 37 projects only (p30)');
  fireEvent.click(await screen.findByRole('button', { name: '10 of 37 projects' }));
  fireEvent.change(await screen.findByPlaceholderText('Find a project'), {
    target: { value: 'p36' },
  });
  fireEvent.click(screen.getByRole('checkbox', { name: 'p36' }));
  expect(mockChoose).toHaveBeenCalledWith(['p30', 'p36']);
});

it('offers no choice of projects where all are read', async () => {
  const read: Listing<never> = { state: 'forbidden', items: none, namespaces: ['blue'] };
  await show({ vms: read, nads: read });
  expect(screen.queryByRole('button', { name: /of .* projects/ })).toBeNull();
});
