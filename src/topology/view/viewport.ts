/** Pan and zoom as numbers: which part of the picture is seen, and how large. Pure. */
import type { Box } from '../layout/geometry';

export interface Viewport {
  /** Offset of the picture's origin on screen, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const ZOOM = {
  min: 0.2,
  max: 3,
  step: 1.25,
  readable: 0.75,
  least: 0.58,
  labels: 1.2,
} as const;

const MARGIN = 12;
/** Room for the names of the columns above the picture, and below it, in pixels. */
const INSET = { top: 40, bottom: 20 } as const;

const clamp = (zoom: number): number => Math.min(ZOOM.max, Math.max(ZOOM.min, zoom));

/**
 * Smallest zoom to begin with. All columns are worth smaller words, for a path runs through all of them; what
 * is merely long is scrolled, and so is what a narrow screen cannot hold anyway.
 */
const leastZoom = (byWidth: number, width: number): number => {
  const comfortable = Math.min(ZOOM.readable, width / 420);
  return byWidth < ZOOM.least ? comfortable : Math.min(byWidth, comfortable);
};

/**
 * The whole picture, but never so small that it cannot be read: then its top left corner shows and
 * the rest is a drag away.
 */
export const fit = (bounds: Box, size: Size): Viewport => {
  const width = size.width - 2 * MARGIN;
  const height = size.height - INSET.top - INSET.bottom;
  if (width <= 0 || height <= 0 || bounds.width <= 0 || bounds.height <= 0) {
    return { x: MARGIN, y: INSET.top, zoom: 1 };
  }
  const byWidth = Math.min(width / bounds.width, 1);
  const zoom = Math.max(Math.min(byWidth, height / bounds.height), leastZoom(byWidth, width));
  const spareX = width - bounds.width * zoom;
  const spareY = height - bounds.height * zoom;
  return {
    x: MARGIN + Math.max(0, spareX / 2) - bounds.x * zoom,
    y: INSET.top + Math.max(0, Math.min(spareY / 2, MARGIN)) - bounds.y * zoom,
    zoom,
  };
};

/** Zooms so that the point under the pointer stays where it is. */
export const zoomAt = (view: Viewport, factor: number, x: number, y: number): Viewport => {
  const zoom = clamp(view.zoom * factor);
  const ratio = zoom / view.zoom;
  return { zoom, x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio };
};

/** Smallest zoom at which a chosen path is still shown whole; below it a part of it has to do. */
const PATH_ZOOM = 0.36;

/**
 * Zooms out as far as a box needs to be seen whole, never in, and then puts it in the middle; where the whole
 * picture has room below the names of the columns, it begins there instead.
 */
export const showBox = (view: Viewport, box: Box, bounds: Box, size: Size): Viewport => {
  const room = Math.min(
    (size.width - 2 * MARGIN) / box.width,
    (size.height - 2 * MARGIN) / box.height,
  );
  const zoom = Math.min(view.zoom, Math.max(PATH_ZOOM, room));
  if (zoom === view.zoom) return panIntoView(view, box, size);
  const centred = (start: number, length: number, available: number): number =>
    (available - length * zoom) / 2 - start * zoom;
  const isWholeHigh = bounds.height * zoom <= size.height - INSET.top - INSET.bottom;
  const middle = {
    zoom,
    x: centred(box.x, box.width, size.width),
    y: isWholeHigh ? INSET.top + MARGIN - bounds.y * zoom : centred(box.y, box.height, size.height),
  };
  return panIntoView(middle, box, size);
};

/** Moves the view by as little as brings a box into it. */
export const panIntoView = (view: Viewport, box: Box, size: Size): Viewport => {
  const shift = (start: number, length: number, room: number): number => {
    if (start < MARGIN) return MARGIN - start;
    const beyond = start + length - (room - MARGIN);
    return beyond > 0 ? -Math.min(beyond, start - MARGIN) : 0;
  };
  const dx = shift(view.x + box.x * view.zoom, box.width * view.zoom, size.width);
  const dy = shift(view.y + box.y * view.zoom, box.height * view.zoom, size.height);
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
};

/** The smallest box around others; undefined for none. */
export const boundsOf = (boxes: readonly Box[]): Box | undefined => {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
};
