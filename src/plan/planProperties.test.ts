/**
 * For any intent over any generated cluster that the guards let pass: what a plan does to a node
 * and its undo is nothing, no plan touches a protected interface, and every object that is
 * written or taken back is one that the review names. Nodes are simulated by the very function
 * that the development cluster's NMState applies documents with.
 */
import fc from 'fast-check';
import { applyDesiredState } from '../../dev/operators/nmstate/applyDesiredState';
import type { CurrentState, DesiredState, NmInterface } from '../../dev/operators/nmstateTypes';
import { recordOf } from '../cluster/json';
import type { NetworkGraph } from '../network/networkGraph';
import type { KubeObject } from '../cluster/kubeObject';
import { propertyRuns } from '../network/testing/propertyRuns';
import type { AttachIntent } from './attachIntent';
import { checkAttachIntent } from './checkAttachIntent';
import type { Plan, Step } from './model';
import { planAttach } from './planAttach';
import { policyGuards } from './policyGuards';
import { canaryChoices } from './canary/canaryChoices';
import { withCanary } from './canary/withCanary';
import { graphOf, intent } from './testing';
import { anyIntent, anyShape, clusterOf, WEB } from './testing/arbitraryAttach';

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

/** What a policy asks of its nodes, and what takes it back: of a policy in stages, that of the first. */
const documentsOf = (plan: Plan, step: Step): readonly [DesiredState, DesiredState] => {
  const owner = plan.steps.find(
    ({ ref, inverse }) => ref.name === step.ref.name && inverse.type === 'unconfigure',
  );
  if (owner?.inverse.type !== 'unconfigure') throw new Error('not a policy of ours');
  const body =
    step.write.type === 'create' ? step.write.body : recordOf(recordOf(step.write).after);
  const { desiredState } = body.spec as { desiredState: DesiredState };
  return [desiredState, owner.inverse.desiredState];
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
    const [wanted, back] = documentsOf(plan, step);
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

/** With the first node that would be proposed, where there is one to propose. */
const inStages = (graph: NetworkGraph, plan: Plan): Plan =>
  withCanary(graph, plan, canaryChoices(graph, plan)[0] ?? '');

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
    fc.property(
      anyShape,
      fc.option(anyShape, { nil: undefined }),
      anyIntent,
      (first, second, change) => {
        const objects = clusterOf(first, second ?? first);
        const { graph, plan } = allowedPlan(objects, change);
        for (const each of [plan, inStages(graph, plan)]) {
          comesBack(objects, each);
          protectsNodes(graph, each);
          writesOnlyWhatItNames(each);
        }
      },
    ),
    { ...propertyRuns(40), maxSkipsPerRun: 400 },
  ));
