/** What can be taken away or moved from the panel: a VM's NIC, a network, a bridge, a mapping. */
import type { FC } from 'react';
import { BR_EX, BR_INT } from '../../cluster/ovnNames';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import type { Entity } from '../../network/model';
import { keyOf } from './entityNames';

const CHANGE = '/vm-networks/change';

const isRemovable = ({ kind, name }: Entity): boolean =>
  kind === 'bridge'
    ? name !== BR_EX && name !== BR_INT
    : ['network', 'nad', 'localnet', 'mapping'].includes(kind);

export const ChangeLinks: FC<{ readonly entity: Entity }> = ({ entity }) => {
  const t = useT();
  if (entity.kind === 'vnic') {
    const nic = encodeURIComponent(keyOf(entity.id));
    return (
      <>
        <Link to={`${CHANGE}?do=move&nic=${nic}`}>{t('Move to another network')}</Link>
        <Link to={`${CHANGE}?do=detach&nic=${nic}`}>{t('Detach')}</Link>
      </>
    );
  }
  return isRemovable(entity) ? (
    <Link to={`${CHANGE}?do=remove&target=${encodeURIComponent(entity.id)}`}>{t('Remove')}</Link>
  ) : null;
};
