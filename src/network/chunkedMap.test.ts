import fc from 'fast-check';
import { ChunkedMap } from './chunkedMap';
import { propertyRuns } from './testing/propertyRuns';

const arbitraryKey = fc.integer({ min: 0, max: 400 }).map((n) => `key-${n}`);

/** Every key that can be drawn, and one that cannot. */
const everyKey = Array.from({ length: 402 }, (_, n) => `key-${n}`);

const arbitraryEdits = fc
  .array(fc.tuple(arbitraryKey, fc.option(fc.nat(), { nil: undefined })), { maxLength: 60 })
  .map((edits) => new Map(edits));

const applied = (
  base: ReadonlyMap<string, number>,
  edits: ReadonlyMap<string, number | undefined>,
): Map<string, number> => {
  const next = new Map(base);
  for (const [key, value] of edits) {
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  return next;
};

describe('ChunkedMap', () => {
  it('is a map with sorted keys through any edits, and leaves earlier states alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(arbitraryKey, fc.nat()), { maxLength: 400 }),
        fc.array(arbitraryEdits, { maxLength: 4 }),
        (entries, batches) => {
          let plain = new Map(entries);
          let chunked = ChunkedMap.fromMap(plain);
          for (const edits of batches) {
            const before = chunked;
            const listed = [...before];
            chunked = chunked.with(edits);
            plain = applied(plain, edits);
            expect([...before]).toEqual(listed);
            const changed = [...edits].filter(([key, value]) => before.get(key) !== value);
            expect([...chunked.changedSince(before)].sort()).toEqual(
              changed.map(([key]) => key).sort(),
            );
          }
          expect(chunked.size).toBe(plain.size);
          expect([...chunked.keys()]).toEqual([...plain.keys()].sort());
          expect([...chunked.values()]).toEqual([...chunked.keys()].map((key) => plain.get(key)));
          expect(everyKey.map((key) => chunked.get(key))).toEqual(
            everyKey.map((key) => plain.get(key)),
          );
          expect(chunked.get('')).toBeUndefined();
        },
      ),
      propertyRuns(200),
    );
  });

  it('takes thousands of keys added one by one', () => {
    let map = ChunkedMap.fromSorted<number>([], []);
    for (let n = 0; n < 2_000; n += 1) map = map.with(new Map([[`k${(n * 7919) % 2_000}`, n]]));
    expect(map.size).toBe(2_000);
    expect([...map.keys()]).toEqual([...map.keys()].sort());
  });
});
