/**
 * Removes a network, a bridge or a mapping so that the nodes really let go of it (domain reference
 * B.7): the policy first says `absent` and describes the NICs it frees, the nodes apply that, and
 * only then the policy is deleted. A policy that configures other things is edited and stays.
 */
import { recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import { isKnown } from '../network/evidence';
import type { NetworkGraph } from '../network/networkGraph';
import { deleteStep } from './deleteStep';
import { stepId } from './model';
import type { ObjectRef, Plan, Step, Wait } from './model';
import { networkDeleteStep, unusedGate } from './networkDeleteStep';
import { nadsOfTarget, refsOfTarget } from './removalTarget';
import type { RemovalTarget } from './removalTarget';
import { removeFromPolicy } from './removeFromPolicy';
import type { PolicyRemoval, Unwanted } from './removeFromPolicy';
import { nextSpecPatch, specPatch } from './specPatch';
import { WAIT_SECONDS } from './waitSeconds';

export interface RemoveIntent {
  readonly jobId: string;
  readonly target: RemovalTarget;
}

/** `objects` by step id: what `refsOfTarget` names, as the API serves it. */
export const planRemove = (
  graph: NetworkGraph,
  { jobId, target }: RemoveIntent,
  objects: ReadonlyMap<string, KubeObject>,
): Plan => ({
  jobId,
  title: titleOf(target),
  steps: refsOfTarget(graph, target).flatMap((ref) => {
    const object = objects.get(stepId(ref));
    if (object === undefined) return [];
    return target.type === 'bridge' || target.type === 'localnet'
      ? policySteps(graph, ref, object, target)
      : [{ ...networkDeleteStep(ref, object), ...gateOf(graph, target) }];
  }),
  reused: [],
});

/** Who does not see all VMs was warned of it, and is not stopped by what cannot be known. */
const gateOf = (graph: NetworkGraph, target: RemovalTarget): Pick<Step, 'gate'> => {
  const { vms, vmis, nads } = graph.snapshot;
  if (![vms, vmis, nads].every((listing) => isKnown(listing))) return {};
  const network = target.type === 'network' ? target.name : '';
  return { gate: unusedGate(network, [...nadsOfTarget(graph, target).keys()]) };
};

const titleOf = (target: RemovalTarget): Text => {
  switch (target.type) {
    case 'network':
      return text('Remove network {{name}}', { name: target.name });
    case 'nad':
      return text('Remove NAD {{name}}', { name: target.key });
    case 'bridge':
      return text('Remove bridge {{name}} from its nodes', { name: target.name });
    case 'localnet':
      return text('Remove the mapping of localnet {{name}} from its nodes', { name: target.name });
  }
};

const policySteps = (
  graph: NetworkGraph,
  ref: ObjectRef,
  policy: KubeObject,
  unwanted: Unwanted,
): readonly Step[] => {
  const nodes = graph.nodesOfPolicy(ref.name);
  const removal = removeFromPolicy(recordOf(recordOf(policy.spec).desiredState), unwanted, nodes);
  if (removal === undefined) return [];
  const names = nodes.map(({ name }) => name).sort();
  const absent = withState(policy, removal.absent);
  const wait = appliedWait(ref);
  const first: Step = {
    id: `${stepId(ref)}#absent`,
    ref,
    purpose: absentPurpose(unwanted, ref, removal),
    wait,
    ...specPatch(ref, policy, absent, wait),
    nodes: names,
  };
  if (removal.rest === undefined) return [first, deletePolicy(ref, policy, absent)];
  const { rest } = removal;
  const after = { ...policy, spec: { ...recordOf(policy.spec), desiredState: rest } };
  return [
    first,
    {
      id: `${stepId(ref)}#rest`,
      ref,
      purpose: text('Takes the finished removal out of policy {{policy}}, which keeps the rest.', {
        policy: ref.name,
      }),
      wait,
      ...nextSpecPatch(ref, absent, after, wait),
      nodes: names,
    },
  ];
};

const absentPurpose = (
  unwanted: Unwanted,
  { name: policy }: ObjectRef,
  { freed }: PolicyRemoval,
): Text => {
  if (unwanted.type === 'localnet') {
    return text('Takes the mapping of localnet {{name}} off the nodes of policy {{policy}}.', {
      name: unwanted.name,
      policy,
    });
  }
  return freed.length === 0
    ? text('Takes bridge {{name}} and its mappings off the nodes of policy {{policy}}.', {
        name: unwanted.name,
        policy,
      })
    : text(
        'Takes bridge {{name}} and its mappings off the nodes of policy {{policy}}, one node at a time. Freed: {{nics}}, left up and without addresses.',
        { name: unwanted.name, policy, nics: freed.join(', ') },
      );
};

/** One node at a time, since interfaces change; the policy gets its own pace back with the rest. */
const withState = (policy: KubeObject, desiredState: KubeObject): KubeObject => ({
  ...policy,
  spec: {
    ...recordOf(policy.spec),
    ...('interfaces' in desiredState ? { maxUnavailable: 1 } : {}),
    desiredState,
  },
});

const appliedWait = ({ name }: ObjectRef): Wait => ({
  type: 'policyApplied',
  policy: name,
  timeoutSeconds: WAIT_SECONDS.policy,
});

const deletePolicy = (ref: ObjectRef, policy: KubeObject, absent: KubeObject): Step =>
  deleteStep({
    ref,
    object: { ...absent, metadata: policy.metadata ?? {} },
    purpose: text('Deletes policy {{policy}}, which has nothing left to configure.', {
      policy: ref.name,
    }),
    gone: { type: 'policyGone', policy: ref.name, timeoutSeconds: WAIT_SECONDS.gone },
    back: appliedWait(ref),
    restored: policy,
  });
