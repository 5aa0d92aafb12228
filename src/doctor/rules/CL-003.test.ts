/** CL-003: ovnkube crash loops */
import { object, withoutObject } from '../../../dev/test/makeCluster';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import type { KubeObject } from '../../cluster/kubeObject';
import { CL_003 } from './CL-003';

const pod = (status: Record<string, unknown>) =>
  object('v1', 'Pod', 'openshift-ovn-kubernetes/ovnkube-node-x7k2p', {
    meta: { labels: { app: 'ovnkube-node' } },
    spec: { nodeName: 'worker-0' },
    status: { phase: 'Running', containerStatuses: [status] },
  });
/** Without the daemon set, whose count would prove that all is well. */
const cluster = (...objects: readonly KubeObject[]) =>
  withoutObject(healthyObjects(...objects), 'DaemonSet', 'openshift-ovn-kubernetes/ovnkube-node');

ruleCase({
  rule: CL_003,
  severity: 'critical',
  subject: 'cluster',
  faulty: cluster(
    pod({ ready: false, restartCount: 7, state: { waiting: { reason: 'CrashLoopBackOff' } } }),
  ),
  mended: cluster(pod({ ready: true, restartCount: 7 })),
  unseen: 'pods',
});
