/** CUDN-008: namespaces by name */
import { namespace } from '../../../dev/test/makeCluster';
import { cudnCluster } from '../testing/cudnCluster';
import { ruleCase } from '../testing/ruleCase';
import { CUDN_008 } from './CUDN-008';

const byName = (...values: string[]) => ({
  selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] },
});

ruleCase({
  rule: CUDN_008,
  severity: 'warning',
  subject: 'cudn/corp',
  faulty: cudnCluster(byName('default', 'ns1')),
  // The documented way to open a network to all projects.
  mended: cudnCluster(byName('default')),
  unseen: 'cudns',
});

ruleCase({
  rule: CUDN_008,
  name: 'a namespace is stuck',
  severity: 'error',
  subject: 'cudn/corp',
  faulty: cudnCluster(byName('ns1'), namespace('ns1', { phase: 'Terminating' })),
  mended: cudnCluster(),
  unseen: 'cudns',
});
