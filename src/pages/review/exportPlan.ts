/**
 * A plan as files for those who may not, or do not want to, write it from here: one YAML stream, a
 * kustomize folder for a GitOps repository, or a request to an administrator in words and YAML.
 * Patches become strategic-merge documents of the object as it would be, without what the API
 * server keeps. Marks of our job are left out: what a repository writes is not ours to take back.
 */
import { strToU8, zipSync } from 'fflate';
import { recordOf } from '../../cluster/json';
import type { KubeObject } from '../../cluster/kubeObject';
import { JOB_LABEL, MANAGED_BY_LABEL, stepId } from '../../plan/model';
import type { Step } from '../../plan/model';
import { yamlOf } from '../../ui/yamlOf';

const without = (record: KubeObject, keys: readonly string[]): KubeObject =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

/** What the API server writes itself. */
const SERVER_FIELDS = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
];

const documentOf = ({ ref, write, inverse }: Step): KubeObject => {
  if (inverse.type === 'removeLabel') {
    const { apiVersion, kind, name } = ref;
    return { apiVersion, kind, metadata: { name, labels: { [inverse.label]: inverse.value } } };
  }
  const body =
    write.type === 'create'
      ? write.body
      : without(write.type === 'patch' ? write.after : write.before, ['status']);
  const metadata = without(recordOf(body.metadata), SERVER_FIELDS);
  const labels = without(recordOf(metadata.labels), [JOB_LABEL, MANAGED_BY_LABEL]);
  const { labels: _labels, ...rest } = metadata;
  return {
    ...body,
    metadata: Object.keys(labels).length === 0 ? rest : { ...rest, labels },
  };
};

const fileName = ({ ref }: Step, index: number): string =>
  [String(index + 1).padStart(2, '0'), ref.kind.toLowerCase(), ref.namespace, ref.name]
    .filter((part) => part !== '')
    .join('-') + '.yaml';

/**
 * Each object once, as the plan leaves it: a file is applied in one go, so stages are of no use in it, and
 * a merge could not take the first stage's selector away.
 */
const inOneGo = (steps: readonly Step[]): readonly Step[] => {
  const rests = new Map(
    steps.filter(({ stage }) => stage === 'rest').map((step) => [step.ref.name, step]),
  );
  return steps.flatMap((step) => {
    if (step.stage === 'rest') return [];
    const rest = step.stage === 'canary' ? rests.get(step.ref.name) : undefined;
    if (rest?.write.type !== 'patch') return [step];
    const { after } = rest.write;
    return step.write.type === 'patch'
      ? [{ ...step, write: { ...step.write, after } } as const]
      : [{ ...step, write: { type: 'create', body: after } } as const];
  });
};

/** What a file cannot say by being applied. */
const goneNotes = (steps: readonly Step[]): string =>
  steps
    .filter(({ write }) => write.type === 'delete')
    .map(({ ref }) => `# Afterwards, when nothing uses it any more: delete ${stepId(ref)}\n`)
    .join('');

/** All steps as one stream, in the order they are to be applied; deletions as comments at its end. */
export const planYaml = (steps: readonly Step[]): string =>
  inOneGo(steps)
    .filter(({ write }) => write.type !== 'delete')
    .map((step) => yamlOf(documentOf(step)))
    .join('---\n') + goneNotes(steps);

/** A kustomize folder as a zip: what is new under `resources`, what changes under `patches`. */
export const kustomizeZip = (steps: readonly Step[]): Uint8Array<ArrayBuffer> => {
  const named = inOneGo(steps)
    .filter(({ write }) => write.type !== 'delete')
    .map((step, index) => ({ step, file: fileName(step, index) }));
  const created = named.filter(({ step }) => step.write.type === 'create');
  const patched = named.filter(({ step }) => step.write.type === 'patch');
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...(created.length === 0 ? {} : { resources: created.map(({ file }) => file) }),
    ...(patched.length === 0 ? {} : { patches: patched.map(({ file }) => ({ path: file })) }),
  };
  const files = named.map(({ step, file }) => [file, strToU8(yamlOf(documentOf(step)))] as const);
  const zip = zipSync({
    'kustomization.yaml': strToU8(yamlOf(kustomization) + goneNotes(steps)),
    ...Object.fromEntries(files),
  });
  // A copy with a buffer of its own, as a Blob wants it.
  return new Uint8Array(zip);
};
