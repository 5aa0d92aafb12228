import { node, snapshot } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { buildGraph } from '../../network/buildGraph';
import { coverageMatrix } from '../../network/coverageMatrix';
import { healthyWith } from '../testing/pictureOf';
import { coverageColumns, uncoveredRows, vmNodes } from './coverageColumns';

const graph = buildGraph(
  snapshot(
    healthyWith(
      node('worker-2'),
      workerState('worker-2'),
      node('worker-3'),
      workerState('worker-3', { mappings: {} }),
    ),
  ),
);
const rows = coverageMatrix(graph);
const counted = vmNodes(graph);

const nodesOf = (columns: ReturnType<typeof coverageColumns>) => columns.map(({ nodes }) => nodes);

test('nodes that are covered alike share a column, the one that differs has its own', () => {
  const columns = coverageColumns(rows, counted, 'folded');
  expect(nodesOf(columns)[0]).toEqual(['worker-0', 'worker-1', 'worker-2']);
  const drifted = columns.find(({ id }) => id === 'worker-3');
  expect(drifted).toEqual({ id: 'worker-3', nodes: ['worker-3'], worst: 'broken' });
});

test('every node that can run VMs is in one column, folded or not', () => {
  const all = ['worker-0', 'worker-1', 'worker-2', 'worker-3'];
  for (const fold of ['folded', 'each'] as const) {
    expect(
      nodesOf(coverageColumns(rows, counted, fold))
        .flat()
        .sort(),
    ).toEqual(all);
  }
  expect(coverageColumns(rows, counted, 'each')).toHaveLength(all.length);
});

test('only networks that miss a node are left where problems are wanted', () => {
  expect(uncoveredRows(rows, counted).map(({ name }) => name)).toContain('vlan-100');
  expect(uncoveredRows(rows, new Set(['worker-0']))).toEqual([]);
});
