import { NOW, node, nns } from '../../../dev/test/makeCluster';
import { CONTROL_PLANE, WORKERS } from '../../../dev/test/makeClusterHealthy';
import type { KubeObject } from '../../cluster/kubeObject';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_020 } from './NNCP-020';

const nic = [{ name: 'ens224', type: 'ethernet', state: 'up', ipv4: { enabled: false } }];
const master = nns(CONTROL_PLANE, { ip: '192.168.4.10', nics: ['ens224'] });
const everywhere = youngPolicy('nics', { interfaces: nic, nodeSelector: null }, [
  CONTROL_PLANE,
  ...WORKERS,
]);

ruleCase({
  rule: NNCP_020,
  faulty: healthyWith(master, ...everywhere),
  subject: 'policy/nics',
  severity: 'warning',
  mended: healthyWith(master, ...youngPolicy('nics', { interfaces: nic })),
  unseen: 'nodes',
  now: NOW,
});

describe('NNCP-020 is only worth knowing', () => {
  const severity = (...objects: readonly KubeObject[]) =>
    NNCP_020.check({ graph: buildGraph(healthyWith(master, ...objects)), now: NOW }).findings[0]
      ?.severity;

  test('for a mapping', () => {
    const mapping = { mappings: { lab: 'br-ex' }, nodeSelector: null };
    expect(severity(...youngPolicy('map', mapping))).toBe('info');
  });

  test('where the control plane takes VMs', () => {
    const compact = node(CONTROL_PLANE, { controlPlane: true, runsVms: true, taints: [] });
    expect(severity(compact, ...everywhere)).toBe('info');
  });
});
