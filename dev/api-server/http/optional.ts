/**
 * An object with one key, or without it when there is no value: optional properties are left out
 * rather than set to undefined, so that spreading them never hides a value.
 */
export function optional<Key extends string>(
  key: Key,
  value: string | undefined,
): Partial<Record<Key, string>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, string>>);
}
