import { NOW } from '../../../dev/test/makeCluster';
import { forbid, healthyWith, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_006 } from './NNCP-006';

const mapped = (bridge: string) =>
  healthyWith(...youngPolicy('other', { mappings: { vmdata: bridge } }));

ruleCase({
  rule: NNCP_006,
  faulty: mapped('br-ex'),
  subject: 'policy/other',
  severity: 'error',
  mended: mapped('br-vmdata'),
  unseen: forbid(mapped('br-ex'), 'nodes', 'enactments'),
  also: ['NNCP-016'],
  now: NOW,
});

const removed = {
  desiredState: { ovn: { 'bridge-mappings': [{ localnet: 'vmdata', state: 'absent' }] } },
};

ruleCase({
  rule: NNCP_006,
  name: 'present against absent',
  faulty: healthyWith(...youngPolicy('clean-up', removed)),
  subject: 'policy/clean-up',
  severity: 'warning',
  mended: healthyWith(),
  unseen: forbid(healthyWith(...youngPolicy('clean-up', removed)), 'nodes', 'enactments'),
  now: NOW,
});
