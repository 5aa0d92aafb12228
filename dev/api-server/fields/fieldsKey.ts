/** The value of a list item's merge key as text, which is what items are told apart by. */
import { toJson, valueAt } from '../json';

export function fieldsKey(item: unknown, key: string): string {
  return toJson(valueAt(item, key));
}
