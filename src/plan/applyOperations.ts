/**
 * Shows what a patch of ours makes of an object, for the review's diff: `add` at a key or at the
 * end of a list, `replace` at a key or index. `test` operations change nothing. The API server
 * applies the real patch; this is only its preview.
 */
import type { KubeObject } from '../cluster/kubeObject';
import type { PatchOperation } from './model';

export const applyOperations = (
  object: KubeObject,
  operations: readonly PatchOperation[],
): KubeObject =>
  operations.reduce<KubeObject>((result, operation) => {
    if (operation.op === 'test' || operation.op === 'remove') return result;
    const path = operation.path.slice(1).split('/').map(unescapePointer);
    return setAt(result, path, operation.value) as KubeObject;
  }, object);

const unescapePointer = (part: string): string => part.replace(/~1/g, '/').replace(/~0/g, '~');

const setAt = (target: unknown, path: readonly string[], value: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(target)) {
    const list = target as readonly unknown[];
    if (key === '-') return [...list, value];
    return list.map((item, index) => (String(index) === key ? setAt(item, rest, value) : item));
  }
  const record = typeof target === 'object' && target !== null ? target : {};
  const current = (record as Readonly<Record<string, unknown>>)[key];
  return { ...record, [key]: setAt(current, rest, value) };
};
