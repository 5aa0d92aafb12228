/**
 * For any intent over any generated cluster that the guards let pass: what a plan does to a node
 * and its undo is nothing, no plan touches a protected interface, and every object that is
 * written or taken back is one that the review names. Nodes are simulated by the very function
 * that the development cluster's NMState applies documents with.
 */
import fc from 'fast-check';
import { applyDesiredState } from '../../dev/operators/nmstate/applyDesiredState';
import type { CurrentState, DesiredState, NmInterface } from '../../dev/operators/nmstateTypes';
import { nns, node, withObjects } from '../../dev/test/makeCluster';
import { WORKERS } from '../../dev/test/makeClusterHealthy';
import { bondEntry, nicEntry, vlanEntry } from '../../dev/test/makeClusterInterfaces';
import { vm } from '../../dev/test/makeClusterVms';
import { recordOf } from '../cluster/json';
import type { NetworkGraph } from '../network/networkGraph';
import type { KubeObject } from '../cluster/kubeObject';
import { propertyRuns } from '../network/testing/propertyRuns';
import type { AttachIntent, FlowId, UplinkChoice } from './attachIntent';
import { checkAttachIntent } from './checkAttachIntent';
import type { Plan, Step } from './model';
import { planAttach } from './planAttach';
import { policyGuards } from './policyGuards';
import { clusterWithFreeNic, graphOf, intent } from './testing';

const NICS = ['e1', 'e2', 'e3'] as const;
const WEB = vm('ns1/web', { nics: ['vlan-100'] });

interface Shape {
  readonly mtu: number;
  readonly down: boolean;
  readonly address: boolean;
  readonly tagged: boolean;
  readonly inBridge: boolean;
  readonly mapped: boolean;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  mtu: fc.constantFrom(1500, 9000),
  down: fc.boolean(),
  address: fc.boolean(),
  tagged: fc.boolean(),
  inBridge: fc.boolean(),
  mapped: fc.boolean(),
});

const addressed = (entry: Record<string, unknown>, ip: string) => ({
  ...entry,
  ipv4: { enabled: true, dhcp: false, address: [{ ip, 'prefix-length': 24 }] },
});

/** A worker of the shape; its own traffic leaves by ens192 or by VLAN 10 of a bond. */
const workerOf = (name: string, index: number, given: Shape): KubeObject => {
  const ip = `192.168.4.${11 + index}`;
  const e1 = {
    ...nicEntry(name, { name: 'e1', mtu: given.mtu }),
    state: given.down ? 'down' : 'up',
  };
  return nns(name, {
    ip,
    nics: ['e2', 'e3'],
    ...(given.tagged ? { brExUplink: 'bond0.10' } : {}),
    interfaces: [
      given.address ? addressed(e1, `10.0.0.${index + 1}`) : e1,
      ...(given.tagged ? [bondEntry('bond0', []), vlanEntry('bond0.10', 'bond0', 10)] : []),
    ],
    ...(given.inBridge ? { bridges: [{ name: 'br-vmdata', ports: ['e3'] }] } : {}),
    mappings: given.inBridge && given.mapped ? { vmdata: 'br-vmdata' } : {},
  });
};

const nics = fc.uniqueArray(fc.constantFrom(...NICS, 'ens192', 'bond0'), {
  minLength: 1,
  maxLength: 2,
});
const uplink: fc.Arbitrary<UplinkChoice> = fc.oneof(
  fc
    .constantFrom('br-ex', 'br-vmdata', 'br-int')
    .map((bridge) => ({ type: 'existingBridge', bridge }) as const),
  fc
    .record({ nics, bondMode: fc.constantFrom('balance-slb' as const, '802.3ad' as const) })
    .map((o) => ({ type: 'newBridge', bridge: 'br-new', ...o }) as const),
  fc.constant({ type: 'vlanBridge', bridge: 'br-new' } as const),
  fc.constant({ type: 'none' } as const),
);
const FLOW: readonly FlowId[] = [
  'dedicatedNic',
  'sharedUntagged',
  'sharedNative',
  'sharedTagged',
  'linuxBridge',
  'cudnLocalnet',
  'layer2',
];
const anyIntent: fc.Arbitrary<Partial<AttachIntent>> = fc.record({
  flow: fc.constantFrom(...FLOW),
  uplink,
  vlan: fc.constantFrom(undefined, 10, 200),
  mtu: fc.constantFrom(undefined, 1400, 9000),
  projects: fc.constantFrom(['ns1'], ['default'], ['ns1', 'ns2']),
  networkName: fc.constantFrom('lan', 'vlan-200'),
  nodeSelector: fc.constantFrom<Record<string, string>>(
    { 'node-role.kubernetes.io/worker': '' },
    { 'kubernetes.io/hostname': 'worker-0' },
    {},
  ),
});

const clusterOf = (first: Shape, second: Shape): readonly KubeObject[] =>
  withObjects(
    clusterWithFreeNic(),
    ...WORKERS.map((name, index) => node(name, { ip: `192.168.4.${11 + index}` })),
    workerOf('worker-0', 0, first),
    workerOf('worker-1', 1, second),
    WEB,
  );

const stateOf = (objects: readonly KubeObject[], name: string): CurrentState => {
  const state = objects.find(
    ({ kind, metadata }) => kind === 'NodeNetworkState' && metadata?.name === name,
  );
  return recordOf(state?.status).currentState as CurrentState;
};

/** What a person would compare; whether a NIC that nothing uses is up is no difference (B.7). */
const comparable = ({ interfaces, ovn }: CurrentState) => ({
  interfaces: interfaces
    .map(({ name, type, mtu, controller, ipv4, bridge }: NmInterface) =>
      JSON.stringify([type, name, mtu, controller, ipv4, bridge?.port?.map((port) => port.name)]),
    )
    .sort(),
  mappings: (ovn?.['bridge-mappings'] ?? [])
    .map(({ localnet, bridge }) => `${localnet}:${bridge}`)
    .sort(),
});

const documentsOf = (step: Step): readonly [DesiredState, DesiredState] => {
  if (step.write.type !== 'create' || step.inverse.type !== 'unconfigure') {
    throw new Error('not a policy of ours');
  }
  const { desiredState } = step.write.body.spec as { desiredState: DesiredState };
  return [desiredState, step.inverse.desiredState];
};

const isPolicy = ({ ref }: Step): boolean => ref.kind === 'NodeNetworkConfigurationPolicy';

const applied = (state: CurrentState, desired: DesiredState, name: string): CurrentState => {
  const result = applyDesiredState(state, desired, { node: name });
  if (!result.ok) throw new Error(result.error);
  return result.state;
};

const allowedPlan = (objects: readonly KubeObject[], change: Partial<AttachIntent>) => {
  const graph = graphOf(objects);
  const asked = intent(change);
  const isBlocked = checkAttachIntent(graph, asked).some(({ level }) => level === 'block');
  fc.pre(!isBlocked);
  return { graph, plan: planAttach(graph, asked, new Map([['ns1/web', WEB]])) };
};

const named = (plan: Plan): ReadonlySet<string> => new Set(plan.steps.map(({ id }) => id));

const comesBack = (objects: readonly KubeObject[], plan: Plan): void => {
  for (const step of plan.steps.filter(isPolicy)) {
    const [wanted, back] = documentsOf(step);
    for (const name of step.nodes) {
      const before = stateOf(objects, name);
      const after = applied(applied(before, wanted, name), back, name);
      expect(comparable(after)).toEqual(comparable(before));
    }
  }
};

const protectsNodes = (graph: NetworkGraph, plan: Plan): void => {
  for (const step of plan.steps.filter(isPolicy)) {
    if (step.write.type !== 'create') continue;
    const nodes = step.nodes.flatMap((name) => graph.nodes.get(name) ?? []);
    expect(policyGuards(recordOf(step.write.body.spec), nodes)).toEqual([]);
  }
};

const writesOnlyWhatItNames = (plan: Plan): void => {
  expect(named(plan).size).toBe(plan.steps.length);
  for (const { ref, write, inverse } of plan.steps) {
    expect(inverse.ref).toEqual(ref);
    const body = write.type === 'create' ? write.body : write.before;
    const { name, namespace = '' } = recordOf(body.metadata);
    expect([body.kind, namespace, name]).toEqual([ref.kind, ref.namespace, ref.name]);
  }
};

test('plan and undo leave every node as it was, and nothing foreign is touched', () =>
  fc.assert(
    fc.property(shape, fc.option(shape, { nil: undefined }), anyIntent, (first, second, change) => {
      const objects = clusterOf(first, second ?? first);
      const { graph, plan } = allowedPlan(objects, change);
      comesBack(objects, plan);
      protectsNodes(graph, plan);
      writesOnlyWhatItNames(plan);
    }),
    { ...propertyRuns(40), maxSkipsPerRun: 400 },
  ));
