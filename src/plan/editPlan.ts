/** A plan with what a person typed into its review; what cannot stand is told, and its step stays as it was. */
import type { KubeObject } from '../cluster/kubeObject';
import type { NetworkGraph } from '../network/networkGraph';
import { restOfEdited } from './canary/withCanary';
import { editStep } from './editStep';
import type { Guard, Plan, Step } from './model';

/** Objects as a person typed them, by step id. */
export type Edits = ReadonlyMap<string, KubeObject>;

export interface EditedPlan {
  readonly plan: Plan;
  /** By step id: why what was typed cannot be written. */
  readonly refused: ReadonlyMap<string, readonly Guard[]>;
}

/** `labelNodes`: nodes that get the label of the policy in an earlier step. */
export const editPlan = (
  graph: NetworkGraph,
  plan: Plan,
  edits: Edits,
  labelNodes: readonly string[] = [],
): EditedPlan => {
  const refused = new Map<string, readonly Guard[]>();
  const steps = plan.steps.map((step) => {
    const body = edits.get(step.id);
    if (body === undefined) return step;
    const later = step.stage === 'canary' ? [...step.nodes, ...restNodes(plan, step)] : [];
    const edited = editStep(graph, plan.jobId, step, body, [...labelNodes, ...later]);
    if (edited.ok) return edited.step;
    refused.set(step.id, edited.guards);
    return step;
  });
  const edited = { ...plan, steps };
  return {
    plan: { ...edited, steps: steps.map((step) => restOfEdited(edited, step) ?? step) },
    refused,
  };
};

const restNodes = ({ steps }: Plan, { ref }: Step): readonly string[] =>
  steps.find(({ stage, ref: other }) => stage === 'rest' && other.name === ref.name)?.nodes ?? [];
