/**
 * Fills a new server: the objects every cluster has, then those of a scenario. Seeded objects are
 * taken as they are, status and all, past admission (a scenario may hold what admission would refuse,
 * since clusters do too); only system metadata is completed.
 */
import { randomUUID } from 'node:crypto';
import { bootstrapRoles } from './access/bootstrapRoles';
import { namespaceAdmission } from './admission/namespaceAdmission';
import { customResourceDefinitions } from './discovery/customResourceDefinitions';
import type { ResourceKind } from './kinds/resourceKind';
import { apiVersionOf, storageVersion } from './kinds/resourceKind';
import type { KubeObject } from './kubeObject';
import type { ServerContext } from './verbs/ServerContext';
import { timestamp } from './verbs/ServerContext';

type SeedContext = Pick<ServerContext, 'store' | 'kinds' | 'now'>;

const STANDARD_NAMESPACES = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

/**
 * Stores the objects; throws for one of a kind this server does not have, except when its group was
 * left out on purpose (`without`): then the object is skipped, so that one scenario serves both.
 */
export function seedObjects(
  context: SeedContext,
  objects: readonly KubeObject[],
  without: readonly string[],
): void {
  const absent = new Set(without);
  const known = objects.filter((object) => !absent.has(groupOf(object)));
  const copies = known.map(copyOfSeed);
  copies.forEach((object) => completeUid(object));
  resolveOwners(context, copies);
  for (const object of copies) {
    const kind = context.kinds.ofObject(object);
    if (kind === undefined) {
      const { name } = object.metadata;
      throw new Error(`cannot seed ${object.kind} "${name}": ${object.apiVersion} is not served`);
    }
    ensureNamespace(context, kind, object);
    insert(context, kind, object);
  }
  for (const name of STANDARD_NAMESPACES) {
    insertNew(context, namespace(name));
  }
  bootstrapRoles().forEach((role) => insertNew(context, role));
  customResourceDefinitions(context.kinds, timestamp(context)).forEach((definition) =>
    insertNew(context, definition),
  );
}

/**
 * Copied is what seeding completes; the rest is shared with the scenario, because stored objects never
 * change and a large cluster would take twice the memory.
 */
function copyOfSeed(object: KubeObject): KubeObject {
  if (object.kind === 'Namespace') {
    return structuredClone(object);
  }
  const { ownerReferences } = object.metadata;
  const owners =
    ownerReferences === undefined
      ? {}
      : { ownerReferences: ownerReferences.map((owner) => ({ ...owner })) };
  return { ...object, metadata: { ...object.metadata, ...owners } };
}

function groupOf({ apiVersion }: KubeObject): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function namespace(name: string): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

function completeUid(object: KubeObject): void {
  object.metadata.uid ??= randomUUID();
}

/** Scenario files may name an owner without its uid; it is that of the seeded object of that name. */
function resolveOwners({ kinds }: SeedContext, objects: readonly KubeObject[]): void {
  const uids = new Map<string, string>();
  for (const object of objects) {
    const { name, namespace: scope = '', uid = '' } = object.metadata;
    uids.set([groupOf(object), object.kind, scope, name].join('/'), uid);
  }
  for (const object of objects) {
    for (const owner of object.metadata.ownerReferences ?? []) {
      if (!owner.uid) {
        const kind = kinds.ofObject(owner);
        const scope = kind?.namespaced === true ? (object.metadata.namespace ?? '') : '';
        const group = kind?.group ?? '';
        owner.uid = uids.get([group, owner.kind, scope, owner.name].join('/')) ?? randomUUID();
      }
    }
  }
}

function ensureNamespace(context: SeedContext, kind: ResourceKind, object: KubeObject): void {
  if (!kind.namespaced) {
    delete object.metadata.namespace;
    return;
  }
  object.metadata.namespace ??= 'default';
  insertNew(context, namespace(object.metadata.namespace));
}

function insertNew(context: SeedContext, object: KubeObject): void {
  const kind = context.kinds.ofObject(object);
  if (kind === undefined) {
    return; // a standard object of a group that this cluster leaves out
  }
  const { namespace: scope, name } = object.metadata;
  if (context.store.get(kind, scope, name) === undefined) {
    completeUid(object);
    insert(context, kind, object);
  }
}

function insert(context: SeedContext, kind: ResourceKind, object: KubeObject): void {
  const { metadata } = object;
  object.apiVersion = apiVersionOf(kind, storageVersion(kind));
  metadata.creationTimestamp ??= timestamp(context);
  if (kind.countsGenerations) {
    metadata.generation ??= 1;
  }
  if (kind.id === 'namespaces') {
    namespaceAdmission.setDefaults?.(object);
  }
  const existing = context.store.get(kind, metadata.namespace, metadata.name);
  if (existing === undefined) {
    context.store.insert(kind, object);
  } else {
    context.store.replace(kind, existing, object); // e.g. a namespace listed after what is in it
  }
}
