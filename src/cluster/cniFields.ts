/**
 * Field access for CNI configurations. Go's JSON decoder, which Multus and OVN-Kubernetes use,
 * matches keys without regard to case, so `vlanId` sets `vlanID`; the last one of a kind wins.
 * Source: Go encoding/json, func Unmarshal.
 */
import type { CniNumber } from './cniConfig';
import type { JsonRecord } from './json';

/** Values by lower-case key. */
export type CniFields = ReadonlyMap<string, unknown>;

export const cniFields = (raw: JsonRecord): CniFields => {
  const fields = new Map<string, unknown>();
  // Go leaves a field alone when the value is null.
  for (const key in raw) if (raw[key] !== null) fields.set(key.toLowerCase(), raw[key]);
  return fields;
};

export const fieldText = (fields: CniFields, key: string): string => {
  const value = fields.get(key.toLowerCase());
  return typeof value === 'string' ? value : '';
};

/** A number field as written; undefined when the key is absent. */
export const fieldNumber = (fields: CniFields, key: string): CniNumber | undefined => {
  const value = fields.get(key.toLowerCase());
  if (value === undefined) return undefined;
  if (typeof value === 'number') {
    return { value, malformed: !Number.isInteger(value), raw: String(value) };
  }
  if (typeof value === 'string') {
    const number = value.trim() === '' ? NaN : Number(value);
    return { value: number, malformed: true, raw: `"${value}"` };
  }
  if (typeof value === 'boolean') return { value: NaN, malformed: true, raw: String(value) };
  return { value: NaN, malformed: true, raw: Array.isArray(value) ? '[…]' : '{…}' };
};

/** A list written as comma-separated text, which is what OVN-Kubernetes takes. */
export const fieldList = (fields: CniFields, key: string): readonly string[] => {
  const value = fields.get(key.toLowerCase());
  if (typeof value !== 'string') return [];
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
};
