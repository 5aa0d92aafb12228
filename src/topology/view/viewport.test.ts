import fc from 'fast-check';
import { boundsOf, fit, panIntoView, showBox, ZOOM, zoomAt } from './viewport';

const SIZE = { width: 1000, height: 600 };

test('a picture that fits is shown whole, not enlarged', () => {
  expect(fit({ x: 0, y: 0, width: 500, height: 300 }, SIZE).zoom).toBe(1);
  const view = fit({ x: 0, y: 0, width: 1200, height: 300 }, SIZE);
  expect(1200 * view.zoom).toBeLessThanOrEqual(SIZE.width);
});

test('a picture of many columns is shown in its whole width, a long one is not shrunk for its length', () => {
  const wide = fit({ x: 0, y: 0, width: 1600, height: 300 }, SIZE);
  expect(1600 * wide.zoom).toBeLessThanOrEqual(SIZE.width);
  expect(fit({ x: 0, y: 0, width: 1100, height: 5000 }, SIZE).zoom).toBe(ZOOM.readable);
});

test('a huge picture stays readable and begins at its top left', () => {
  const view = fit({ x: 0, y: 0, width: 20_000, height: 20_000 }, SIZE);
  expect(view.zoom).toBe(ZOOM.readable);
  expect(view.x).toBeGreaterThan(0);
  expect(view.y).toBeGreaterThan(0);
});

test('zooming keeps the point under the pointer and the limits', () => {
  const number = fc.double({ min: -500, max: 500, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.double({ min: 0.1, max: 10, noNaN: true }), (x, y, factor) => {
      const before = { x: 10, y: 20, zoom: 1 };
      const after = zoomAt(before, factor, x, y);
      expect((x - after.x) / after.zoom).toBeCloseTo(x - before.x, 5);
      expect((y - after.y) / after.zoom).toBeCloseTo(y - before.y, 5);
      expect(after.zoom).toBeGreaterThanOrEqual(ZOOM.min);
      expect(after.zoom).toBeLessThanOrEqual(ZOOM.max);
    }),
  );
});

test('what is in view does not move the view; what is not is brought in', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  expect(panIntoView(view, { x: 100, y: 100, width: 50, height: 50 }, SIZE)).toBe(view);
  const moved = panIntoView(view, { x: 2000, y: -300, width: 50, height: 50 }, SIZE);
  expect(moved.x + 2050).toBeLessThanOrEqual(SIZE.width);
  expect(moved.y - 300).toBeGreaterThanOrEqual(0);
});

test('a chosen path is shown whole by zooming out, and never by zooming in', () => {
  const path = { x: 0, y: 100, width: 1500, height: 80 };
  const view = showBox({ x: 0, y: 0, zoom: 1 }, path, path, SIZE);
  expect(view.x).toBeGreaterThanOrEqual(0);
  expect(view.x + path.width * view.zoom).toBeLessThanOrEqual(SIZE.width);
  expect(showBox({ x: 0, y: 0, zoom: 0.5 }, { ...path, width: 100 }, path, SIZE).zoom).toBe(0.5);
});

test('bounds hold all boxes', () => {
  expect(boundsOf([])).toBeUndefined();
  expect(
    boundsOf([
      { x: 10, y: 20, width: 5, height: 5 },
      { x: -5, y: 40, width: 10, height: 10 },
    ]),
  ).toEqual({ x: -5, y: 20, width: 20, height: 30 });
});
