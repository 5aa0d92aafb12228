import { node, withObjects, withoutObject } from '../../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../../dev/test/makeClusterHealthy';
import { nnce } from '../../../dev/test/makeClusterPolicies';
import { completeSnapshot } from '../../cluster/snapshotOf';
import type { KubeObject } from '../../cluster/kubeObject';
import { buildGraph } from '../buildGraph';
import { traceVnic } from '../traceVnic';

const notReady = node('worker-0', { ip: '192.168.4.11', ready: false });
const traceOf = (objects: readonly KubeObject[]) =>
  traceVnic(buildGraph(completeSnapshot(objects)), 'ns1/web/net1');

describe('a path over a NotReady node', () => {
  test('is unknown however healthy its last report looks', () => {
    const trace = traceOf(withObjects(healthyCluster(), notReady));
    expect(trace.verdict).toBe('unknown');
    expect(trace.broken).toBeUndefined();
    expect(trace.hops.find((hop) => hop.id === 'mapping/worker-0/vmdata')?.state).toBe('unknown');
  });

  test('is unknown where the last report shows a fault', () => {
    const trace = traceOf(
      withObjects(healthyCluster(), notReady, workerState('worker-0', { mappings: {} })),
    );
    expect(trace.verdict).toBe('unknown');
  });

  test("stays broken where the fault is not the node's", () => {
    const trace = traceOf(
      withoutObject(
        withObjects(healthyCluster(), notReady),
        'NetworkAttachmentDefinition',
        'ns1/vlan-100',
      ),
    );
    expect(trace.verdict).toBe('broken');
    expect(trace.broken).toBe('nad/ns1/vlan-100');
  });
});

describe('a path over a node whose state is older than what was applied there', () => {
  const stale = workerState('worker-0', { mappings: {}, updated: '2026-01-01T00:00:00Z' });
  const applied = (at: string) => nnce('worker-0', 'br-vmdata', { at });

  test('is unknown: what the state lacks may be there by now', () => {
    const trace = traceOf(withObjects(healthyCluster(), stale, applied('2026-01-01T01:00:00Z')));
    expect(trace.verdict).toBe('unknown');
    expect(trace.broken).toBeUndefined();
  });

  test('is broken where the state was written after the policy was applied', () => {
    const trace = traceOf(withObjects(healthyCluster(), stale, applied('2025-12-31T23:00:00Z')));
    expect(trace.verdict).toBe('broken');
    expect(trace.broken).toBe('mapping/worker-0/vmdata');
  });
});
