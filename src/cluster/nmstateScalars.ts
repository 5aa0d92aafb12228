/**
 * nmstate takes numbers and booleans also as text ("1500", "true"): a document that works on the
 * node must read the same here. Source: nmstate rust/src/lib/deserializer.rs.
 */
import { sharedName } from './shared';

/** An integer written as a number or as text; undefined when it is neither. */
export const nmstateInteger = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isInteger(number) ? number : undefined;
};

const TRUE_WORDS: ReadonlySet<string> = new Set(['1', 'true', 'yes', 'y', 'on']);
const FALSE_WORDS: ReadonlySet<string> = new Set(['0', 'false', 'no', 'n', 'off']);

/** A boolean written as one or as text; undefined when it is neither. */
export const nmstateBoolean = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const word = value.toLowerCase();
  if (TRUE_WORDS.has(word)) return true;
  return FALSE_WORDS.has(word) ? false : undefined;
};

/** A name: text, or a number that YAML made of an unquoted name such as `100`; else ''. */
export const nmstateName = (value: unknown): string => {
  if (typeof value === 'string') return sharedName(value);
  return typeof value === 'number' ? String(value) : '';
};
