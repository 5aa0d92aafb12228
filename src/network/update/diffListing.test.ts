import fc from 'fast-check';
import { propertyRuns } from '../testing/propertyRuns';
import { changedKeys } from './diffListing';

/** The same by the book. */
const expected = (before: ReadonlyMap<string, object>, after: ReadonlyMap<string, object>) =>
  new Set([...before.keys(), ...after.keys()].filter((key) => before.get(key) !== after.get(key)));

const RECORDS = Array.from({ length: 4 }, (_unused, at) => ({ at }));

const arbitraryMap = fc
  .array(fc.tuple(fc.stringMatching(/^[a-e]$/), fc.constantFrom(...RECORDS)), { maxLength: 8 })
  .map((entries) => new Map(entries));

describe('changedKeys', () => {
  it('finds adds, changes and removes whatever the order', () => {
    fc.assert(
      fc.property(arbitraryMap, arbitraryMap, (before, after) => {
        expect(changedKeys(before, after)).toEqual(expected(before, after));
      }),
      propertyRuns(500),
    );
  });

  it('finds many replaced records of a large listing', () => {
    const before = new Map(Array.from({ length: 300 }, (_unused, at) => [`k${at}`, { at }]));
    const after = new Map([...before].map(([key, value]) => [key, { ...value }]));
    expect(changedKeys(before, after).size).toBe(300);
  });

  it('finds two records that have changed places', () => {
    const [x, y] = [{ at: 1 }, { at: 2 }];
    const before = new Map([
      ['a', x],
      ['b', y],
    ]);
    expect(changedKeys(before, new Map([...before].reverse())).size).toBe(0);
  });
});
