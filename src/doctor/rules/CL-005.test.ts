/** CL-005: handlers that are not ready */
import { object } from '../../../dev/test/makeCluster';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { CL_005 } from './CL-005';

const handlers = (numberReady: number) =>
  object('apps/v1', 'DaemonSet', 'openshift-nmstate/nmstate-handler', {
    status: { desiredNumberScheduled: 3, numberReady },
  });

ruleCase({
  rule: CL_005,
  severity: 'warning',
  subject: 'cluster',
  faulty: healthyObjects(handlers(2)),
  mended: healthyObjects(handlers(3)),
  unseen: 'daemonSets',
});
