/** The stored list against what the API would list: order of versions, relists, deletions. */
import fc from 'fast-check';
import { Map as createMap } from 'immutable';
import { addToList, applyEvents, replaceList, storedKey } from './mergeListEvents';
import type { StoredList, StoredObject } from './mergeListEvents';

const empty: StoredList = createMap<string, never>();

function object(name: string, resourceVersion: number, uid = name): StoredObject {
  return { metadata: { name, namespace: 'ns', uid, resourceVersion: String(resourceVersion) } };
}

const version = (list: StoredList, name: string) =>
  list.getIn([storedKey(object(name, 0)), 'metadata', 'resourceVersion']) as unknown;

test('versions compare as numbers, and an older state never replaces a newer one', () => {
  const list = addToList(empty, [object('a', 10)]);
  expect(addToList(list, [object('a', 9)])).toBe(list);
  expect(version(applyEvents(list, [{ type: 'MODIFIED', object: object('a', 11) }]), 'a')).toBe(
    '11',
  );
});

test('an object made anew under an old name replaces the old one', () => {
  const list = addToList(empty, [object('a', 10, 'first')]);
  expect(version(addToList(list, [object('a', 3, 'second')]), 'a')).toBe('3');
});

test('reading a list anew drops what is gone and keeps the reference of what has not changed', () => {
  const list = addToList(empty, [object('a', 1), object('b', 2)]);
  const again = replaceList(list, [object('a', 1), object('c', 3)]);
  expect(again.keySeq().toArray().sort()).toEqual(['(ns)-a', '(ns)-c']);
  expect(again.get('(ns)-a')).toBe(list.get('(ns)-a'));
});

test('bookmarks and errors change nothing', () => {
  const list = addToList(empty, [object('a', 1)]);
  const events = ['BOOKMARK', 'ERROR'].map((type) => ({ type, object: {} }));
  expect(applyEvents(list, events)).toBe(list);
});

test('events in order leave what the API holds in the end', () => {
  const names = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.boolean())), (changes) => {
      const held = new Map<string, string>();
      let list = empty;
      changes.forEach(([name, isDeleted], index) => {
        const type = isDeleted ? 'DELETED' : held.has(name) ? 'MODIFIED' : 'ADDED';
        if (isDeleted) held.delete(name);
        else held.set(name, String(index + 1));
        list = applyEvents(list, [{ type, object: object(name, index + 1) }]);
      });
      expect(new Map(['a', 'b', 'c'].map((name) => [name, version(list, name)]))).toEqual(
        new Map(['a', 'b', 'c'].map((name) => [name, held.get(name)])),
      );
    }),
  );
});
