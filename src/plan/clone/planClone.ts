/**
 * Another network in the place of one whose spec is immutable: the new one is made, the chosen VM NICs
 * are moved to it, and the old one goes when nothing uses it any more (domain reference B.3 "safe way to
 * change VLAN or MTU", D.6). While a VM waits for its restart the job stops before the removal.
 */
import type { KubeObject } from '../../cluster/kubeObject';
import { text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import { stepId } from '../model';
import type { ObjectRef, Plan, Step } from '../model';
import { networkDeleteStep, networkWaits } from '../networkDeleteStep';
import type { NicChoice } from '../nicChoice';
import { moveSteps } from '../planMove';
import type { MoveIntent } from '../planMove';
import type { VmObjects } from '../vmSteps';
import { clonedBody } from './clonedBody';
import type { CloneValues } from './clonedBody';
import { sourceId } from './cloneSource';
import type { CloneSource } from './cloneSource';

export interface CloneIntent {
  readonly jobId: string;
  /** Of the new CUDN or UDN. */
  readonly name: string;
  readonly values: CloneValues;
  /** NICs that move. */
  readonly nics: readonly NicChoice[];
  /** What becomes of the old network. */
  readonly old: 'keep' | 'remove';
}

/** `objects` by step id: the definition and the VMs, as the API serves them. */
export const planClone = (
  graph: NetworkGraph,
  source: CloneSource,
  intent: CloneIntent,
  objects: ReadonlyMap<string, KubeObject>,
  vms: VmObjects,
): Plan => {
  const object = objects.get(sourceId(source));
  const body = object && clonedBody(object, intent.name, intent.jobId, intent.values);
  const title = text('Clone network {{network}} as {{name}}', {
    network: source.ref.name,
    name: intent.name,
  });
  if (object === undefined || body === undefined) {
    return { jobId: intent.jobId, title, steps: [], reused: [] };
  }
  return {
    jobId: intent.jobId,
    title,
    steps: [
      createStep(source, intent, body),
      ...moveSteps(graph, moveIntentOf(source, intent), vms),
      ...(intent.old === 'keep' ? [] : [removalStep(source, object)]),
    ],
    reused: [],
  };
};

/** Each VM gets the NAD beside the one that it has: of its own project, or of `default`. */
export const moveIntentOf = (
  { ref, nads }: CloneSource,
  { jobId, name, nics }: CloneIntent,
): MoveIntent => {
  const offered = new Set(nads);
  return {
    jobId,
    nics,
    nadOf: (namespace) =>
      offered.has(`${namespace}/${ref.name}`) ? `${namespace}/${name}` : `default/${name}`,
  };
};

const createStep = (source: CloneSource, intent: CloneIntent, body: KubeObject): Step => {
  const ref: ObjectRef = { ...source.ref, name: intent.name };
  const key = ref.namespace === '' ? ref.name : `${ref.namespace}/${ref.name}`;
  const { gone, back } = networkWaits(ref.kind, key);
  return {
    id: stepId(ref),
    ref,
    purpose: text('Makes network {{name}}, which is {{network}} with the changes.', {
      name: intent.name,
      network: source.ref.name,
    }),
    write: { type: 'create', body },
    wait: back,
    inverse: { type: 'delete', ref, wait: gone },
    nodes: [],
  };
};

/** How long a watch that broke off may take to come back; whoever uses the network ends it at once. */
const GATE_SECONDS = 30;

const removalStep = ({ ref, nads, network }: CloneSource, object: KubeObject): Step => ({
  ...networkDeleteStep(ref, object),
  gate: { type: 'networkUnused', network: network.name, nads, timeoutSeconds: GATE_SECONDS },
});
