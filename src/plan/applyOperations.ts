/**
 * Shows what a patch of ours makes of an object, for the review's diff: `add` at a key or at the
 * end of a list, `replace` at a key or index, `remove` of either. `test` operations change nothing.
 * The API server applies the real patch; this is only its preview.
 */
import type { KubeObject } from '../cluster/kubeObject';
import type { PatchOperation } from './model';

export const applyOperations = (
  object: KubeObject,
  operations: readonly PatchOperation[],
): KubeObject =>
  operations.reduce<KubeObject>((result, operation) => {
    if (operation.op === 'test') return result;
    const path = operation.path.slice(1).split('/').map(unescapePointer);
    if (operation.op === 'remove') return removeAt(result, path) as KubeObject;
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

const removeAt = (target: unknown, path: readonly string[]): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return target;
  if (Array.isArray(target)) {
    const list = target as readonly unknown[];
    return list.flatMap((item, index) => {
      if (String(index) !== key) return [item];
      return rest.length === 0 ? [] : [removeAt(item, rest)];
    });
  }
  const record = typeof target === 'object' && target !== null ? target : {};
  const { [key]: current, ...others } = record as Readonly<Record<string, unknown>>;
  return rest.length === 0 ? others : { ...record, [key]: removeAt(current, rest) };
};
