/** NAD-024: names that mislead */
import { completeSnapshot } from '../../cluster/snapshotOf';
import { buildGraph } from '../../network/buildGraph';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_024 } from './NAD-024';

ruleCase({
  rule: NAD_024,
  severity: 'info',
  subject: 'nad/ns2/vlan-300',
  faulty: healthyObjects(vlanNad('ns2/vlan-300')),
  mended: healthyObjects(vlanNad('ns2/vlan-200')),
  unseen: 'nads',
});

test('NAD-024 says nothing of a configuration without a name: that is NAD-009', () => {
  const graph = buildGraph(completeSnapshot(healthyObjects(vlanNad('ns2/lan', { name: '' }))));
  expect(NAD_024.check({ graph, now: 0 }).findings).toEqual([]);
});
