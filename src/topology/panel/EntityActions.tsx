/** What can be done from the panel: open the object, look at this alone, attach a VM. */
import type { FC } from 'react';
import { Button } from '@patternfly/react-core';
import { BR_INT } from '../../cluster/ovnNames';
import type { ObjectKey } from '../../console/objectKey';
import { resourceLink } from '../../console/resourceLinks';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import type { Entity } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { nicObstacle } from '../../plan/nicChoices';
import { attachLink, attachLinkOf } from '../../plan/startingPoint';
import { ChangeLinks } from './ChangeLinks';

/** What VMs can be attached to, and VMs. */
const STARTS: ReadonlySet<Entity['kind']> = new Set(['vm', 'network', 'cudn', 'nad']);

/** The form with what is chosen already filled in; undefined where it makes no sense. */
const attachFrom = (graph: NetworkGraph, entity: Entity): string | undefined => {
  const { id, kind, name } = entity;
  // A bridge is meant by its name, on whichever nodes have it.
  if (kind === 'bridge') return name === BR_INT ? undefined : attachLink({ bridge: name });
  if (kind === 'nic') return isFreeNic(graph, entity) ? attachLinkOf(id) : undefined;
  return STARTS.has(kind) ? attachLinkOf(id) : undefined;
};

const isFreeNic = (graph: NetworkGraph, { node = '', name }: Entity): boolean => {
  const view = graph.nodes.get(node);
  return view !== undefined && nicObstacle(name, [view]) === undefined;
};

interface EntityActionsProps {
  readonly graph: NetworkGraph;
  readonly entity: Entity;
  readonly objectKey: ObjectKey | undefined;
  readonly onScope: (id: string) => void;
}

export const EntityActions: FC<EntityActionsProps> = ({ graph, entity, objectKey, onScope }) => {
  const t = useT();
  const attach = attachFrom(graph, entity);
  return (
    <div className="vm-networks-panel__actions">
      <Button variant="link" isInline onClick={() => onScope(entity.id)}>
        {t('Show only this')}
      </Button>
      {objectKey === undefined ? null : (
        <Link to={resourceLink(objectKey)}>
          {t('Open {{kind}} {{name}}', { kind: objectKey.kind, name: objectKey.name })}
        </Link>
      )}
      {attach === undefined ? null : <Link to={attach}>{t('Attach to a VLAN')}</Link>}
      <ChangeLinks entity={entity} />
    </div>
  );
};
