/**
 * Lets an element end where the window ends. Consoles differ in how they nest pages, so the room is
 * measured instead of guessed; what stands above (notices, loading) may come and go.
 */
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Room left below the element, in pixels. */
const BELOW = 32;

/**
 * @param least smallest height in pixels, for low windows, which then scroll
 * @returns height in pixels; undefined before the first measurement
 */
export const useFillHeight = (
  element: RefObject<HTMLElement>,
  least: number,
): number | undefined => {
  const [height, setHeight] = useState<number>();
  useEffect(() => {
    const own = element.current;
    if (own === null) return undefined;
    const measure = (): void => {
      const top = own.getBoundingClientRect().top;
      // Scrolled out of view: the room is what it was.
      if (top > 0) setHeight(Math.max(least, Math.floor(window.innerHeight - top - BELOW)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (own.parentElement !== null) observer.observe(own.parentElement);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [element, least]);
  return height;
};
