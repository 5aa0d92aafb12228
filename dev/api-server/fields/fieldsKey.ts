/** The value of a list item's merge key as text, which is what items are told apart by. */
import { valueAt } from '../json';

export function fieldsKey(item: unknown, key: string): string {
  return JSON.stringify(valueAt(item, key)) ?? '';
}
