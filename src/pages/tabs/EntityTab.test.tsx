/** @jest-environment jsdom */
/** The tab on an object's page: the state beside its name claims no more than the path below it. */
import type * as PlainTranslation from '../../../dev/test/plainTranslation';
import { render, screen } from '@testing-library/react';
import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { NOW, snapshot as snapshotOf } from '../../../dev/test/makeCluster';
import type { Snapshot } from '../../cluster/snapshot';
import { runDoctor } from '../../doctor/runDoctor';
import { buildGraph } from '../../network/buildGraph';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { EntityTab } from './EntityTab';

jest.mock('../../console/translation', () =>
  jest.requireActual<typeof PlainTranslation>('../../../dev/test/plainTranslation'),
);

jest.mock('../../console/router', () => ({
  Link: ({ to, children }: { to: string; children: React.ReactNode }) => (
    <a href={to}>{children}</a>
  ),
}));

jest.mock('../../topology/view/SmallTopology', () => ({ SmallTopology: () => null }));
jest.mock('../vmNetworks/ListingNotices', () => ({ ListingNotices: () => null }));
jest.mock('../networkModel/useNetworkModel', () => ({ useNetworkModel: jest.fn() }));
jest.mock('../networkModel/networkModelStore', () => ({
  networkModelStore: { refresh: jest.fn() },
}));

const full = snapshotOf(healthyCluster());

const headOf = (snapshot: Snapshot): string => {
  const graph = buildGraph(snapshot);
  jest.mocked(useNetworkModel).mockReturnValue({
    snapshot,
    isComplete: true,
    graph,
    diagnosis: runDoctor({ graph, now: NOW }),
  });
  render(<EntityTab id="vm/ns1/web" />);
  return document.querySelector('[data-test="entity-tab-shown"]')?.textContent ?? '';
};

test('a VM whose path is whole is OK', () => {
  expect(headOf(full)).toBe('web OK');
});

test('a VM whose nodes may not be read is not called OK above a path that is not known', () => {
  const forbidden = { state: 'forbidden', items: new Map<string, never>() } as const;
  expect(headOf({ ...full, nodeStates: forbidden })).toBe('web Unknown');
  expect(screen.getAllByText('Unknown').length).toBeGreaterThan(1);
});
