import { NOW, snapshot, withoutObject } from '../../../dev/test/makeCluster';
import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { degraded, healthyWith } from '../testing/healthyWith';
import { nncp } from '../../../dev/test/makeClusterPolicies';
import { buildGraph } from '../../network/buildGraph';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_004 } from './NNCP-004';

const ENACTMENT = 'NodeNetworkConfigurationEnactment';

ruleCase({
  rule: NNCP_004,
  faulty: snapshot(withoutObject(healthyCluster(), ENACTMENT, 'worker-1.br-vmdata')),
  subject: 'policy/br-vmdata',
  severity: 'warning',
  mended: healthyWith(),
  unseen: 'enactments',
  now: NOW,
});

test('a policy that failed is no partial success', () => {
  const failed = nncp('other', { conditions: degraded(), desiredState: { routes: {} } });
  const result = NNCP_004.check({ graph: buildGraph(healthyWith(failed)), now: NOW });
  expect(result.findings).toEqual([]);
});
