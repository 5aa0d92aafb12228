/**
 * One plan for many networks: what the nodes need once, then each network with its projects. The steps
 * are those of the flows; a description goes along as the annotation that the console shows.
 */
import { recordOf } from '../../cluster/json';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import { checkAttachIntent } from '../checkAttachIntent';
import type { Guard, Plan, Step } from '../model';
import { planAttach } from '../planAttach';
import { attachIntentOf } from './importIntent';
import type { ImportIntent, WantedNetwork } from './importIntent';

export const planImport = (graph: NetworkGraph, intent: ImportIntent): Plan => {
  const steps = new Map<string, Step>();
  const reused = new Map<string, Text>();
  for (const network of intent.networks) {
    const plan = planAttach(graph, attachIntentOf(intent.jobId, intent, network), new Map());
    for (const step of plan.steps) {
      const own = ofNetwork(step, network);
      if (!steps.has(own.id)) steps.set(own.id, own);
    }
    for (const sentence of plan.reused) reused.set(JSON.stringify(sentence), sentence);
  }
  return {
    jobId: intent.jobId,
    title: text('Import {{total}} networks', { total: intent.networks.length }),
    steps: [...steps.values()],
    reused: [...reused.values()],
  };
};

/** A project is labelled once for each network; a policy is the same for all of them. */
const ofNetwork = (step: Step, { name, description }: WantedNetwork): Step => {
  if (step.ref.kind === 'Namespace') return { ...step, id: `${step.id}#${name}` };
  if (step.ref.kind === 'NodeNetworkConfigurationPolicy') return step;
  return description === '' ? step : described(step, description);
};

const described = (step: Step, description: string): Step => {
  if (step.write.type !== 'create') return step;
  const { body } = step.write;
  const metadata = recordOf(body.metadata);
  const annotations = { ...recordOf(metadata.annotations), description };
  return {
    ...step,
    write: { type: 'create', body: { ...body, metadata: { ...metadata, annotations } } },
  };
};

/**
 * What the guards say of all networks together, each sentence once. Costs one round of the guards for
 * each network: for a review, not for a key.
 */
export const checkImport = (graph: NetworkGraph, intent: ImportIntent): readonly Guard[] => {
  const guards = new Map<string, Guard>();
  for (const network of intent.networks) {
    for (const guard of checkAttachIntent(graph, attachIntentOf(intent.jobId, intent, network))) {
      // No VM is attached, which is no mistake here.
      if (guard.field !== 'vms') guards.set(JSON.stringify(guard), guard);
    }
  }
  return [...guards.values()];
};
