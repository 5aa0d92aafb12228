/** Collects the entities and edges of an OVN view; the first one of an id stays. */
import type { Text } from '../../cluster/text';
import { attributesOf } from '../fragment';
import type { LooseAttributes } from '../fragment';
import type { OvnEdge, OvnEntity, OvnEntityKind } from './ovnModel';

export class OvnBuilder {
  readonly entities = new Map<string, OvnEntity>();
  readonly edges = new Map<string, OvnEdge>();

  /** Adds an entity; with a `reason` it is one whose values are not all known. */
  add(
    id: string,
    kind: OvnEntityKind,
    name: string,
    attributes: LooseAttributes = {},
    reason?: Text,
  ): string {
    if (!this.entities.has(id)) {
      const state = reason === undefined ? 'ok' : 'unknown';
      this.entities.set(id, {
        id,
        kind,
        name,
        state,
        reason,
        attributes: attributesOf(attributes),
      });
    }
    return id;
  }

  connect(
    source: string,
    target: string,
    kind: OvnEdge['kind'],
    attributes: LooseAttributes = {},
  ): void {
    const id = `${source}|${target}|${kind}`;
    if (!this.edges.has(id)) {
      this.edges.set(id, { id, source, target, kind, attributes: attributesOf(attributes) });
    }
  }
}
