import { node, snapshot } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { formatText } from '../../cluster/text';
import { buildGraph } from '../../network/buildGraph';
import { coverageMatrix } from '../../network/coverageMatrix';
import { csvText } from '../export/csvText';
import { healthyWith } from '../testing/pictureOf';
import { coverageCells } from './coverageCells';

const cellsWith = (network: string) => {
  const graph = buildGraph(
    snapshot(
      healthyWith(
        node('worker-2'),
        workerState('worker-2', { mappings: {} }),
        ovnNad('ns1/odd', {
          config: { name: network, physicalNetworkName: 'vmdata', vlanID: 300 },
        }),
      ),
    ),
  );
  return [
    ...coverageCells(graph, coverageMatrix(graph), {
      say: formatText,
      stateWord: (state) => state,
      network: 'Network',
      vlan: 'VLAN',
    }),
  ];
};

test('every node that runs VMs has a column, and a cell says why its network is not there', () => {
  const [head, ...rows] = cellsWith('blue');
  expect(head).toEqual(['Network', 'VLAN', 'worker-0', 'worker-1', 'worker-2']);
  const [name, vlan, first, second, third] = rows.find(([word]) => word === 'blue') ?? [];
  expect([name, vlan, first, second]).toEqual(['blue', '300', 'ok', 'ok']);
  expect(third).toMatch(/^broken: .*vmdata/);
});

test('a network whose name is a formula does not run in a spreadsheet', () => {
  const csv = csvText(cellsWith('=HYPERLINK("http://x","y")'));
  expect(csv).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
});
