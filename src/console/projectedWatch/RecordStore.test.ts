/** The account that the store keeps of its edits, which spares readers the walk over all records. */
import type { KubeObject } from '../../cluster/kubeObject';
import { readMeta } from '../../cluster/readMeta';
import { RecordStore } from './RecordStore';

const raw = (name: string, resourceVersion: string): KubeObject => ({
  metadata: { name, namespace: 'ns1', uid: `uid-${name}`, resourceVersion },
});

const filled = () => {
  const store = new RecordStore((object) => {
    const meta = readMeta(object);
    return meta && { meta };
  });
  store.beginList();
  store.stage([raw('a', '1'), raw('b', '1')]);
  store.swap();
  return store;
};

describe('the edit of a record store', () => {
  test('leads from what was shared before to what is shared now, with every key', () => {
    const store = filled();
    expect(store.edit).toBeUndefined();
    const first = store.share();
    store.apply('MODIFIED', raw('a', '2'));
    store.apply('ADDED', raw('c', '3'));
    store.apply('DELETED', raw('b', '4'));
    const second = store.share();
    expect(store.edit).toMatchObject({ keys: new Set(['ns1/a', 'ns1/b', 'ns1/c']) });
    expect([store.edit?.from, store.edit?.to]).toEqual([first, second]);
    expect(store.edit?.from).toBe(first);
    expect(store.edit?.to).toBe(second);
    store.apply('MODIFIED', raw('c', '5'));
    store.share();
    expect(store.edit?.from).toBe(second);
    expect([...(store.edit?.keys ?? [])]).toEqual(['ns1/c']);
    expect(first.size).toBe(2);
  });

  test('an edit that was handed out does not change any more', () => {
    const store = filled();
    store.share();
    store.apply('MODIFIED', raw('a', '2'));
    store.share();
    const told = store.edit;
    store.apply('MODIFIED', raw('b', '3'));
    expect([...(told?.keys ?? [])]).toEqual(['ns1/a']);
  });

  test('a new list is no edit of the old one', () => {
    const store = filled();
    store.share();
    store.apply('MODIFIED', raw('a', '2'));
    store.beginList();
    store.stage([raw('a', '9')]);
    store.swap();
    expect(store.edit).toBeUndefined();
  });
});
