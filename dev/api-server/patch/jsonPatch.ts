/**
 * RFC 6902 patches. An operation that cannot be carried out, a failed `test` above all, is 422 in the
 * words of the API server, which keeps the library's reason to itself
 * (k8s.io/apiserver/pkg/endpoints/handlers/patch.go).
 */
import type { Operation } from 'fast-json-patch';
import { applyPatch } from 'fast-json-patch';
import { badRequest, patchRefused } from '../http/ApiError';
import { isRecord, toJson } from '../json';

const OPERATIONS = new Set(['add', 'remove', 'replace', 'move', 'copy', 'test']);

/** The target after the operations; the target itself is not changed. Throws 400 or 422. */
export function jsonPatch(target: unknown, patch: unknown): unknown {
  if (!Array.isArray(patch)) {
    throw badRequest('json: cannot unmarshal object into Go value of type jsonpatch.Patch');
  }
  const operations: Operation[] = patch.map(readOperation);
  try {
    return applyPatch(structuredClone(target), operations, true).newDocument;
  } catch {
    throw patchRefused();
  }
}

function readOperation(item: unknown): Operation {
  const isReadable =
    isRecord(item) && OPERATIONS.has(String(item.op)) && typeof item.path === 'string';
  if (!isReadable) {
    throw badRequest(`unreadable JSON patch operation: ${toJson(item)}`);
  }
  return item as unknown as Operation; // the library checks the rest of it, value by value
}
