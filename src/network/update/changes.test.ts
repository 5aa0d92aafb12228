/** What an update believes of the edit that a listing tells, and what it compares itself. */
import { ovnNad, nncp } from '../../../dev/test/makeClusterPolicies';
import { snapshot } from '../../../dev/test/makeCluster';
import { editListing } from '../../cluster/editListing';
import type { Snapshot } from '../../cluster/snapshot';
import { changesBetween } from './changes';

const before = snapshot([ovnNad('ns1/a'), ovnNad('ns1/b'), nncp('p')]);
const other = snapshot([ovnNad('ns1/a', { config: { vlanID: 7 } }), ovnNad('ns1/c')]);
const changed = other.nads.items.get('ns1/a');
const added = other.nads.items.get('ns1/c');

const withNads = (nads: Snapshot['nads']): Snapshot => ({ ...before, nads });
const keysOf = (after: Snapshot, from = before): string[] => [
  ...(changesBetween(from, after)?.nads ?? ['everything']),
];

describe('changesBetween', () => {
  test.each([
    ['replaced', editListing(before.nads, 'ns1/a', changed), ['ns1/a']],
    ['added', editListing(before.nads, 'ns1/c', added), ['ns1/c']],
    ['removed', editListing(before.nads, 'ns1/b', undefined), ['ns1/b']],
    ['set to what it was', editListing(before.nads, 'ns1/a', before.nads.items.get('ns1/a')), []],
  ])('takes the edit that is told: %s', (_what, nads, expected) => {
    expect(keysOf(withNads(nads))).toEqual(expected);
    const { edit: _edit, ...untold } = nads;
    expect(keysOf(withNads(untold))).toEqual(expected);
  });

  test('finds the edits in between when it is told only the last one', () => {
    const first = editListing(before.nads, 'ns1/a', changed);
    const second = editListing(first, 'ns1/c', added);
    expect(keysOf(withNads(second)).sort()).toEqual(['ns1/a', 'ns1/c']);
    expect(keysOf(withNads(second), withNads(first))).toEqual(['ns1/c']);
  });

  test('does not take an edit for that of other items', () => {
    const first = editListing(before.nads, 'ns1/a', changed);
    const items = new Map(first.items);
    items.delete('ns1/b');
    expect(keysOf(withNads({ ...first, items })).sort()).toEqual(['ns1/a', 'ns1/b']);
  });
});
