/** What can be done from the panel: open the object, look at this alone, attach a VM. */
import type { FC } from 'react';
import { Button } from '@patternfly/react-core';
import { BR_INT } from '../../cluster/ovnNames';
import type { ObjectKey } from '../../console/objectKey';
import { resourceLink } from '../../console/resourceLinks';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import type { Entity } from '../../network/model';
import { ChangeLinks } from './ChangeLinks';
import { keyOf } from './entityNames';

const ATTACH = '/vm-networks/attach';

/** The form with what is chosen already filled in; undefined where it makes no sense. */
const attachLink = ({ id, kind, name }: Entity): string | undefined => {
  if (kind === 'vm') return `${ATTACH}?vm=${encodeURIComponent(keyOf(id))}`;
  const canCarryVms = kind === 'bridge' && name !== BR_INT;
  return canCarryVms ? `${ATTACH}?bridge=${encodeURIComponent(name)}` : undefined;
};

interface EntityActionsProps {
  readonly entity: Entity;
  readonly objectKey: ObjectKey | undefined;
  readonly onScope: (id: string) => void;
}

export const EntityActions: FC<EntityActionsProps> = ({ entity, objectKey, onScope }) => {
  const t = useT();
  const attach = attachLink(entity);
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
