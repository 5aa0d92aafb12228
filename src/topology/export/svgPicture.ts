/**
 * The picture as an SVG document that stands alone: no style sheet, no script, no reference to
 * anything, colours as they are on screen. Every string of the cluster is escaped. Pure.
 */
import type { Box } from '../layout/geometry';
import type { Layout } from '../layout/layoutPicture';
import type { DrawnEdge, Element, Frame, Health, Picture } from '../model/picture';
import { curve } from '../view/EdgePath';
import { charactersIn, truncate } from '../view/truncate';
import type { Say } from './drawnText';
import { elementDetail, elementName, frameTitle } from './drawnText';
import { escapeXml } from './escapeXml';

/** CSS colours. */
export interface Palette {
  readonly background: string;
  readonly box: string;
  readonly border: string;
  readonly words: string;
  readonly subtle: string;
  readonly line: string;
  readonly broken: string;
  readonly warning: string;
  readonly accents: readonly string[];
}

const MARGIN = 24;
const FONT = 'font-family="RedHatText, Overpass, sans-serif"';

const SIGN: Readonly<Record<Health, string>> = { ok: '', broken: '✕', warning: '!', unknown: '?' };

class SvgWriter {
  private readonly parts: string[] = [];

  constructor(
    private readonly picture: Picture,
    private readonly layout: Layout,
    private readonly palette: Palette,
    private readonly say: Say,
  ) {}

  write(title: string): string {
    const { x, y, width, height } = this.layout.bounds;
    const box = [x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN];
    for (const frame of this.picture.frames.values()) this.frame(frame);
    for (const edge of this.picture.edges) this.edge(edge);
    for (const element of this.picture.elements.values()) this.element(element);
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(' ')}" width="${box[2] ?? 0}" height="${box[3] ?? 0}" ${FONT}>`,
      `<title>${escapeXml(title)}</title>`,
      `<rect x="${box[0] ?? 0}" y="${box[1] ?? 0}" width="100%" height="100%" fill="${this.colour(this.palette.background)}"/>`,
      ...this.parts,
      '</svg>\n',
    ].join('\n');
  }

  private colour(value: string): string {
    return escapeXml(value);
  }

  private text(words: string, x: number, y: number, size: number, rest: string): void {
    if (words === '') return;
    this.parts.push(
      `<text x="${x}" y="${y}" font-size="${size}" ${rest}>${escapeXml(words)}</text>`,
    );
  }

  private rect({ x, y, width, height }: Box, radius: number, stroke: string, dash: string): void {
    const { box } = this.palette;
    const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
    this.parts.push(
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${this.colour(box)}" stroke="${this.colour(stroke)}"${dashes}/>`,
    );
  }

  private strokeOf(health: Health): string {
    const { broken, warning, border } = this.palette;
    return health === 'broken' ? broken : health === 'warning' ? warning : border;
  }

  private frame(frame: Frame): void {
    const box = this.layout.boxes.get(frame.id);
    if (box === undefined) return;
    this.rect(box, 10, this.strokeOf(frame.health), frame.kind === 'node' ? '4 4' : '');
    const words = truncate(frameTitle(frame, this.say), charactersIn(box.width - 40, 13));
    const fill = `fill="${this.colour(this.palette.words)}" font-weight="bold"`;
    this.text(words, box.x + 12, box.y + 19, 13, fill);
    this.mark(frame.health, box.x + box.width - 14, box.y + 15);
  }

  private mark(health: Health, x: number, y: number): void {
    const fill = `fill="${this.colour(health === 'unknown' ? this.palette.words : this.strokeOf(health))}" font-weight="bold" text-anchor="middle"`;
    this.text(SIGN[health], x, y + 5, 14, fill);
  }

  private edge(edge: DrawnEdge): void {
    const points = this.layout.paths.get(edge.id) ?? [];
    const { broken, line, accents } = this.palette;
    const own = edge.accent === undefined ? undefined : accents[edge.accent];
    const stroke = edge.state === 'broken' ? broken : (own ?? line);
    const isDashed = edge.state !== 'ok' || edge.isIntended;
    this.parts.push(
      `<path d="${curve(points)}" fill="none" stroke="${this.colour(stroke)}" stroke-width="2"${isDashed ? ' stroke-dasharray="6 4"' : ''}/>`,
    );
  }

  private element(element: Element): void {
    const box = this.layout.boxes.get(element.id);
    if (box === undefined) return;
    const { health, accent, origin } = element;
    this.rect(
      box,
      6,
      this.strokeOf(health),
      health === 'unknown' ? '2 3' : origin === 'intended' ? '6 3' : '',
    );
    const colour = accent === undefined ? undefined : this.palette.accents[accent];
    if (colour !== undefined) {
      this.parts.push(
        `<rect x="${box.x}" y="${box.y + 4}" width="4" height="${box.height - 8}" rx="2" fill="${this.colour(colour)}"/>`,
      );
    }
    const room = box.width - 24 - (health === 'ok' ? 0 : 12);
    const name = truncate(elementName(element, this.say), charactersIn(room, 13));
    const detail = truncate(elementDetail(element, this.say), charactersIn(room, 11));
    const middle = box.y + box.height / 2;
    const isRow = box.height < 30 || detail === '';
    const words = `fill="${this.colour(this.palette.words)}"`;
    const subtle = `fill="${this.colour(this.palette.subtle)}"`;
    this.text(name, box.x + 12, isRow ? middle + 5 : middle - 4, 13, words);
    if (!isRow) this.text(detail, box.x + 12, middle + 12, 11, subtle);
    this.mark(health, box.x + box.width - 11, middle);
  }
}

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
): string => new SvgWriter(picture, layout, palette, say).write(title);
