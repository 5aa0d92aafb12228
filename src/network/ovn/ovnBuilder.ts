/** Collects the entities and edges of an OVN view; the first one of an id stays. */
import { attributesOf } from '../fragment';
import type { LooseAttributes } from '../fragment';
import { OK } from '../judgement';
import type { Judgement } from '../judgement';
import type { NodeView } from '../networkGraph';
import type { OvnEdge, OvnEntity, OvnEntityKind } from './ovnModel';

export class OvnBuilder {
  readonly entities = new Map<string, OvnEntity>();
  readonly edges = new Map<string, OvnEdge>();

  /** Adds an entity; `ok` unless the judgement says otherwise. */
  add(
    id: string,
    kind: OvnEntityKind,
    name: string,
    attributes: LooseAttributes = {},
    { state, reason }: Judgement = OK,
  ): string {
    if (!this.entities.has(id)) {
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

  /** Adds a bridge of the host and the physical NICs behind it, with the ids they have there. */
  addBridge(view: NodeView | undefined, node: string, name: string): string {
    const id = this.add(`bridge/${node}/${name}`, 'bridge', name);
    for (const nic of view?.bridges.get(name)?.leaves ?? []) {
      this.connect(this.add(`nic/${node}/${nic}`, 'nic', nic), id, 'uplink');
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
