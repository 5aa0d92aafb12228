/**
 * Reading values that may be anything. What a cluster holds is data, not a promise: every reader
 * of this folder goes through these few functions, so that no field of any object can make one
 * throw, and a field of the wrong type reads as absent.
 */
export type JsonRecord = Readonly<Record<string, unknown>>;

const EMPTY_RECORD: JsonRecord = Object.freeze({});
const EMPTY_ARRAY: readonly never[] = Object.freeze([]);

/** The value if it is an object and no array, else undefined. */
export const asRecord = (value: unknown): JsonRecord | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonRecord)
    : undefined;

/** The value if it is an object, else an empty one: for walking down a path. */
export const recordOf = (value: unknown): JsonRecord => asRecord(value) ?? EMPTY_RECORD;

/** The value if it is an array, else an empty one. */
export const asArray = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : EMPTY_ARRAY;

/** The value if it is a string, else undefined. */
export const asString = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** The value if it is a string, else ''. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The value if it is a finite number, else undefined. */
export const asNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** The value if it is a boolean, else undefined. */
export const asBoolean = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

/** The strings among the items of an array; empty when it is none. */
export const stringsOf = (value: unknown): readonly string[] => {
  const items = asArray(value);
  if (items.length === 0) return EMPTY_ARRAY;
  return items.filter((item): item is string => typeof item === 'string');
};

/** The string values of an object, such as labels; others are left out. */
export const stringMapOf = (value: unknown): Readonly<Record<string, string>> => {
  const record = asRecord(value);
  if (record === undefined) return EMPTY_RECORD as Readonly<Record<string, string>>;
  for (const key in record) {
    if (typeof record[key] !== 'string') return stringEntries(record);
  }
  return record as Readonly<Record<string, string>>;
};

const stringEntries = (record: JsonRecord): Readonly<Record<string, string>> => {
  const kept: Record<string, string> = {};
  for (const key in record) {
    const value = record[key];
    if (typeof value === 'string') kept[key] = value;
  }
  return kept;
};

/** Own value of a key: a label called `constructor` must not find JavaScript's own. */
export const ownString = (
  map: Readonly<Record<string, string>>,
  key: string,
): string | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);

/** The parsed text, or undefined when it is no JSON (JSON itself has no undefined). */
export const parseJson = (json: string | undefined): unknown => {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
};
