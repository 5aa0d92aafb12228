/** NAD-023: two networks on one segment */
import { completeSnapshot } from '../../cluster/snapshotOf';
import { buildGraph } from '../../network/buildGraph';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_023 } from './NAD-023';

const pool = (path: string, subnets: string | undefined) => vlanNad(path, { subnets });

ruleCase({
  rule: NAD_023,
  severity: 'info',
  subject: 'network/lan-a',
  faulty: healthyObjects(pool('ns2/lan-a', undefined), pool('ns2/lan-b', undefined)),
  mended: healthyObjects(pool('ns2/lan-a', undefined)),
  unseen: 'nodeStates',
});

ruleCase({
  rule: NAD_023,
  name: 'overlapping pools',
  severity: 'warning',
  subject: 'network/lan-a',
  faulty: healthyObjects(pool('ns2/lan-a', '10.1.0.0/24'), pool('ns2/lan-b', '10.1.0.128/25')),
  mended: healthyObjects(pool('ns2/lan-a', '10.1.0.0/24')),
  unseen: 'nads',
});

test('NAD-023 takes a VLAN that is none for no segment, not for the untagged one', () => {
  const nads = [vlanNad('ns2/lan-a', { vlanID: '100' }), vlanNad('ns2/lan-b', { vlanID: 5000 })];
  const context = { graph: buildGraph(completeSnapshot(healthyObjects(...nads))), now: 0 };
  expect(NAD_023.check(context).findings).toEqual([]);
});
