import { NOW, node } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { nnce, nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { forbid, healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_024 } from './NNCP-024';

const more = ['worker-2', 'worker-3'].flatMap((name, index) => {
  const ip = `192.168.4.${20 + index}`;
  return [node(name, { ip }), workerState(name, { ip }), nnce(name, 'br-vmdata')];
});

/** Four workers. */
const cluster = (maxUnavailable: number | string) =>
  healthyWith(
    nncp('br-vmdata', {
      interfaces: ovsBridgeWanted('br-vmdata', ['ens224']),
      mappings: { vmdata: 'br-vmdata' },
      maxUnavailable,
    }),
    ...more,
  );

const common = {
  rule: NNCP_024,
  subject: 'policy/br-vmdata',
  severity: 'warning',
  unseen: forbid(cluster(2), 'nodes', 'enactments'),
  now: NOW,
} as const;

ruleCase({ ...common, name: 'a number', faulty: cluster(2), mended: cluster(1) });
ruleCase({ ...common, name: 'a share', faulty: cluster('50%'), mended: cluster('25%') });
