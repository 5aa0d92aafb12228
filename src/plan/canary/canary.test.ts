import { applyPatch } from 'fast-json-patch';
import type { Operation } from 'fast-json-patch';
import { condition } from '../../../dev/test/makeCluster';
import { vmi } from '../../../dev/test/makeClusterVms';
import { recordOf } from '../../cluster/json';
import type { KubeObject } from '../../cluster/kubeObject';
import { applyOperations } from '../applyOperations';
import type { AttachIntent } from '../attachIntent';
import { editPlan } from '../editPlan';
import type { Plan, Step } from '../model';
import { planAttach } from '../planAttach';
import { planRemove } from '../planRemove';
import { isSameSpec, retouchedState } from '../retouchedState';
import { clusterWithFreeNic, graphOf, intent } from '../testing';
import { canaryChoices } from './canaryChoices';
import { withCanary } from './withCanary';

const ID = 'NodeNetworkConfigurationPolicy/br-new';
const NEW_BRIDGE = { type: 'newBridge', bridge: 'br-new', nics: ['ens256'] } as const;

/** Workers as they are, with the label by which a policy selects one of them. */
const objects = (): readonly KubeObject[] =>
  clusterWithFreeNic().map((object) => {
    if (object.kind !== 'Node') return object;
    const { name, labels } = recordOf(object.metadata);
    const hostname = { ...recordOf(labels), 'kubernetes.io/hostname': name };
    return { ...object, metadata: { ...object.metadata, labels: hostname } };
  });

const planOf = (change: Partial<AttachIntent> = {}): Plan =>
  planAttach(graphOf(objects()), intent({ uplink: NEW_BRIDGE, ...change }), new Map());

const staged = (change: Partial<AttachIntent> = {}): Plan =>
  withCanary(graphOf(objects()), planOf(change), 'worker-1');

const bodyOf = (step: Step | undefined): KubeObject => {
  if (step?.write.type === 'create') return step.write.body;
  if (step?.write.type === 'patch') return step.write.after;
  throw new Error('nothing is written');
};

test('a policy that changes interfaces of several nodes can be tried on each of them, fewest VMs first', () => {
  expect(canaryChoices(graphOf(objects()), planOf())).toEqual(['worker-1', 'worker-0']);
  const busy = vmi('ns1/more', { node: 'worker-1' });
  const busier = vmi('ns1/most', { node: 'worker-1' });
  const graph = graphOf([...objects(), busy, busier]);
  expect(canaryChoices(graph, planOf())).toEqual(['worker-0', 'worker-1']);
});

test('a node that is not ready is not the one to try it on', () => {
  const away = objects().map((object) =>
    object.kind === 'Node' && object.metadata?.name === 'worker-1'
      ? { ...object, status: { conditions: [condition('Ready', 'False')] } }
      : object,
  );
  expect(canaryChoices(graphOf(away), planOf())).toEqual(['worker-0']);
});

test.each<[string, Partial<AttachIntent>]>([
  ['a mapping alone', { uplink: { type: 'existingBridge', bridge: 'br-ex' } }],
  ['nothing on the nodes', { uplink: { type: 'existingBridge', bridge: 'br-vmdata' } }],
  ['one node', { nodeSelector: { 'kubernetes.io/hostname': 'worker-0' } }],
])('%s needs none', (_what, change) => {
  expect(canaryChoices(graphOf(objects()), planOf(change))).toEqual([]);
  expect(staged(change)).toEqual(planOf(change));
});

test.each<[string, Partial<AttachIntent>]>([
  ['by a label', {}],
  ['without one', { nodeSelector: {} }],
])(
  'first one node, then the very policy that was planned, for nodes selected %s',
  (_how, change) => {
    const plan = staged(change);
    const [canary, rest, ...others] = plan.steps;
    const [planned, ...after] = planOf(change).steps;
    expect(canary).toMatchObject({ id: ID, stage: 'canary', nodes: ['worker-1'] });
    expect(rest).toMatchObject({ id: `${ID}#rest`, stage: 'rest', inverse: { type: 'none' } });
    expect(rest?.nodes).toEqual(planned?.nodes.filter((node) => node !== 'worker-1'));
    expect(others).toEqual(after);
    expect(recordOf(bodyOf(canary).spec).nodeSelector).toEqual({
      ...recordOf(recordOf(bodyOf(planned).spec).nodeSelector),
      'kubernetes.io/hostname': 'worker-1',
    });
    if (rest?.write.type !== 'patch') throw new Error('the second stage is no patch');
    expect(applyOperations(bodyOf(canary), rest.write.operations)).toEqual(bodyOf(planned));
    // Taken back on all nodes, as without stages.
    expect(canary?.inverse).toEqual(planned?.inverse);
  },
);

const edited = (change: (spec: KubeObject) => KubeObject) => {
  const plan = staged();
  const body = bodyOf(plan.steps[0]);
  const typed = { ...body, spec: change(recordOf(body.spec)) };
  return editPlan(graphOf(objects()), plan, new Map([[ID, typed]]));
};

test('what is typed into the first stage holds for the second, and for taking it back', () => {
  const { plan, refused } = edited((spec) => ({
    ...spec,
    desiredState: { ...recordOf(spec.desiredState), ovn: undefined },
  }));
  expect(refused.size).toBe(0);
  const [canary, rest] = plan.steps;
  expect(recordOf(recordOf(bodyOf(rest).spec).desiredState).ovn).toBeUndefined();
  expect(recordOf(bodyOf(rest).spec).nodeSelector).toEqual({
    'node-role.kubernetes.io/worker': '',
  });
  expect(canary?.nodes).toEqual(['worker-1']);
  expect(canary?.inverse).toMatchObject({
    type: 'unconfigure',
    desiredState: { interfaces: [{}, {}, {}] },
  });
  expect(recordOf(recordOf(canary?.inverse).desiredState).ovn).toBeUndefined();
});

test('the first stage is guarded for the nodes of the second, too', () => {
  const { refused } = edited((spec) => ({
    ...spec,
    desiredState: { interfaces: [{ name: 'ens192', type: 'ethernet', state: 'up', mtu: 1400 }] },
  }));
  expect(refused.get(ID)?.map(({ id }) => id)).toEqual(['PRE-004', 'PRE-004']);
});

/** A policy that makes a bridge and a VLAN interface on the workers. */
const OLD_POLICY: KubeObject = {
  apiVersion: 'nmstate.io/v1',
  kind: 'NodeNetworkConfigurationPolicy',
  metadata: { name: 'one', uid: 'uid-one' },
  spec: {
    nodeSelector: { 'node-role.kubernetes.io/worker': '' },
    desiredState: {
      interfaces: [
        { name: 'br-old', type: 'ovs-bridge', state: 'up' },
        { name: 'v7', type: 'vlan' },
      ],
    },
  },
};

test('a removal lets go of one node first; what only tidies the policy up afterwards does not', () => {
  const graph = graphOf([...objects(), OLD_POLICY]);
  const id = 'NodeNetworkConfigurationPolicy/one';
  const target = { type: 'bridge', name: 'br-old' } as const;
  const plain = planRemove(graph, { jobId: 'job-1', target }, new Map([[id, OLD_POLICY]]));
  expect(canaryChoices(graph, plain)).toEqual(['worker-1', 'worker-0']);
  const plan = withCanary(graph, plain, 'worker-1');
  expect(plan.steps.map((step) => [step.id, step.stage, step.nodes])).toEqual([
    [`${id}#absent`, 'canary', ['worker-1']],
    [`${id}#absent#rest`, 'rest', ['worker-0']],
    [`${id}#rest`, undefined, ['worker-0', 'worker-1']],
  ]);
  // Written one after the other, and touched up by a retry of the first, they end as without stages.
  let object: KubeObject = OLD_POLICY;
  for (const { write } of plan.steps) {
    if (write.type !== 'patch') throw new Error('a stage is no patch');
    const operations = write.operations as Operation[];
    const { newDocument } = applyPatch(structuredClone(object), operations, true);
    const spec = recordOf(newDocument.spec);
    const desiredState = retouchedState(recordOf(spec.desiredState));
    object = { ...newDocument, spec: { ...spec, desiredState } };
  }
  const [, last] = plain.steps;
  expect(isSameSpec(object.spec, bodyOf(last).spec)).toBe(true);
});
