/** The console's client as the job's `Api`: names become paths, deletes carry the uid. */
import { MODELS } from '../cluster/models';
import {
  createObject,
  deleteObject,
  getObject,
  listObjects,
  patchObject,
} from '../console/apiClient';
import type { ResourceType } from '../console/apiPath';
import type { ObjectRef } from '../plan/model';
import type { Api } from './api';
import type { ListConfigMaps } from './jobDirectory';

/** Journals are the one kind that jobs write and the product does not read. */
const CONFIG_MAPS = { apiVersion: 'v1', kind: 'ConfigMap', plural: 'configmaps' } as const;

const PLURALS: ReadonlyMap<string, string> = new Map(
  [
    MODELS.policies,
    MODELS.nads,
    MODELS.cudns,
    MODELS.udns,
    MODELS.namespaces,
    MODELS.vms,
    MODELS.nodes,
    CONFIG_MAPS,
  ].map(({ kind, plural }) => [kind, plural]),
);

const typeOf = (apiVersion: unknown, kind: unknown): ResourceType => {
  const plural = PLURALS.get(String(kind));
  if (plural === undefined) throw new Error(`Jobs do not write objects of kind ${String(kind)}`);
  return { apiVersion: String(apiVersion), plural };
};

const targetOf = (ref: ObjectRef) => ({
  ...typeOf(ref.apiVersion, ref.kind),
  namespace: ref.namespace,
  name: ref.name,
});

export const consoleApi: Api = {
  get: (ref) => getObject(targetOf(ref)),
  create: (body, options) => createObject(typeOf(body.apiVersion, body.kind), body, options),
  patch: (ref, operations, options) => patchObject(targetOf(ref), operations, options),
  remove: (ref, uid, options) =>
    deleteObject(targetOf(ref), { preconditions: { uid }, ...options }),
};

export const consoleConfigMaps: ListConfigMaps = (namespace, labelSelector) =>
  listObjects(CONFIG_MAPS, namespace, { labelSelector });
