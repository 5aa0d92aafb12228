/**
 * What keeps a value from being served as a Kubernetes object. A dump may have been edited by hand,
 * and an API server that hands out metadata of another shape than the API promises would make every
 * client stumble; what is wrong deeper inside (spec, status) is for the readers of the plugin.
 */
import { isRecord } from '../api-server/json';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTextMap: Check = (value) => isRecord(value) && Object.values(value).every(isText);
const isTextList: Check = (value) => Array.isArray(value) && value.every(isText);
const isOwnerList: Check = (value) =>
  Array.isArray(value) &&
  value.every(
    (owner) =>
      isRecord(owner) && isText(owner.apiVersion) && isText(owner.kind) && isText(owner.name),
  );

/** Fields of metadata that the server looks into, and what they have to be. */
const FIELDS: readonly (readonly [field: string, check: Check, wanted: string])[] = [
  ['namespace', isText, 'a text'],
  ['uid', isText, 'a text'],
  ['resourceVersion', isText, 'a text'],
  ['creationTimestamp', isText, 'a text'],
  ['deletionTimestamp', isText, 'a text'],
  ['labels', isTextMap, 'a map of texts'],
  ['annotations', isTextMap, 'a map of texts'],
  ['finalizers', isTextList, 'a list of texts'],
  ['ownerReferences', isOwnerList, 'a list of owners'],
];

/** Half a sentence that says what is wrong; undefined for an object that can be served. */
export function findObjectDefect(value: unknown, namespaced: boolean): string | undefined {
  const metadata = isRecord(value) ? value.metadata : undefined;
  if (!isRecord(metadata)) return 'it has no metadata';
  if (typeof metadata.name !== 'string' || metadata.name === '') return 'it has no metadata.name';
  if (namespaced && !metadata.namespace) return 'it has no metadata.namespace';
  for (const [field, check, wanted] of FIELDS) {
    const found = metadata[field];
    if (found !== undefined && found !== null && !check(found)) {
      return `metadata.${field} is not ${wanted}`;
    }
  }
  return undefined;
}
