/**
 * Drag to pan, wheel to pan, Ctrl and wheel (or pinch) to zoom. The view fits itself to the picture
 * until the user moves it; from then on it stays where the user's eye is.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import type { Box } from '../layout/geometry';
import type { Anchor } from './anchorOf';
import { ZOOM, fit, showBox, zoomAt } from './viewport';
import type { Size, Viewport } from './viewport';

export interface PanZoom {
  readonly view: Viewport;
  readonly isDragging: boolean;
  readonly onPointerDown: (event: ReactPointerEvent) => void;
  readonly onPointerMove: (event: ReactPointerEvent) => void;
  readonly onPointerUp: (event: ReactPointerEvent) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly reset: () => void;
  /** Shows the same part of the picture after something in it has moved. */
  readonly keep: (anchor: Anchor, from: Viewport) => void;
  /** Brings a box into view; undefined goes back to the whole picture, unless the user moved it. */
  readonly reveal: (box: Box | undefined) => void;
}

/** What the wheel without Ctrl moves. */
export type Wheel = 'pan' | 'page';

const WHEEL_ZOOM = 0.0022;

export const usePanZoom = (
  container: RefObject<HTMLDivElement>,
  bounds: Box,
  wheel: Wheel,
): PanZoom => {
  const size = useSize(container);
  const [moved, setMoved] = useState<Viewport>();
  const [shown, setShown] = useState<Box>();
  const [isDragging, setDragging] = useState(false);
  const drag = useRef<{ readonly x: number; readonly y: number }>();
  const whole = fit(bounds, size);
  const view = moved ?? (shown === undefined ? whole : showBox(whole, shown, bounds, size));
  const latest = useRef(view);
  latest.current = view;
  const drawn = useRef(bounds);
  drawn.current = bounds;

  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (wheel === 'page' && !event.ctrlKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const current = latest.current;
      const next = event.ctrlKey
        ? zoomAt(
            current,
            Math.exp(-event.deltaY * WHEEL_ZOOM),
            event.clientX - left,
            event.clientY - top,
          )
        : { ...current, x: current.x - event.deltaX, y: current.y - event.deltaY };
      setMoved(next);
    };
    // React listens to wheel passively; without preventDefault the page would scroll, too.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [container, wheel]);

  const onPointerDown = useCallback((event: ReactPointerEvent) => {
    if (event.button !== 0) return;
    drag.current = { x: event.clientX, y: event.clientY };
  }, []);
  const onPointerMove = useCallback((event: ReactPointerEvent) => {
    const from = drag.current;
    if (from === undefined) return;
    const dx = event.clientX - from.x;
    const dy = event.clientY - from.y;
    drag.current = { x: event.clientX, y: event.clientY };
    setDragging(true);
    setMoved({ ...latest.current, x: latest.current.x + dx, y: latest.current.y + dy });
  }, []);
  const onPointerUp = useCallback(() => {
    drag.current = undefined;
    setDragging(false);
  }, []);
  const zoomBy = (factor: number): void =>
    setMoved(zoomAt(latest.current, factor, size.width / 2, size.height / 2));
  // Not made anew when the bounds change: whoever reveals a choice would reveal it again with new data.
  const reveal = useCallback(
    (box: Box | undefined) => {
      setShown(box);
      // Where the user moved the view, it moves on from there and stays with the user.
      if (box !== undefined) {
        setMoved((current) =>
          current === undefined ? current : showBox(current, box, drawn.current, size),
        );
      }
    },
    [size],
  );
  const keep = useCallback(({ dx, dy }: Anchor, { x, y, zoom }: Viewport) => {
    setMoved({ x: x - dx * zoom, y: y - dy * zoom, zoom });
  }, []);
  return {
    view,
    isDragging,
    keep,
    onPointerDown,
    onPointerMove,
    onPointerUp,
    zoomIn: () => zoomBy(ZOOM.step),
    zoomOut: () => zoomBy(1 / ZOOM.step),
    reset: () => {
      setShown(undefined);
      setMoved(undefined);
    },
    reveal,
  };
};

const useSize = (container: RefObject<HTMLDivElement>): Size => {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    const measure = (): void =>
      setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [container]);
  return size;
};
