/** What a diagram is made of, before it is written in any language. */
import type { EdgeKind, EntityKind, State } from '../../src/network/model';

export interface Shape {
  readonly id: string;
  readonly kind: EntityKind;
  /** First line is the name, the others say more. */
  readonly lines: readonly string[];
  readonly state: State;
  /** Node or namespace whose box it is in. */
  readonly node?: string;
  readonly namespace?: string;
  /** VM id for a VM NIC: the box inside the namespace. */
  readonly vm?: string;
}

export interface Link {
  readonly source: string;
  readonly target: string;
  readonly kind: EdgeKind;
  readonly state: State;
}

export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly links: readonly Link[];
  /** Titles of boxes: node name, namespace, VM id. */
  readonly nodeTitles: ReadonlyMap<string, string>;
  readonly vmTitles: ReadonlyMap<string, string>;
  /** Said under the diagram, such as what was left out. */
  readonly notes: readonly string[];
}
