import { NOW, node } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import type { KubeObject } from '../../cluster/kubeObject';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_002 } from './NODE-002';

const lost = workerState('worker-1', { mappings: { vmdata: 'br-vmdata', lab: 'br-lab' } });

ruleCase({
  rule: NODE_002,
  faulty: healthyWith(lost),
  subject: 'mapping/worker-1/lab',
  severity: 'warning',
  mended: healthyWith(workerState('worker-1', { mappings: { vmdata: 'br-vmdata', lab: 'br-ex' } })),
  unseen: 'nodeStates',
  now: NOW,
});

describe('NODE-002', () => {
  const check = (...objects: readonly KubeObject[]) =>
    NODE_002.check({ graph: buildGraph(healthyWith(lost, ...objects)), now: NOW });

  test('is an error where VMs of the localnet are', () => {
    const { findings } = check(
      ovnNad('ns1/lab', { config: { vlanID: 7 } }),
      vm('ns1/box', { nics: ['lab'] }),
      vmi('ns1/box', { nics: ['lab'], node: 'worker-1' }),
    );
    expect(findings.map((f) => f.severity)).toEqual(['error']);
    expect(findings[0]?.related).toContain('vnic/ns1/box/net1');
  });

  test('is unknown on a node that is NotReady', () => {
    const { findings, unknown } = check(node('worker-1', { ready: false }));
    expect(findings).toEqual([]);
    expect(unknown.map((u) => u.subject)).toEqual(['node/worker-1']);
  });

  test('is unknown where mappings are not reported', () => {
    const silent = workerState('worker-1', { mappings: null });
    const { unknown } = NODE_002.check({ graph: buildGraph(healthyWith(silent)), now: NOW });
    expect(unknown.map((u) => u.subject)).toEqual(['node/worker-1']);
  });
});
