/** A VM and a NAD looked at closely: pods and events that the cluster-wide diagnosis does not read. */
import { NOW, WRITTEN, condition, object } from '../../dev/test/makeCluster';
import { vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { completeSnapshot } from '../cluster/snapshotOf';
import { buildGraph } from '../network/buildGraph';
import { closeLook } from './closeLook';
import type { CloseEvidence } from './closeLook';
import { healthyObjects } from './testing/healthyObjects';

const POD = 'virt-launcher-web-abcde';

const pod = object('v1', 'Pod', `ns1/${POD}`, {
  meta: { labels: { 'kubevirt.io': 'virt-launcher', 'kubevirt.io/created-by': 'uid-ns1/web' } },
  spec: { nodeName: 'worker-0' },
  status: { phase: 'Pending', conditions: [condition('PodScheduled', 'True')] },
});

const event = (
  name: string,
  kind: string,
  about: string,
  reason: string,
  message: string,
): KubeObject =>
  object('v1', 'Event', `ns1/${name}`, {
    type: 'Warning',
    reason,
    message,
    involvedObject: { kind, namespace: 'ns1', name: about },
    lastTimestamp: WRITTEN,
  });

const SANDBOX = 'plugin failed: failed to find OVN bridge-mapping for network: "vmdata"';
const sandbox = event('e1', 'Pod', POD, 'FailedCreatePodSandBox', SANDBOX);
const odd = event('e2', 'VirtualMachine', 'web', 'Odd', 'the moon is in the wrong house');

const starting = (...conditions: readonly unknown[]): KubeObject => {
  const made = vmi('ns1/web', { nics: ['vlan-100'], node: '', phase: 'Scheduling', status: [] });
  return { ...made, status: { ...(made.status as object), conditions } };
};

const evidence = (...objects: readonly KubeObject[]): CloseEvidence => {
  const { pods, events } = completeSnapshot(objects);
  return { pods, events };
};

const look = (id: string, of: CloseEvidence, ...objects: readonly KubeObject[]) =>
  closeLook({ graph: buildGraph(completeSnapshot(healthyObjects(...objects))), now: NOW }, id, of);

test('a pod that hangs is a finding of its VM, and its message is not said twice', () => {
  const { findings, messages } = look('vm/ns1/web', evidence(pod, sandbox, odd), starting());
  expect(findings.map(({ rule, subject, quote }) => [rule, subject, quote?.raw])).toEqual([
    ['VM-012', 'vm/ns1/web', SANDBOX],
  ]);
  // No decoder knows it: it stands as it came.
  expect(messages.map(({ kind, reason, raw }) => [kind, reason, raw])).toEqual([
    ['VirtualMachine', 'Odd', 'the moon is in the wrong house'],
  ]);
});

test('conditions of pod and instance are heard where they tell of network or scheduler', () => {
  const unschedulable = condition('PodScheduled', 'False', {
    reason: 'Unschedulable',
    message: '0/3 nodes are available: 3 Insufficient bridge.network.kubevirt.io/br1.',
  });
  const ready = condition('Ready', 'False', { message: 'Guest VM is not reported as running' });
  const { findings, messages } = look('vm/ns1/web', evidence(), starting(unschedulable, ready));
  expect(findings.map(({ rule }) => rule)).toEqual(['VM-008']);
  expect(messages.map(({ reason }) => reason)).toEqual(['Unschedulable']);
});

test('a VM in order has nothing to say', () => {
  expect(look('vm/ns1/web', evidence())).toEqual({ findings: [], messages: [] });
});

test('a refused NAD says why, and only of itself', () => {
  const raw = 'net-attach-def name (ns1/vlan-100) is inconsistent with config (ns9/x)';
  const refused = event('e3', 'NetworkAttachmentDefinition', 'vlan-100', 'InvalidConfig', raw);
  const late = { ...refused, lastTimestamp: new Date(NOW).toISOString() };
  const { findings, messages } = look('nad/ns1/vlan-100', evidence(late));
  expect(findings.map(({ rule, quote }) => [rule, quote?.raw])).toEqual([['NAD-014', raw]]);
  expect(messages).toEqual([]);
});

test('what could not be read proves nothing', () => {
  const unread: CloseEvidence = {
    pods: { state: 'forbidden', items: new Map() },
    events: { state: 'forbidden', items: new Map() },
  };
  expect(look('vm/ns1/web', unread, starting())).toEqual({ findings: [], messages: [] });
});
