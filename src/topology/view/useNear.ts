/**
 * What of a picture is in view, or nearly. The browser lays out every word of a drawing anew for every zoom, which takes
 * most of a frame; so words that nobody sees are left out, while their shapes, and what is said of them, stay.
 */
import { useMemo } from 'react';
import type { Box, Point } from '../layout/geometry';
import type { Layout } from '../layout/layoutPicture';
import { boundsOf } from './viewport';
import type { Size, Viewport } from './viewport';

/** Units of the picture between the places where the border of the view is taken to be: it does not move in each frame. */
const STEP = 160;

/** Units by which marks and labels stand out from their shapes. */
const SPILL = 24;

const down = (at: number): number => Math.floor(at / STEP) * STEP;

const touches = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

const boxOf = (points: readonly Point[]): Box | undefined =>
  boundsOf(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));

/** Ids of the boxes and lines that touch a part of the picture. */
const idsNear = (layout: Layout, part: Box): ReadonlySet<string> => {
  const near = new Set<string>();
  for (const [id, box] of layout.boxes) if (touches(part, box)) near.add(id);
  for (const [id, points] of layout.paths) {
    const box = boxOf(points);
    if (box !== undefined && touches(part, box)) near.add(id);
  }
  return near;
};

/** The same set until what is in view changes; undefined while the size of the view is not known. */
export const useNear = (
  layout: Layout,
  { x, y, zoom }: Viewport,
  { width, height }: Size,
): ReadonlySet<string> | undefined => {
  const isKnown = width > 0 && height > 0;
  const left = down(-x / zoom - SPILL);
  const top = down(-y / zoom - SPILL);
  const right = down((width - x) / zoom + SPILL) + STEP;
  const bottom = down((height - y) / zoom + SPILL) + STEP;
  return useMemo(
    () =>
      isKnown
        ? idsNear(layout, { x: left, y: top, width: right - left, height: bottom - top })
        : undefined,
    [layout, isKnown, left, top, right, bottom],
  );
};
