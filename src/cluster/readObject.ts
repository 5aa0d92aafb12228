/** Turns one object of the API into the record of its kind. */
import { recordOf, textOf } from './json';
import { kindOf, MODELS } from './models';
import type { KindKey, RecordByKind } from './snapshot';

/** A record with the short name of its kind. */
export interface ReadObject<K extends KindKey = KindKey> {
  readonly key: K;
  readonly record: RecordByKind[K];
}

/** Undefined for kinds the product does not read and for objects without a name. */
export const readObject = (object: unknown): ReadObject | undefined => {
  const raw = recordOf(object);
  const key = kindOf(textOf(raw.apiVersion), textOf(raw.kind));
  if (key === undefined) return undefined;
  const record = MODELS[key].read(object);
  return record === undefined ? undefined : { key, record };
};
