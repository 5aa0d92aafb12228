/** CL-007: too many networks */
import { udn } from '../../../dev/test/makeClusterPolicies';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { CL_007 } from './CL-007';

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => udn(`ns2/net-${index}`));

ruleCase({
  rule: CL_007,
  severity: 'warning',
  subject: 'cluster',
  faulty: healthyObjects(...many(201)),
  mended: healthyObjects(...many(200)),
  unseen: 'nads',
});
