import type { NodeObject } from '../nmstateTypes';
import { eligibleNodes } from './eligibleNodes';
import type { ResourceRequests } from './launcherPod';
import type { VmiSpec } from './vmTypes';

const LABELS = {
  'kubevirt.io/schedulable': 'true',
  'kubernetes.io/arch': 'amd64',
  'kubernetes.io/hostname': 'worker',
};

const node = (
  spec: NodeObject['spec'] = {},
  { labels = {}, ready = 'True', allocatable = {} } = {},
): NodeObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'worker', labels: { ...LABELS, ...labels } },
  spec,
  status: { conditions: [{ type: 'Ready', status: ready }], allocatable },
});

const place = (
  one: NodeObject,
  spec: Partial<VmiSpec> = {},
  requests: ResourceRequests = {},
): string => {
  const wanted = { domain: { devices: {} }, ...spec };
  const { eligible, message } = eligibleNodes([one], wanted, requests);
  return eligible.length === 1 ? 'eligible' : message;
};

const TAINT = { key: 'node-role.kubernetes.io/infra', value: 'reserved', effect: 'NoSchedule' };
const SELECTOR = "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.";

const affinity = (operator: string, values?: string[]): Partial<VmiSpec> => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          { matchExpressions: [{ key: 'rack', operator, ...(values ? { values } : {}) }] },
        ],
      },
    },
  },
});

test.each<[string, NodeObject, Partial<VmiSpec>, string]>([
  ['a Ready node that KubeVirt has marked', node(), {}, 'eligible'],
  [
    'a node that is not Ready',
    node({}, { ready: 'Unknown' }),
    {},
    '0/1 nodes are available: 1 node(s) were not ready.',
  ],
  [
    'a cordoned node',
    node({ unschedulable: true }),
    {},
    '0/1 nodes are available: 1 node(s) were unschedulable.',
  ],
  [
    'a node that can run no VMs',
    node({}, { labels: { 'kubevirt.io/schedulable': 'false' } }),
    {},
    SELECTOR,
  ],
  ['another architecture', node(), { architecture: 'arm64' }, SELECTOR],
  ['a selector that does not match', node(), { nodeSelector: { rack: 'r1' } }, SELECTOR],
  [
    'a selector that does',
    node({}, { labels: { rack: 'r1' } }),
    { nodeSelector: { rack: 'r1' } },
    'eligible',
  ],
  ['an affinity that does not match', node(), affinity('In', ['r1']), SELECTOR],
  [
    'an affinity that does',
    node({}, { labels: { rack: 'r1' } }),
    affinity('In', ['r1', 'r2']),
    'eligible',
  ],
  [
    'a taint',
    node({ taints: [TAINT] }),
    {},
    '0/1 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/infra: reserved}.',
  ],
  [
    'a taint that is tolerated',
    node({ taints: [TAINT] }),
    { tolerations: [{ key: TAINT.key, operator: 'Exists' }] },
    'eligible',
  ],
  [
    'a taint that only prefers',
    node({ taints: [{ ...TAINT, effect: 'PreferNoSchedule' }] }),
    {},
    'eligible',
  ],
])('B.5: %s', (_what, one, spec, expected) => {
  expect(place(one, spec)).toBe(expected);
});

test.each([
  'bridge.network.kubevirt.io/br1',
  'openshift.io/sriov-data',
  'macvtap.network.kubevirt.io/ens224',
])('B.5, A.4.5: the resource %s decides, and a node that has none left is no choice', (name) => {
  const lacking = `0/1 nodes are available: 1 Insufficient ${name}.`;
  expect(place(node(), {}, { [name]: 1 })).toBe(lacking);
  expect(place(node({}, { allocatable: { [name]: '0' } }), {}, { [name]: 1 })).toBe(lacking);
  expect(place(node({}, { allocatable: { [name]: '4' } }), {}, { [name]: 1 })).toBe('eligible');
});
