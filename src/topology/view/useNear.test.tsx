/** @jest-environment jsdom */
import { renderHook } from '@testing-library/react';
import type { Layout } from '../layout/layoutPicture';
import { useNear } from './useNear';
import type { Viewport } from './viewport';

const box = (x: number, y: number) => ({ x, y, width: 100, height: 40 });

const layout: Layout = {
  boxes: new Map([
    ['here', box(0, 0)],
    ['right', box(2_000, 0)],
    ['below', box(0, 2_000)],
  ]),
  paths: new Map([
    // Neither end is in view, the middle is.
    [
      'across',
      [
        { x: -3_000, y: 300 },
        { x: 3_000, y: 300 },
      ],
    ],
    [
      'elsewhere',
      [
        { x: 2_100, y: 2_000 },
        { x: 3_000, y: 2_000 },
      ],
    ],
  ]),
  columns: [],
  bounds: { x: 0, y: 0, width: 2_100, height: 2_040 },
};

const size = { width: 1_000, height: 500 };

const open = (view: Viewport) =>
  renderHook((at: Viewport) => useNear(layout, at, size), { initialProps: view });

test('what is in view is near, and a line that passes through it', () => {
  const { result } = open({ x: 0, y: 0, zoom: 1 });
  expect([...(result.current ?? [])].sort()).toEqual(['across', 'here']);
});

test('what pan and zoom bring into view comes near', () => {
  const { result, rerender } = open({ x: 0, y: 0, zoom: 1 });
  rerender({ x: -1_500, y: 0, zoom: 1 });
  expect(result.current).toContain('right');
  expect(result.current).not.toContain('here');
  rerender({ x: 0, y: 0, zoom: 0.2 });
  expect([...(result.current ?? [])].sort()).toEqual([
    'across',
    'below',
    'elsewhere',
    'here',
    'right',
  ]);
});

test('a small step keeps the set as it is', () => {
  const { result, rerender } = open({ x: -10, y: -10, zoom: 1 });
  const before = result.current;
  rerender({ x: -12, y: -11, zoom: 1.01 });
  expect(result.current).toBe(before);
});

test('everything is near while the size of the view is not known', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  const { result } = renderHook(() => useNear(layout, view, { width: 0, height: 0 }));
  expect(result.current).toBeUndefined();
});
