/** The OVN view of a node as an SVG document. Pure. */
import type { OvnDrawing, OvnShape } from '../ovn/ovnDrawing';
import { isRouter, ovnBounds, ovnBox, ovnLine } from '../ovn/ovnGeometry';
import { ovnShapeWords } from '../ovn/ovnShapeWords';
import type { Say } from './drawnText';
import { SvgSheet } from './svgSheet';
import type { Palette } from './svgSheet';

const LEFT = 10;

/**
 * @param title what the document is called
 * @param say translates
 */
export const svgOvn = (drawing: OvnDrawing, palette: Palette, title: string, say: Say): string => {
  const sheet = new SvgSheet(palette);
  const byId = new Map(drawing.shapes.map((shape) => [shape.id, shape]));
  const draw = (shape: OvnShape): void => {
    const box = ovnBox(shape);
    const { x, y, width, height } = box;
    const { kind, name, detail } = ovnShapeWords(shape, say);
    const indent = isRouter(shape) ? 2 * LEFT : LEFT;
    const left = { x: x + indent, room: width - 2 * indent };
    sheet.box(box, isRouter(shape) ? height / 2 : 6, shape.state, '');
    sheet.words(kind, { ...left, y: y + 15 }, 'detail');
    sheet.words(name, { ...left, y: y + 33 }, 'name');
    sheet.words(detail, { ...left, y: y + 49 }, 'detail');
    sheet.mark(shape.state, { x: x + width - 12, y: y + 14 });
  };
  for (const { source, target } of drawing.links) {
    const [from, to] = [byId.get(source), byId.get(target)];
    if (from === undefined || to === undefined) continue;
    sheet.line(ovnLine(from, to), { state: 'ok', isIntended: false });
  }
  drawing.shapes.forEach(draw);
  return sheet.document(title, ovnBounds(drawing));
};
