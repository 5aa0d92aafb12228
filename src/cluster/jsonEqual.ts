/**
 * Whether two JSON values are the same, whatever the order of their keys: what the API server's
 * `test` operation asks (RFC 6902, 4.6), asked here of objects that were read. Keys whose value is
 * undefined count as absent, as they are when sent.
 */
import { asRecord } from './json';

/** Takes any two JSON values. */
export const jsonEqual = (left: unknown, right: unknown): boolean => {
  if (left === right) return true;
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => jsonEqual(item, right[index]))
    );
  }
  const a = asRecord(left);
  const b = asRecord(right);
  if (a === undefined || b === undefined) return false;
  for (const key of Object.keys(a)) if (!jsonEqual(a[key], own(b, key))) return false;
  for (const key of Object.keys(b)) {
    if (b[key] !== undefined && !Object.hasOwn(a, key)) return false;
  }
  return true;
};

const own = (record: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;
