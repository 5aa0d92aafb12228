/** An entity as a line of a list of hits: its name alone does not tell it from others of the name. */
import type { Entity, EntityKind } from '../../network/model';

export interface Hit {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Namespace, node or switch it belongs to; '' for none. */
  readonly where: string;
}

export const hitOf = ({ id, kind, name, namespace, node }: Entity): Hit => ({
  id,
  kind,
  name,
  where:
    kind === 'vnic' || kind === 'switchPort'
      ? id.slice(kind.length + 1, -name.length - 1)
      : (namespace ?? node ?? ''),
});
