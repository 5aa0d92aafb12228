/** Sizes of the picture in its own units (CSS pixels at zoom 1), in one place. */
import type { Column, FrameKind } from '../model/picture';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type ColumnWidths = Readonly<Record<Column, number>>;

/** Least widths; a language with longer words needs more. */
export const COLUMN_WIDTH: ColumnWidths = {
  port: 122,
  nic: 134,
  bond: 118,
  vlanIf: 118,
  bridge: 118,
  mapping: 132,
  network: 138,
  nad: 142,
  vm: 162,
};

export const COLUMN_GAP = 26;
export const ELEMENT_HEIGHT = 44;
export const ROW_HEIGHT = 25;
/** Height that an edge takes where it passes a column. */
export const LANE_HEIGHT = 6;
export const ELEMENT_GAP = 10;
export const ROW_GAP = 2;
export const FRAME_GAP = 20;
export const FRAME_PADDING = 10;

export const FRAME_HEADER: Readonly<Record<FrameKind, number>> = {
  switch: 30,
  node: 30,
  namespace: 30,
  vm: 42,
};

/** Inner edge of a VM's card, sideways and below the last NIC. */
export const CARD_PADDING = 6;
export const CARD_GAP = 10;

/** The columns that lie inside a node. */
export const NODE_COLUMNS: readonly Column[] = ['nic', 'bond', 'vlanIf', 'bridge', 'mapping'];
