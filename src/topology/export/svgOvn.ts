/** The OVN view of a node as an SVG document. Pure. */
import type { OvnDrawing, OvnShape } from '../ovn/ovnDrawing';
import { isRouter, ovnBounds, ovnBox, ovnCorner, ovnLine, ovnWidth } from '../ovn/ovnGeometry';
import { ovnShapeWords } from '../ovn/ovnShapeWords';
import { wrapWords } from '../view/wrapWords';
import type { Say } from './drawnText';
import { SvgSheet } from './svgSheet';
import type { Palette } from './svgSheet';

const LEFT = { router: 14, other: 10 } as const;
const NAME_SIZE = 13;
const NAME_LINES = 2;

/**
 * @param title what the document is called
 * @param say translates
 */
export const svgOvn = (drawing: OvnDrawing, palette: Palette, title: string, say: Say): string => {
  const sheet = new SvgSheet(palette);
  const across = ovnWidth(say);
  const byId = new Map(drawing.shapes.map((shape) => [shape.id, shape]));
  const draw = (shape: OvnShape): void => {
    const box = ovnBox(shape, across);
    const { x, y, width } = box;
    const { kind, name, detail } = ovnShapeWords(shape, say);
    const indent = isRouter(shape) ? LEFT.router : LEFT.other;
    const left = { x: x + indent, room: width - 2 * indent };
    sheet.box(box, ovnCorner(shape), shape.state, '');
    const { lines } = wrapWords(name, left.room, NAME_SIZE, NAME_LINES);
    sheet.words(kind, { ...left, y: y + 17 }, 'detail');
    lines.forEach((line, index) => sheet.words(line, { ...left, y: y + 35 + 15 * index }, 'name'));
    sheet.words(detail, { ...left, y: y + 68 }, 'detail');
    sheet.mark(shape.state, { x: x + width - 12, y: y + 14 });
  };
  for (const { source, target } of drawing.links) {
    const [from, to] = [byId.get(source), byId.get(target)];
    if (from === undefined || to === undefined) continue;
    sheet.line(ovnLine(from, to, across), { state: 'ok', isIntended: false });
  }
  drawing.shapes.forEach(draw);
  return sheet.document(title, ovnBounds(drawing, across));
};
