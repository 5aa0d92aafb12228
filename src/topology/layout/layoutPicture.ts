/**
 * Coordinates for a picture. Nodes are stacked and are the backbone; switches are placed beside them
 * from right to left, networks, NADs and VMs from left to right, each column looking only at the one
 * before it. So a new VM moves nothing outside the VM column, and the same cluster always gives the
 * same picture. Linear apart from sorting.
 */
import { pushTo } from '../../network/multiMap';
import type { Column, Element, Picture } from '../model/picture';
import { COLUMNS } from '../model/picture';
import type { Block, Span } from './blocks';
import { frameBlock, leaf, placeBlocks } from './blocks';
import { columnSpans } from './columnSpans';
import type { ColumnSpan } from './columnSpans';
import type { Box, ColumnWidths, Point } from './geometry';
import {
  CARD_GAP,
  CARD_PADDING,
  COLUMN_WIDTH,
  ELEMENT_GAP,
  ELEMENT_HEIGHT,
  FRAME_GAP,
  FRAME_HEADER,
  FRAME_PADDING,
  LANE_HEIGHT,
  NODE_COLUMNS,
  ROW_GAP,
  ROW_HEIGHT,
} from './geometry';
import type { Lane, Route } from './lanes';
import { makeRoutes } from './lanes';
import type { NodeItem } from './layoutNode';
import { layoutNode } from './layoutNode';
import { orderKey } from './orderKey';

export interface Layout {
  /** Boxes of elements and frames by id. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** Points that an edge passes, by edge id: right side of the source, lanes, left side of the target. */
  readonly paths: ReadonlyMap<string, readonly Point[]>;
  readonly columns: readonly ColumnSpan[];
  readonly bounds: Box;
}

const isInNode = (column: Column): boolean => NODE_COLUMNS.includes(column);

class LayoutRun {
  private readonly columns: readonly Column[];
  private readonly spans: ReadonlyMap<Column, ColumnSpan>;
  private readonly lanes: readonly Lane[];
  private readonly routes: readonly Route[];
  private readonly before = new Map<string, string[]>();
  private readonly after = new Map<string, string[]>();
  private readonly centres = new Map<string, number>();
  private readonly boxes = new Map<string, Box>();
  /** Position of the node that an item is on. */
  private readonly nodeOf = new Map<string, number>();
  private readonly byColumn = new Map<Column, Element[]>();

  constructor(
    private readonly picture: Picture,
    widths: ColumnWidths,
  ) {
    for (const element of picture.elements.values()) {
      pushTo(this.byColumn, element.column, element);
    }
    const hasVms = [...picture.frames.values()].some(({ kind }) => kind === 'vm');
    this.columns = COLUMNS.filter(
      (column) => this.byColumn.has(column) || (column === 'vm' && hasVms),
    );
    this.spans = new Map(columnSpans(this.columns, widths).map((span) => [span.column, span]));
    const { lanes, routes } = makeRoutes(picture, this.columns, isInNode);
    this.lanes = lanes;
    this.routes = routes;
    for (const { stops } of routes) {
      stops.slice(1).forEach((stop, index) => this.connect(stops[index] ?? '', stop));
    }
  }

  run(): Layout {
    this.layoutNodes();
    this.layoutColumn('port', this.portBlocks(), FRAME_GAP);
    this.layoutColumn('network', this.plainBlocks('network'), ELEMENT_GAP);
    this.layoutColumn('nad', this.nadBlocks(), FRAME_GAP);
    this.layoutColumn('vm', this.vmBlocks(), FRAME_GAP);
    return {
      boxes: this.boxes,
      paths: new Map(this.routes.map((route) => [route.edge.id, this.pathOf(route)])),
      columns: [...this.spans.values()],
      bounds: this.bounds(),
    };
  }

  private connect(source: string, target: string): void {
    pushTo(this.before, target, source);
    pushTo(this.after, source, target);
  }

  private layoutNodes(): void {
    const columns = this.columns.filter(isInNode);
    const neighbours = {
      before: (id: string) => this.before.get(id) ?? [],
      after: (id: string) => this.after.get(id) ?? [],
    };
    const first = this.spans.get(columns[0] ?? 'nic');
    const last = this.spans.get(columns.at(-1) ?? 'nic');
    let top = 0;
    let position = 0;
    for (const [frame, items] of this.itemsByNode(columns)) {
      const { centres, height } = layoutNode(items, columns, neighbours);
      const header = frame === '' ? 0 : FRAME_HEADER.node;
      for (const item of items) {
        const centre = top + header + (centres.get(item.id) ?? 0);
        this.put(item.id, item.column, centre - item.size / 2, item.size);
        this.nodeOf.set(item.id, position);
      }
      position += 1;
      const frameHeight = header + height + FRAME_PADDING;
      if (frame !== '' && first !== undefined && last !== undefined) {
        const x = first.x - FRAME_PADDING;
        const width = last.x + last.width + FRAME_PADDING - x;
        this.boxes.set(frame, { x, y: top, width, height: frameHeight });
      }
      top += frameHeight + FRAME_GAP;
    }
  }

  /** Items of each node in the order of the frames; '' for what is on no node, last. */
  private itemsByNode(columns: readonly Column[]): ReadonlyMap<string, NodeItem[]> {
    const groups = new Map<string, NodeItem[]>();
    for (const frame of this.picture.frames.values()) {
      if (frame.kind === 'node') {
        groups.set(frame.id, []);
      }
    }
    for (const { id, column, name, frame = '' } of columns.flatMap(
      (column) => this.byColumn.get(column) ?? [],
    )) {
      pushTo(groups, frame, { id, column, name, size: ELEMENT_HEIGHT });
    }
    for (const { id, column, frame = '' } of this.lanes) {
      if (isInNode(column)) {
        pushTo(groups, frame, { id, column, name: id, size: LANE_HEIGHT });
      }
    }
    return groups;
  }

  /**
   * The mean of what an element is connected with. Of several nodes only the first counts, which is
   * the largest group of equal workers: lines from there run straight, and the rest joins them.
   */
  private wanted(
    id: string,
    neighbours: ReadonlyMap<string, readonly string[]>,
  ): number | undefined {
    const all = neighbours.get(id) ?? [];
    const nodes = all.map((other) => this.nodeOf.get(other) ?? 0);
    const first = Math.min(...nodes);
    const centres = all.flatMap((other, index) =>
      nodes[index] === first ? (this.centres.get(other) ?? []) : [],
    );
    return centres.length === 0
      ? undefined
      : centres.reduce((sum, centre) => sum + centre, 0) / centres.length;
  }

  private elementBlock(element: Element, height: number): Block {
    const neighbours = element.column === 'port' ? this.after : this.before;
    const { id } = element;
    const key = orderKey(this.picture, element, this.after.get(id) ?? []);
    return leaf(id, key, height, this.wanted(id, neighbours));
  }

  private laneBlocks(column: Column): Block[] {
    return this.lanes
      .filter((lane) => lane.column === column)
      .map(({ id }) => leaf(id, id, LANE_HEIGHT, this.wanted(id, this.before)));
  }

  private plainBlocks(column: Column): Block[] {
    const elements = this.byColumn.get(column) ?? [];
    return [
      ...elements.map((element) => this.elementBlock(element, ELEMENT_HEIGHT)),
      ...this.laneBlocks(column),
    ];
  }

  /** Elements of a column inside their frames, others as they are. */
  private framedBlocks(column: Column, header: number): Block[] {
    const framed = new Map<string, Block[]>();
    const free: Block[] = [];
    for (const element of this.byColumn.get(column) ?? []) {
      const block = this.elementBlock(element, ELEMENT_HEIGHT);
      if (element.frame === undefined) {
        free.push(block);
      } else {
        pushTo(framed, element.frame, block);
      }
    }
    const frames = [...framed].map(([id, blocks]) =>
      frameBlock({ id, sortKey: id, header, footer: FRAME_PADDING, gap: ELEMENT_GAP }, blocks),
    );
    return [...frames, ...free];
  }

  private portBlocks(): Block[] {
    return this.framedBlocks('port', FRAME_HEADER.switch);
  }

  private nadBlocks(): Block[] {
    return [...this.framedBlocks('nad', FRAME_HEADER.namespace), ...this.laneBlocks('nad')];
  }

  private vmBlocks(): Block[] {
    const rows = new Map<string, Block[]>();
    for (const element of this.byColumn.get('vm') ?? []) {
      pushTo(rows, element.frame ?? '', this.elementBlock(element, ROW_HEIGHT));
    }
    const namespaces = new Map<string, Block[]>();
    const free: Block[] = [];
    for (const { id, kind, parent } of this.picture.frames.values()) {
      if (kind !== 'vm') {
        continue;
      }
      const size = { header: FRAME_HEADER.vm, footer: CARD_PADDING, gap: ROW_GAP };
      const card = frameBlock({ id, sortKey: id, ...size }, rows.get(id) ?? []);
      if (parent === undefined) {
        free.push(card);
      } else {
        pushTo(namespaces, parent, card);
      }
    }
    const size = { header: FRAME_HEADER.namespace, footer: FRAME_PADDING, gap: CARD_GAP };
    const frames = [...namespaces].map(([id, cards]) =>
      frameBlock({ id, sortKey: id, ...size }, cards),
    );
    return [...frames, ...free];
  }

  private layoutColumn(column: Column, blocks: readonly Block[], gap: number): void {
    placeBlocks(blocks, gap).forEach((span, id) => this.putSpan(id, column, span));
  }

  private putSpan(id: string, column: Column, { top, height }: Span): void {
    const frame = this.picture.frames.get(id);
    const inset = frame === undefined ? 0 : frame.kind === 'vm' ? CARD_PADDING : FRAME_PADDING;
    const outer = column === 'vm' && frame?.kind === 'namespace' ? CARD_PADDING : 0;
    this.put(id, column, top, height, inset + outer);
  }

  private put(id: string, column: Column, y: number, height: number, outset = 0): void {
    const span = this.spans.get(column);
    if (span !== undefined) {
      const { x, width } = span;
      this.boxes.set(id, { x: x - outset, y, width: width + 2 * outset, height });
      this.centres.set(id, y + height / 2);
    }
  }

  private pathOf({ stops }: Route): readonly Point[] {
    const boxes = stops.flatMap((stop) => this.boxes.get(stop) ?? []);
    const last = boxes.length - 1;
    return boxes.flatMap(({ x, y, width, height }, index) => {
      const centre = y + height / 2;
      const left = { x, y: centre };
      const right = { x: x + width, y: centre };
      return index === 0 ? [right] : index === last ? [left] : [left, right];
    });
  }

  private bounds(): Box {
    const boxes = [...this.boxes.values()];
    const left = Math.min(0, ...boxes.map(({ x }) => x));
    const top = Math.min(0, ...boxes.map(({ y }) => y));
    const right = Math.max(0, ...boxes.map(({ x, width }) => x + width));
    const bottom = Math.max(0, ...boxes.map(({ y, height }) => y + height));
    return { x: left, y: top, width: right - left, height: bottom - top };
  }
}

/**
 * Computes the layout of a picture.
 * @param widths of the columns; the least ones where left out
 */
export const layoutPicture = (picture: Picture, widths: ColumnWidths = COLUMN_WIDTH): Layout =>
  new LayoutRun(picture, widths).run();
