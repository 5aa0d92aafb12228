/**
 * Another network in the place of one that cannot be changed under its VMs: the new one is made, the chosen
 * VM NICs are moved to it, and the old one goes when nothing uses it any more (domain reference B.3 "safe
 * way to change VLAN or MTU", D.6). While a VM waits for its restart the job stops before the removal.
 */
import { metaKey } from '../../cluster/meta';
import type { KubeObject } from '../../cluster/kubeObject';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import { stepId } from '../model';
import type { ObjectRef, Plan, Step } from '../model';
import { networkDeleteStep, networkWaits, unusedGate } from '../networkDeleteStep';
import type { NicChoice } from '../nicChoice';
import { moveSteps } from '../planMove';
import type { MoveIntent } from '../planMove';
import type { VmObjects } from '../vmSteps';
import { clonedBody } from './clonedBody';
import type { CloneValues } from './clonedBody';
import { clonedNad } from './clonedNad';
import type { CloneSource } from './cloneSource';

export interface CloneIntent {
  readonly jobId: string;
  /** Of the new CUDN, UDN or NADs. */
  readonly name: string;
  readonly values: CloneValues;
  /** Those of NADs in which the clone is made; undefined is all. */
  readonly projects?: readonly string[];
  /** NICs that move. */
  readonly nics: readonly NicChoice[];
  /** What becomes of the old network. */
  readonly old: 'keep' | 'remove';
}

/** What of the old network is concerned: its definition, or its NADs in the chosen projects. */
export const clonedRefs = (
  { origin }: CloneSource,
  projects: CloneIntent['projects'],
): readonly ObjectRef[] =>
  origin.type === 'definition'
    ? [origin.ref]
    : origin.records
        .filter(({ meta }) => projects?.includes(meta.namespace) ?? true)
        .map(({ meta }) => ({
          apiVersion: 'k8s.cni.cncf.io/v1',
          kind: 'NetworkAttachmentDefinition',
          namespace: meta.namespace,
          name: meta.name,
        }));

/** `objects` by step id: `clonedRefs` and the VMs, as the API serves them. */
export const planClone = (
  graph: NetworkGraph,
  source: CloneSource,
  intent: CloneIntent,
  objects: ReadonlyMap<string, KubeObject>,
  vms: VmObjects,
): Plan => {
  const plan = {
    jobId: intent.jobId,
    title: text('Clone network {{network}} as {{name}}', {
      network: source.name,
      name: intent.name,
    }),
    reused: [],
  };
  const refs = clonedRefs(source, intent.projects);
  const old = refs.flatMap((ref) => {
    const object = objects.get(stepId(ref));
    const body = object && bodyOf(source, intent, object);
    return object === undefined || body === undefined ? [] : [{ ref, object, body }];
  });
  if (old.length === 0 || old.length < refs.length) return { ...plan, steps: [] };
  // Two NADs of one network in a project are replaced by one.
  const made = new Map(old.map((each) => [each.ref.namespace, each]));
  return {
    ...plan,
    steps: [
      ...[...made.values()].map(({ ref, body }) => createStep(source, intent, ref, body)),
      ...moveSteps(graph, moveIntentOf(graph, intent), vms),
      ...(intent.old === 'keep'
        ? []
        : old.map(({ ref, object }) => removalStep(source, ref, object))),
    ],
  };
};

const bodyOf = (
  { origin, medium }: CloneSource,
  { name, jobId, values }: CloneIntent,
  object: KubeObject,
): KubeObject | undefined =>
  origin.type === 'definition'
    ? clonedBody(object, name, jobId, values)
    : clonedNad(object, { name, jobId, medium, values });

/** Each VM gets the NAD beside the one that it has: of its own project, or of `default`. */
export const moveIntentOf = (
  graph: NetworkGraph,
  { jobId, name, nics }: Pick<CloneIntent, 'jobId' | 'name' | 'nics'>,
): MoveIntent => ({
  jobId,
  nics,
  nadOf: (choice) => {
    const nad = graph.vnics.get(`${choice.namespace}/${choice.name}/${choice.nic}`)?.nadKey;
    return `${nad?.split('/')[0] ?? choice.namespace}/${name}`;
  },
});

const createStep = (
  source: CloneSource,
  intent: CloneIntent,
  old: ObjectRef,
  body: KubeObject,
): Step => {
  const ref: ObjectRef = { ...old, name: intent.name };
  const key = metaKey(ref);
  const { gone, back } = networkWaits(ref.kind, key);
  return {
    id: stepId(ref),
    ref,
    purpose: purposeOf(source, key, old),
    write: { type: 'create', body },
    wait: back,
    inverse: { type: 'delete', ref, wait: gone },
    nodes: [],
  };
};

const purposeOf = ({ origin }: CloneSource, key: string, old: ObjectRef): Text =>
  origin.type === 'definition'
    ? text('Makes network {{name}}, which is {{network}} with the changes.', {
        name: key.slice(key.indexOf('/') + 1),
        network: old.name,
      })
    : text('Makes NAD {{nad}}, which is {{before}} with the changes.', {
        nad: key,
        before: metaKey(old),
      });

/** A definition holds all NADs of its network; of NADs each goes by itself. */
const removalStep = (
  { origin, network, nads }: CloneSource,
  ref: ObjectRef,
  object: KubeObject,
): Step => ({
  ...networkDeleteStep(ref, object),
  gate: origin.type === 'definition' ? unusedGate(network, nads) : unusedGate('', [metaKey(ref)]),
});
