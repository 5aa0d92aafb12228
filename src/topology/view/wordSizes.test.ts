import { wordSizes } from './wordSizes';
import { ZOOM } from './viewport';

test('zooming within a step keeps the sizes, so that nothing is drawn anew', () => {
  expect(wordSizes(1)).toBe(wordSizes(1.4));
  expect(wordSizes(0.74)).toBe(wordSizes(0.8));
});

test('down to the smallest zoom at which a picture is fitted, names have 10 pixels or more', () => {
  for (let zoom: number = ZOOM.least; zoom <= 1; zoom += 0.01) {
    expect(wordSizes(zoom).name * zoom).toBeGreaterThanOrEqual(10);
  }
});

test('the smaller the picture, the larger its words', () => {
  const names = [1, 0.75, 0.6, 0.4].map((zoom) => wordSizes(zoom).name);
  expect([...names].sort((one, other) => one - other)).toEqual(names);
});
