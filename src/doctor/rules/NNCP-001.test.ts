import { NOW } from '../../../dev/test/makeCluster';
import { nnce, nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { degraded, healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_001 } from './NNCP-001';

const options = {
  interfaces: ovsBridgeWanted('br-vmdata', ['ens224']),
  mappings: { vmdata: 'br-vmdata' },
};

const faulty = healthyWith(
  nncp('br-vmdata', { ...options, conditions: degraded() }),
  nnce('worker-1', 'br-vmdata', {
    state: 'Failing',
    reason: 'FailedToConfigure',
    message: 'error reconciling at desired state apply: "log",\nNmstateError: VerificationError: x',
  }),
);

ruleCase({
  rule: NNCP_001,
  faulty,
  subject: 'policy/br-vmdata',
  severity: 'error',
  mended: healthyWith(),
  unseen: healthyWith(nncp('br-vmdata', { ...options, conditions: [] })),
  now: NOW,
});
