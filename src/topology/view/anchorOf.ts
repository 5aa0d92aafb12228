/**
 * What the eye rests on while the picture changes: something that is in the layout before and after.
 * The view follows it, so that a new VM or an opened fold does not throw the reader out. Pure.
 */
import type { Box } from '../layout/geometry';
import type { Layout } from '../layout/layoutPicture';

/** How far the anchor has moved, in the picture's own units. */
export interface Anchor {
  readonly dx: number;
  readonly dy: number;
}

const centre = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

/**
 * @param preferred ids that are better anchors than any other, best first: what is focused or chosen
 * @param eye the point of the old picture that was in the middle
 * @returns undefined when nothing is in both, or when it has not moved
 */
export const anchorOf = (
  before: Layout,
  after: Layout,
  preferred: readonly string[],
  eye: { readonly x: number; readonly y: number },
): Anchor | undefined => {
  const chosen = preferred.find((id) => before.boxes.has(id) && after.boxes.has(id));
  const id = chosen ?? nearest(before, after, eye);
  const was = before.boxes.get(id ?? '');
  const is = after.boxes.get(id ?? '');
  if (was === undefined || is === undefined) return undefined;
  const dx = is.x - was.x;
  const dy = is.y - was.y;
  return dx === 0 && dy === 0 ? undefined : { dx, dy };
};

const nearest = (
  before: Layout,
  after: Layout,
  eye: { readonly x: number; readonly y: number },
): string | undefined => {
  let best: string | undefined;
  let least = Infinity;
  for (const [id, box] of before.boxes) {
    if (!after.boxes.has(id)) continue;
    const { x, y } = centre(box);
    const away = (x - eye.x) ** 2 + (y - eye.y) ** 2;
    if (away < least) {
      best = id;
      least = away;
    }
  }
  return best;
};
