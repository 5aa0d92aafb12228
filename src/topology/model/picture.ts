/**
 * What is drawn: elements in columns, frames around them, edges between them. A picture is the
 * graph after scope and folding; it knows no coordinates. Ids are those of the entities where one
 * entity is one element, else ids of folds, which are as stable as what they stand for.
 */
import type { Text } from '../../cluster/text';
import type { Entity, EntityKind, Origin, State } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';

/** From the wire to the VM; a column without elements is not drawn. */
export const COLUMNS = [
  'port',
  'nic',
  'bond',
  'vlanIf',
  'bridge',
  'mapping',
  'network',
  'nad',
  'vm',
] as const;

export type Column = (typeof COLUMNS)[number];

/** What an element looks like: the graph's state, sharpened by the findings about it. */
export type Health = 'ok' | 'warning' | 'broken' | 'unknown';

export interface Element {
  readonly id: string;
  readonly kind: EntityKind;
  readonly column: Column;
  /** Entities it stands for, sorted; one unless folded. */
  readonly members: readonly string[];
  readonly name: string;
  /** In the place of the name, for a crowd. */
  readonly title?: Text;
  readonly health: Health;
  readonly reason?: Text;
  readonly origin: Origin;
  /** Second line. */
  readonly detail?: Text;
  /** Innermost frame around it. */
  readonly frame?: string;
  /** Colour of the network it belongs to; undefined for what carries many. */
  readonly accent?: number;
  /** One of the members, for icon and facts. */
  readonly sample: Entity;
}

/** Switch, node (or profile of equal nodes), namespace, VM (or fold of like VMs). */
export type FrameKind = 'switch' | 'node' | 'namespace' | 'vm';

export interface Frame {
  readonly id: string;
  readonly kind: FrameKind;
  readonly members: readonly string[];
  readonly title: Text;
  readonly health: Health;
  readonly reason?: Text;
  /** Short note at the right of the title, such as the node of a VM. */
  readonly note?: Text;
  readonly parent?: string;
  /** Can be opened into its members. */
  readonly isFold: boolean;
  /** The opened fold it came out of; closing that takes it back. */
  readonly opened?: string;
}

export interface DrawnEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly state: State;
  readonly reason?: Text;
  /** Wanted and not there. */
  readonly isIntended: boolean;
  readonly accent?: number;
  /** VLAN, MTU and the like, shown on a lit path. */
  readonly label?: Text;
}

/** Tells of an entity which elements or frames stand for it. */
export interface Standing {
  get(entityId: string): readonly string[];
  /** The same in a graph in which nothing that is drawn is different. */
  of(graph: NetworkGraph): Standing;
}

export interface Picture {
  /** By id, in a fixed order. */
  readonly elements: ReadonlyMap<string, Element>;
  readonly frames: ReadonlyMap<string, Frame>;
  readonly edges: readonly DrawnEdge[];
  /** Entity id -> ids of the elements or frames that stand for it; none for what is not drawn. */
  readonly standsFor: Standing;
  /** 0: nothing folded beyond the defaults; each step folds more, to stay below the cap. */
  readonly level: number;
  /** Elements and frames; above the cap the picture is empty and only the count is right. */
  readonly size: number;
  readonly isTooLarge: boolean;
}

/** Drawn elements at most, frames counted. */
export const ELEMENT_CAP = 300;
