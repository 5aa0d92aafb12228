/**
 * A step whose object a person has edited in the review. Only what the step creates can be
 * edited, it stays the same object of the same job, and its guards are asked again on what was
 * typed; how it is taken back follows from what was typed.
 */
import { parseJson, recordOf, stringMapOf, textOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { text } from '../cluster/text';
import type { NetworkGraph } from '../network/networkGraph';
import { guard } from './guards/guardRule';
import { JOB_LABEL, MANAGED_BY_LABEL, ownershipLabels } from './model';
import type { Guard, Step } from './model';
import { nodesOfSelector } from './nodeChoices';
import { policyGuards } from './policyGuards';
import { removalOf } from './removalOf';

export type EditedStep =
  | { readonly ok: true; readonly step: Step }
  | { readonly ok: false; readonly guards: readonly Guard[] };

const refuse = (...guards: readonly Guard[]): EditedStep => ({ ok: false, guards });

/**
 * `alsoReached`: nodes that a policy reaches besides those that match now, for they get its label in an
 * earlier step of the plan, or the policy is widened to them in a later one.
 */
export const editStep = (
  graph: NetworkGraph,
  jobId: string,
  step: Step,
  body: KubeObject,
  alsoReached: readonly string[] = [],
): EditedStep => {
  if (step.write.type !== 'create') {
    return refuse(guard('EDIT-001', 'block', 'flow', text('A patch cannot be edited here.')));
  }
  if (!isSameObject(step, jobId, body)) {
    return refuse(
      guard(
        'EDIT-001',
        'block',
        'flow',
        text(
          'Kind, name, namespace and the labels of the job must stay: undo finds the object by them.',
        ),
      ),
    );
  }
  const edited: Step = { ...step, write: { type: 'create', body } };
  switch (step.ref.kind) {
    case 'NodeNetworkConfigurationPolicy':
      return editPolicy(graph, edited, body, alsoReached);
    case 'NetworkAttachmentDefinition':
      return Object.keys(recordOf(parseJson(textOf(recordOf(body.spec).config)))).length === 0
        ? refuse(guard('NAD-001', 'block', 'networkName', text('spec.config is no JSON object.')))
        : { ok: true, step: edited };
    default:
      return { ok: true, step: edited };
  }
};

const isSameObject = ({ ref }: Step, jobId: string, body: KubeObject): boolean => {
  const { name, namespace, labels } = recordOf(body.metadata);
  const own = stringMapOf(labels);
  const wanted = ownershipLabels(jobId);
  return (
    body.apiVersion === ref.apiVersion &&
    body.kind === ref.kind &&
    name === ref.name &&
    (namespace ?? '') === ref.namespace &&
    [JOB_LABEL, MANAGED_BY_LABEL].every((label) => own[label] === wanted[label])
  );
};

const editPolicy = (
  graph: NetworkGraph,
  step: Step,
  body: KubeObject,
  alsoReached: readonly string[],
): EditedStep => {
  const spec = recordOf(body.spec);
  const selected = nodesOfSelector(graph, stringMapOf(spec.nodeSelector));
  const listed = alsoReached.flatMap((name) => graph.nodes.get(name) ?? []);
  const nodes = [...new Set([...selected, ...listed])];
  const guards = policyGuards(spec, nodes);
  if (guards.length > 0 || step.inverse.type !== 'unconfigure') return { ok: false, guards };
  const desiredState = removalOf(recordOf(spec.desiredState), nodes);
  return {
    ok: true,
    step: {
      ...step,
      nodes: step.stage === 'canary' ? step.nodes : nodes.map(({ name }) => name).sort(),
      inverse: { ...step.inverse, desiredState },
    },
  };
};
