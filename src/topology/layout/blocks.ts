/**
 * A column as a tree of blocks: frames with their contents, single elements, lanes. Blocks are ordered
 * by where their contents want to be (the mean of what they are connected with in the column before),
 * placed without overlap, and their contents stacked inside them.
 */
import type { Placeable } from './placeInOrder';
import { placeInOrder } from './placeInOrder';

export interface Block {
  readonly id: string;
  /** Breaks ties, so that equal wishes keep one order on every machine. */
  readonly sortKey: string;
  /** Own height of a leaf; ignored where there are children. */
  readonly height: number;
  readonly header: number;
  readonly footer: number;
  readonly gap: number;
  readonly children: readonly Block[];
  readonly wanted: number | undefined;
}

export interface Span {
  readonly top: number;
  readonly height: number;
}

const FRAMELESS = { header: 0, footer: 0, gap: 0, children: [] } as const;

/** A block without contents. */
export const leaf = (
  id: string,
  sortKey: string,
  height: number,
  wanted: number | undefined,
): Block => ({ ...FRAMELESS, id, sortKey, height, wanted });

const compare = (one: Block, other: Block): number => {
  const [a, b] = [one.wanted, other.wanted];
  if (a !== b) {
    // What is connected with nothing goes to the end.
    return a === undefined ? 1 : b === undefined ? -1 : a - b;
  }
  return one.sortKey < other.sortKey ? -1 : one.sortKey > other.sortKey ? 1 : 0;
};

const meanWanted = (blocks: readonly Block[]): number | undefined => {
  const wanted = blocks.flatMap((block) => block.wanted ?? []);
  return wanted.length === 0
    ? undefined
    : wanted.reduce((sum, value) => sum + value, 0) / wanted.length;
};

const heightOf = ({ children, height, header, footer, gap }: Block): number =>
  children.length === 0
    ? Math.max(height, header + footer)
    : header +
      footer +
      gap * (children.length - 1) +
      children.reduce((sum, child) => sum + heightOf(child), 0);

/** A block around others, which it orders; it wants to be where they want to be. */
export const frameBlock = (
  frame: Pick<Block, 'id' | 'sortKey' | 'header' | 'footer' | 'gap'>,
  children: readonly Block[],
): Block => ({
  ...frame,
  height: 0,
  children: [...children].sort(compare),
  wanted: meanWanted(children),
});

const stack = (block: Block, top: number, spans: Map<string, Span>): void => {
  spans.set(block.id, { top, height: heightOf(block) });
  let next = top + block.header;
  for (const child of block.children) {
    stack(child, next, spans);
    next += heightOf(child) + block.gap;
  }
};

/**
 * Places the blocks of a column, none above the top of the picture.
 * @param gap least distance between two blocks
 * @returns top and height of every block and everything in it
 */
export const placeBlocks = (blocks: readonly Block[], gap: number): ReadonlyMap<string, Span> => {
  const ordered = [...blocks].sort(compare);
  const items = ordered.map((block): Placeable => ({
    size: heightOf(block),
    wanted: block.wanted,
  }));
  const centres = placeInOrder(items, gap, 0);
  const spans = new Map<string, Span>();
  ordered.forEach((block, index) =>
    stack(block, (centres[index] ?? 0) - heightOf(block) / 2, spans),
  );
  return spans;
};
