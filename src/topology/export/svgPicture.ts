/** The picture as an SVG document: frames, lines and elements as they are laid out on screen. Pure. */
import type { Layout } from '../layout/layoutPicture';
import type { Element, Frame, Picture } from '../model/picture';
import type { Say } from './drawnText';
import { elementDetail, elementName, frameTitle } from './drawnText';
import { SvgSheet } from './svgSheet';
import type { Palette } from './svgSheet';

/** Lower elements have one line, with the second at its end. */
const TWO_LINES = 30;
const LEFT = 12;

const dashOf = ({ health, origin }: Element): string => {
  if (health === 'unknown') return '2 3';
  return origin === 'intended' ? '6 3' : '';
};

/**
 * @param title what the document is called
 * @param say translates
 */
export const svgPicture = (
  picture: Picture,
  layout: Layout,
  palette: Palette,
  title: string,
  say: Say,
): string => {
  const sheet = new SvgSheet(palette);
  const drawFrame = (frame: Frame): void => {
    const box = layout.boxes.get(frame.id);
    if (box === undefined) return;
    const { x, y, width } = box;
    sheet.box(box, 10, frame.health, frame.kind === 'node' ? '4 4' : '');
    sheet.words(frameTitle(frame, say), { x: x + LEFT, y: y + 19, room: width - 40 }, 'title');
    sheet.mark(frame.health, { x: x + width - 14, y: y + 15 });
  };
  const drawElement = (element: Element): void => {
    const box = layout.boxes.get(element.id);
    if (box === undefined) return;
    const { x, y, width, height } = box;
    const { health, accent } = element;
    const detail = elementDetail(element, say);
    const left = { x: x + LEFT, room: width - 2 * LEFT - (health === 'ok' ? 0 : LEFT) };
    const middle = y + height / 2;
    sheet.box(box, 6, health, dashOf(element));
    sheet.accent(box, accent);
    const name = elementName(element, say);
    if (height < TWO_LINES || detail === '') {
      sheet.row(name, detail, { ...left, y: middle + 5 });
    } else {
      sheet.words(name, { ...left, y: middle - 4 }, 'name');
      sheet.words(detail, { ...left, y: middle + 12 }, 'detail');
    }
    sheet.mark(health, { x: x + width - 11, y: middle });
  };
  for (const frame of picture.frames.values()) drawFrame(frame);
  for (const edge of picture.edges) sheet.line(layout.paths.get(edge.id) ?? [], edge);
  for (const element of picture.elements.values()) drawElement(element);
  return sheet.document(title, layout.bounds);
};
