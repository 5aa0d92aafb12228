import { NOW } from '../../../dev/test/makeCluster';
import { healthyWith, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_009 } from './NNCP-009';

const physnet = (wish: object) =>
  healthyWith(
    ...youngPolicy('other', {
      desiredState: { ovn: { 'bridge-mappings': [{ localnet: 'physnet', ...wish }] } },
    }),
  );

const common = {
  rule: NNCP_009,
  subject: 'policy/other',
  severity: 'critical',
  mended: physnet({ bridge: 'br-ex' }),
  unseen: 'policies',
  now: NOW,
} as const;

ruleCase({ ...common, name: 'removed', faulty: physnet({ state: 'absent' }) });
ruleCase({
  ...common,
  name: 'moved',
  faulty: physnet({ bridge: 'br-vmdata' }),
  also: ['NNCP-016'],
});
