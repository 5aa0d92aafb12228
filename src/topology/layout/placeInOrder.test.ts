import fc from 'fast-check';
import { placeInOrder } from './placeInOrder';

const item = fc.record({
  size: fc.integer({ min: 1, max: 50 }),
  wanted: fc.option(fc.integer({ min: -500, max: 500 }), { nil: undefined }),
});

describe('placeInOrder', () => {
  it('leaves things where they want to be when there is room', () => {
    const items = [10, 60, 200].map((wanted) => ({ size: 20, wanted }));
    expect(placeInOrder(items, 10)).toEqual([10, 60, 200]);
  });

  it('shares the push between neighbours that want the same place', () => {
    const items = [100, 100].map((wanted) => ({ size: 20, wanted }));
    expect(placeInOrder(items, 10)).toEqual([85, 115]);
  });

  it('keeps order and distance whatever is wanted', () => {
    fc.assert(
      fc.property(fc.array(item), fc.integer({ min: 0, max: 20 }), (items, gap) => {
        const centres = placeInOrder(items, gap);
        expect(centres).toHaveLength(items.length);
        for (let index = 1; index < items.length; index += 1) {
          const least = ((items[index - 1]?.size ?? 0) + (items[index]?.size ?? 0)) / 2 + gap;
          const distance = (centres[index] ?? 0) - (centres[index - 1] ?? 0);
          expect(distance).toBeGreaterThanOrEqual(least - 1e-6);
        }
      }),
    );
  });
});
