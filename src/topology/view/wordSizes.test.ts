import { wordSizes } from './wordSizes';
import { ZOOM } from './viewport';

test('zooming within a step keeps the sizes, so that nothing is drawn anew', () => {
  expect(wordSizes(1)).toBe(wordSizes(1.4));
  expect(wordSizes(0.7)).toBe(wordSizes(0.75));
});

test('at the zoom that counts as readable names have 12 pixels or more', () => {
  for (let zoom: number = ZOOM.readable; zoom <= 1; zoom += 0.01) {
    expect(wordSizes(zoom).name * zoom).toBeGreaterThanOrEqual(12);
  }
});

test('the smaller the picture, the larger its words', () => {
  const names = [1, 0.75, 0.4].map((zoom) => wordSizes(zoom).name);
  expect([...names].sort((one, other) => one - other)).toEqual(names);
});
