/** The console's client as the job's `Api`: names become paths, deletes carry the uid. */
import { createObject, deleteObject, getObject, patchObject } from '../console/apiClient';
import type { ResourceType } from '../console/apiPath';
import type { ObjectRef } from '../plan/model';
import type { Api } from './api';

/** Plurals of the kinds that jobs write. */
const PLURALS: Readonly<Record<string, string>> = {
  NodeNetworkConfigurationPolicy: 'nodenetworkconfigurationpolicies',
  NetworkAttachmentDefinition: 'network-attachment-definitions',
  VirtualMachine: 'virtualmachines',
};

const typeOf = (apiVersion: unknown, kind: unknown): ResourceType => {
  const plural = PLURALS[String(kind)];
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
  remove: (ref, uid) => deleteObject(targetOf(ref), { preconditions: { uid } }),
};
