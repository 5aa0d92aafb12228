/**
 * Reads `metadata`. Labels are kept whole, because selectors may ask for any of them; of the
 * annotations only those that the product reads, because the others (last-applied
 * configuration, machine config state) are most of an object's size.
 */
import { asArray, asNumber, asRecord, recordOf, stringMapOf, stringsOf, textOf } from './json';
import type { Meta, OwnerReference } from './meta';
import { parseTime } from './parseTime';
import { sharedName } from './shared';

/** Written by OVN-Kubernetes, Multus, NMState and us, and the marks of GitOps tools. */
const KEPT_PREFIXES: readonly string[] = [
  'k8s.ovn.org/',
  'k8s.v1.cni.cncf.io/',
  'nmstate.io/',
  'vm-networks',
  'argocd.argoproj.io/',
  'kustomize.toolkit.fluxcd.io/',
  'helm.toolkit.fluxcd.io/',
];

const isKept = (key: string): boolean => {
  if (key === 'description') return true;
  for (const prefix of KEPT_PREFIXES) if (key.startsWith(prefix)) return true;
  return false;
};

const NO_ANNOTATIONS: Readonly<Record<string, string>> = Object.freeze({});
const NO_OWNERS: readonly OwnerReference[] = [];

const readAnnotations = (value: unknown): Readonly<Record<string, string>> => {
  const all = asRecord(value);
  if (all === undefined) return NO_ANNOTATIONS;
  let kept: Record<string, string> | undefined;
  for (const key in all) {
    const annotation = all[key];
    if (typeof annotation !== 'string' || !isKept(key)) continue;
    kept ??= {};
    kept[key] = annotation;
  }
  return kept ?? NO_ANNOTATIONS;
};

const readOwners = (value: unknown): readonly OwnerReference[] => {
  const items = asArray(value);
  if (items.length === 0) return NO_OWNERS;
  return items.map((item) => {
    const raw = recordOf(item);
    return {
      kind: textOf(raw.kind),
      name: textOf(raw.name),
      uid: textOf(raw.uid),
      controller: raw.controller === true,
    };
  });
};

/** Nothing changes before it is made: a restored object may carry older entries. */
const notBefore = (changed: number | undefined, created: number | undefined): number | undefined =>
  changed === undefined || created === undefined ? changed : Math.max(changed, created);

/** Newest time of a `managedFields` entry that touches the spec, in milliseconds. */
const readSpecChange = (value: unknown): number | undefined => {
  let newest: number | undefined;
  for (const item of asArray(value)) {
    const raw = recordOf(item);
    if (asRecord(raw.fieldsV1)?.['f:spec'] === undefined) continue;
    const time = parseTime(raw.time);
    if (time !== undefined && (newest === undefined || time > newest)) newest = time;
  }
  return newest;
};

/**
 * Takes a whole object and gives its metadata; undefined when it has no name, because then
 * nothing can refer to it.
 */
export const readMeta = (object: unknown): Meta | undefined => {
  const raw = asRecord(recordOf(object).metadata);
  const name = textOf(raw?.name);
  if (raw === undefined || name === '') return undefined;
  const createdAt = parseTime(raw.creationTimestamp);
  const namespace = textOf(raw.namespace);
  return {
    uid: textOf(raw.uid),
    resourceVersion: textOf(raw.resourceVersion),
    // What has no namespace, nodes above all, is named by many others.
    name: namespace === '' ? sharedName(name) : name,
    namespace: sharedName(namespace),
    generation: asNumber(raw.generation) ?? 0,
    createdAt,
    deletedAt: parseTime(raw.deletionTimestamp),
    specChangedAt: notBefore(readSpecChange(raw.managedFields), createdAt),
    labels: stringMapOf(raw.labels),
    annotations: readAnnotations(raw.annotations),
    owners: readOwners(raw.ownerReferences),
    finalizers: stringsOf(raw.finalizers),
  };
};
