import type { StartingPoint } from './startingPoint';
import { startNotes } from './startNotes';
import { clusterWithFreeNic, graphOf } from './testing';

const GRAPH = graphOf(clusterWithFreeNic());

test.each<[StartingPoint, readonly string[]]>([
  [{}, []],
  [{ vms: ['ns1/web'], node: 'worker-0', nic: 'ens256' }, []],
  [{ vms: ['ns1/web', 'ns1/gone'] }, ['VM {{vm}} does not exist.']],
  [{ node: 'gone' }, ['Node {{node}} does not exist, or you may not see it.']],
  [{ node: 'worker-0', nic: 'ens192' }, ['{{nic}} carries the own traffic of node {{node}}.']],
  [{ node: 'worker-0', nic: 'ens224' }, ['{{nic}} is already in {{controller}} on node {{node}}.']],
])('of %j the form says %j', (start, expected) => {
  expect(startNotes(GRAPH, start).map(({ template }) => template)).toEqual(expected);
});
