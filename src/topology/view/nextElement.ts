/** Where an arrow key leads: the nearest element in that direction, a neighbour by edge first. */
import type { Layout } from '../layout/layoutPicture';
import type { Picture } from '../model/picture';
import type { Box } from '../layout/geometry';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export const isArrow = (key: string): key is Arrow =>
  key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown';

const centre = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

/** How far a box is in a direction; Infinity when it lies elsewhere. Sideways distance counts more. */
const distance = (from: Box, to: Box, arrow: Arrow): number => {
  const a = centre(from);
  const b = centre(to);
  const isAcross = arrow === 'ArrowLeft' || arrow === 'ArrowRight';
  const sign = arrow === 'ArrowRight' || arrow === 'ArrowDown' ? 1 : -1;
  const along = sign * (isAcross ? b.x - a.x : b.y - a.y);
  const aside = Math.abs(isAcross ? b.y - a.y : b.x - a.x);
  return along < 1 ? Infinity : along + 2 * aside;
};

/** Id of the element to go to; the given one when there is none in that direction. */
export const nextElement = (
  picture: Picture,
  layout: Layout,
  from: string,
  arrow: Arrow,
): string => {
  const box = layout.boxes.get(from);
  if (box === undefined) return from;
  const connected = picture.edges.flatMap(({ source, target }) =>
    arrow === 'ArrowRight' && source === from
      ? [target]
      : arrow === 'ArrowLeft' && target === from
        ? [source]
        : [],
  );
  const candidates = connected.length > 0 ? connected : [...picture.elements.keys()];
  let best = from;
  let least = Infinity;
  for (const id of candidates) {
    const other = layout.boxes.get(id);
    const away = other === undefined || id === from ? Infinity : distance(box, other, arrow);
    if (away < least) {
      best = id;
      least = away;
    }
  }
  return best;
};
