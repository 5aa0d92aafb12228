/**
 * Small helpers for JSON values of unknown shape. Everything that arrives over the wire is
 * `unknown` until one of these has looked at it.
 */
export type JsonRecord = Record<string, unknown>;

/** True for a JSON object (not an array, not null). */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The record found under `key`, or an empty one when it is missing or of another type. */
export function recordAt(value: unknown, ...keys: readonly string[]): JsonRecord {
  const found = valueAt(value, ...keys);
  return isRecord(found) ? found : {};
}

/** The array found under the keys, or an empty one. */
export function arrayAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...keys);
  return Array.isArray(found) ? found : [];
}

/** The string found under the keys, or an empty one. */
export function stringAt(value: unknown, ...keys: readonly string[]): string {
  const found = valueAt(value, ...keys);
  return typeof found === 'string' ? found : '';
}

/** The value found by walking `keys` through nested objects; undefined when the walk ends early. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (!isRecord(current)) {
      return undefined;
    }
    current = current[key];
  }
  return current;
}

/** Deep equality of JSON values; the order of keys does not matter, the order of items does. */
export function jsonEqual(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => jsonEqual(item, right[index]))
    );
  }
  if (!isRecord(left) || !isRecord(right)) {
    return false;
  }
  const leftKeys = Object.keys(left).filter((key) => left[key] !== undefined);
  const rightKeys = Object.keys(right).filter((key) => right[key] !== undefined);
  return (
    leftKeys.length === rightKeys.length &&
    leftKeys.every((key) => key in right && jsonEqual(left[key], right[key]))
  );
}

/** JSON text of a value; `null` for what JSON has no word for. */
export function toJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** True for an array whose items nobody has looked at yet. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
