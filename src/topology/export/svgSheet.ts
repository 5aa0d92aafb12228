/**
 * An SVG document that stands alone: no style sheet, no script, no reference to anything, colours as
 * they are on screen. Whatever is written on it is escaped here, so that no drawing can forget it. Pure.
 */
import type { Box, Point } from '../layout/geometry';
import type { DrawnEdge, Health } from '../model/picture';
import { curve } from '../view/EdgePath';
import { fitLine } from '../view/fitWords';
import type { Line } from '../view/fitWords';
import { rowWords } from '../view/rowWords';
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

/** Where words begin, and how much room they have. */
export interface Place extends Point {
  readonly room: number;
}

export type Weight = 'title' | 'name' | 'detail';

const SIZE: Readonly<Record<Weight, number>> = { title: 13, name: 13, detail: 11 };
const MARGIN = 24;
const FONT = 'font-family="RedHatText, Overpass, sans-serif"';

const SIGN: Readonly<Record<Health, string>> = { ok: '', broken: '✕', warning: '!', unknown: '?' };

export class SvgSheet {
  private readonly parts: string[] = [];

  constructor(private readonly palette: Palette) {}

  /** Words, shortened to their room; nothing for ''. */
  words(words: string, { x, y, room }: Place, weight: Weight): void {
    this.write(fitLine(words, room, SIZE[weight]), { x, y }, weight, 'start');
  }

  /** A name with what is said of it at the other end of its line, each as far as there is room. */
  row(name: string, detail: string, { x, y, room }: Place): void {
    const row = rowWords(name, detail, room, SIZE);
    this.write(row.name, { x, y }, 'name', 'start');
    this.write(row.detail, { x: x + room, y }, 'detail', 'end');
  }

  private write(line: Line, { x, y }: Point, weight: Weight, anchor: 'start' | 'end'): void {
    if (line.words === '') return;
    const { subtle, words: strong } = this.palette;
    const fill = `fill="${escapeXml(weight === 'detail' ? subtle : strong)}"`;
    const bold = weight === 'title' ? ' font-weight="bold"' : '';
    const end = anchor === 'end' ? ' text-anchor="end"' : '';
    this.parts.push(
      `<text x="${x}" y="${y}" font-size="${line.size}" ${fill}${bold}${end}>${escapeXml(line.words)}</text>`,
    );
  }

  /** @param dash of the outline; '' for none */
  box({ x, y, width, height }: Box, radius: number, health: Health, dash: string): void {
    const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
    this.parts.push(
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${escapeXml(this.palette.box)}" stroke="${escapeXml(this.strokeOf(health))}"${dashes}/>`,
    );
  }

  /** The stripe of a VLAN at the left of a box. */
  accent({ x, y, height }: Box, accent: number | undefined): void {
    const colour = accent === undefined ? undefined : this.palette.accents[accent];
    if (colour === undefined) return;
    this.parts.push(
      `<rect x="${x}" y="${y + 4}" width="4" height="${height - 8}" rx="2" fill="${escapeXml(colour)}"/>`,
    );
  }

  line(
    points: readonly Point[],
    { state, isIntended, accent }: Pick<DrawnEdge, 'state' | 'isIntended' | 'accent'>,
  ): void {
    const { broken, line, accents } = this.palette;
    const own = accent === undefined ? undefined : accents[accent];
    const stroke = state === 'broken' ? broken : (own ?? line);
    const dashes = state !== 'ok' || isIntended ? ' stroke-dasharray="6 4"' : '';
    this.parts.push(
      `<path d="${curve(points)}" fill="none" stroke="${escapeXml(stroke)}" stroke-width="2"${dashes}/>`,
    );
  }

  /** The sign of a health around a point; none for ok. */
  mark(health: Health, { x, y }: Point): void {
    if (health === 'ok') return;
    const colour = health === 'unknown' ? this.palette.words : this.strokeOf(health);
    this.parts.push(
      `<text x="${x}" y="${y + 5}" font-size="14" fill="${escapeXml(colour)}" font-weight="bold" text-anchor="middle">${SIGN[health]}</text>`,
    );
  }

  /**
   * @param title what the document is called
   * @param bounds of everything on it
   */
  document(title: string, bounds: Box): string {
    const { x, y, width, height } = outer(bounds);
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" ${FONT}>`,
      `<title>${escapeXml(title)}</title>`,
      `<rect x="${x}" y="${y}" width="100%" height="100%" fill="${escapeXml(this.palette.background)}"/>`,
      ...this.parts,
      '</svg>\n',
    ].join('\n');
  }

  private strokeOf(health: Health): string {
    const { broken, warning, border } = this.palette;
    return health === 'broken' ? broken : health === 'warning' ? warning : border;
  }
}

const outer = ({ x, y, width, height }: Box): Box => ({
  x: x - MARGIN,
  y: y - MARGIN,
  width: width + 2 * MARGIN,
  height: height + 2 * MARGIN,
});
