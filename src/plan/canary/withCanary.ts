/**
 * The plan with its changes of interfaces in two stages: a policy reaches one node first, and only when that
 * node has applied it and shows it, the same policy is widened to all. One policy, so that undo and removal
 * find one; what fails on the first node has touched no other (design section 7).
 */
import { recordOf, stringMapOf } from '../../cluster/json';
import type { KubeObject } from '../../cluster/kubeObject';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import { labelPath } from '../labelOperation';
import { JOB_LABEL } from '../model';
import type { ObjectRef, PatchOperation, Plan, Step, Write } from '../model';
import { nextSpecPatch, specPatch } from '../specPatch';
import {
  canaryChoices,
  firstNodes,
  HOSTNAME_LABEL,
  hostnameOf,
  needsCanary,
} from './canaryChoices';

/**
 * `node` is one of `canaryChoices`; for any other the plan stays as it is. A further policy that does not
 * reach it is tried on a node of its own.
 */
export const withCanary = (graph: NetworkGraph, plan: Plan, node: string): Plan => {
  if (!canaryChoices(graph, plan).includes(node)) return plan;
  return {
    ...plan,
    steps: plan.steps.flatMap((step) => {
      if (!needsCanary(step)) return [step];
      const own = firstNodes(graph, step);
      const first = own.includes(node) ? node : own[0];
      const hostname = first === undefined ? undefined : hostnameOf(graph, first);
      return first === undefined || hostname === undefined
        ? [step]
        : staged(step, plan.jobId, first, hostname);
    }),
  };
};

const staged = (step: Step, jobId: string, node: string, hostname: string): readonly Step[] => {
  const others = step.nodes.filter((name) => name !== node);
  if (step.write.type === 'patch') {
    return stagedPatch(step, step.write, { node, hostname, others });
  }
  if (step.write.type !== 'create') return [step];
  const { body } = step.write;
  const selector = stringMapOf(recordOf(body.spec).nodeSelector);
  const first = withSelector(body, { ...selector, [HOSTNAME_LABEL]: hostname });
  const canary: Step = {
    ...step,
    stage: 'canary',
    write: { type: 'create', body: first },
    nodes: [node],
  };
  return [canary, restStep(canary, first, jobId, selector, others)];
};

interface FirstNode {
  readonly node: string;
  readonly hostname: string;
  readonly others: readonly string[];
}

/**
 * A change of a policy that exists: it selects the one node with the change, and then all of them again.
 * Nodes that it does not select meanwhile stay as they are, for a policy that lets go of a node undoes nothing
 * there (domain reference B.7). Either stage is taken back to what the policy was before both.
 */
const stagedPatch = (
  step: Step,
  { before, after }: Write & { readonly type: 'patch' },
  { node, hostname, others }: FirstNode,
): readonly Step[] => {
  const selector = stringMapOf(recordOf(after.spec).nodeSelector);
  const first = withSelector(after, { ...selector, [HOSTNAME_LABEL]: hostname });
  const { ref, wait } = step;
  return [
    { ...step, stage: 'canary', nodes: [node], ...specPatch(ref, before, first, wait) },
    {
      ...step,
      id: `${step.id}#rest`,
      purpose: widening(ref),
      stage: 'rest',
      nodes: others,
      write: nextSpecPatch(ref, first, after, wait).write,
    },
  ];
};

const widening = ({ name }: ObjectRef): Text =>
  text('Lets policy {{policy}} reach the other nodes, one at a time.', { policy: name });

type Selector = Readonly<Record<string, string>>;

/** Widens the policy as it was written first: nothing of it changes but whom it reaches. */
const restStep = (
  canary: Step,
  before: KubeObject,
  jobId: string,
  selector: Selector,
  nodes: readonly string[],
): Step => {
  const after = withSelector(before, selector);
  const path = '/spec/nodeSelector';
  const operations: readonly PatchOperation[] = [
    { op: 'test', path: labelPath(JOB_LABEL), value: jobId },
    { op: 'test', path, value: recordOf(before.spec).nodeSelector },
    Object.keys(selector).length === 0
      ? { op: 'remove', path }
      : { op: 'replace', path, value: selector },
  ];
  return {
    id: `${canary.id}#rest`,
    ref: canary.ref,
    purpose: widening(canary.ref),
    stage: 'rest',
    write: { type: 'patch', operations, before, after },
    wait: canary.wait,
    // The first step unconfigures every node that the policy reaches by then.
    inverse: { type: 'none', ref: canary.ref },
    nodes,
  };
};

const withSelector = (body: KubeObject, nodeSelector: Selector): KubeObject => {
  const { nodeSelector: _before, ...others } = recordOf(body.spec);
  const isForAll = Object.keys(nodeSelector).length === 0;
  return { ...body, spec: isForAll ? others : { nodeSelector, ...others } };
};

/**
 * The second stage of a policy whose first one a person has edited: built on what was typed, for the
 * nodes that it was for. Undefined where the plan's step is no second stage.
 */
export const restOfEdited = (plan: Plan, rest: Step): Step | undefined => {
  const canary = plan.steps.find(
    ({ stage, ref }) => stage === 'canary' && ref.name === rest.ref.name,
  );
  if (rest.stage !== 'rest' || rest.write.type !== 'patch') return undefined;
  if (canary?.write.type !== 'create') return undefined;
  const selector = stringMapOf(recordOf(rest.write.after.spec).nodeSelector);
  return restStep(canary, canary.write.body, plan.jobId, selector, rest.nodes);
};
