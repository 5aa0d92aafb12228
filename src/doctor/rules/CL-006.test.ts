/** CL-006: what cannot be read */
import { snapshot } from '../../../dev/test/makeCluster';
import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { ruleCase } from '../testing/ruleCase';
import { CL_006 } from './CL-006';

const all = snapshot(healthyCluster());

ruleCase({
  rule: CL_006,
  severity: 'info',
  subject: 'cluster',
  faulty: { ...all, cudns: { state: 'forbidden', items: new Map() } },
  mended: all,
  unseen: { ...all, cudns: { state: 'loading', items: new Map() } },
});
