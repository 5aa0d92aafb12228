/**
 * Takes lists apart: `oc get -o yaml` gives a List of objects, the API a FooList whose items do not
 * name their own kind, and a dump may hold lists of lists. A FooList without items still says
 * something: that there is no Foo (rulings 4).
 */
import { asArray, asRecord, recordOf, textOf } from './json';

const LIST_SUFFIX = 'List';

/** The item with the kind and version of its list, where it does not name its own. */
const typedItem = (item: unknown, apiVersion: string, kind: string): unknown => {
  const raw = asRecord(item);
  if (raw === undefined || kind === '' || typeof raw.kind === 'string') return item;
  return { ...raw, kind, apiVersion: textOf(raw.apiVersion) || apiVersion };
};

/**
 * Takes an object, a `List`, a `FooList` or an array of such, to any depth of lists, and gives the
 * objects in their order.
 * @param onList hears of every FooList, as (apiVersion, 'Foo')
 */
export function* listedObjects(
  object: unknown,
  onList: (apiVersion: string, kind: string) => void,
): Generator {
  const pending: unknown[] = [object];
  while (pending.length > 0) {
    const next = pending.pop();
    const items = itemsOf(next, onList);
    if (items === undefined) yield next;
    else for (let index = items.length - 1; index >= 0; index -= 1) pending.push(items[index]);
  }
}

/** The items of a list, undefined for anything else. */
const itemsOf = (
  object: unknown,
  onList: (apiVersion: string, kind: string) => void,
): readonly unknown[] | undefined => {
  if (Array.isArray(object)) return asArray(object);
  const raw = recordOf(object);
  const kind = textOf(raw.kind);
  if (!kind.endsWith(LIST_SUFFIX)) return undefined;
  const items = asArray(raw.items);
  const itemKind = kind.slice(0, -LIST_SUFFIX.length);
  if (itemKind === '') return items;
  const apiVersion = textOf(raw.apiVersion);
  onList(apiVersion, itemKind);
  return items.map((item) => typedItem(item, apiVersion, itemKind));
};
