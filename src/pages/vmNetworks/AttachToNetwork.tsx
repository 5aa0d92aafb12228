/** The way from a network to the form, or why this person's VMs cannot be attached to it. */
import type { FC } from 'react';
import { Link } from '../../console/router';
import { useText, useT } from '../../console/translation';
import { whyNotUsable } from '../../plan/networkUse';
import type { ProjectRights } from '../../plan/networkUse';
import { attachLinkOf } from '../../plan/startingPoint';
import type { NetworkRow } from './networkRows';

interface AttachToNetworkProps {
  readonly row: NetworkRow;
  readonly rights: ProjectRights;
}

const projectsOf = ({ nads }: NetworkRow): readonly string[] => [
  ...new Set(nads.map((nad) => nad.slice(0, nad.indexOf('/')))),
];

export const AttachToNetwork: FC<AttachToNetworkProps> = ({ row, rights }) => {
  const t = useT();
  const sentence = useText();
  const reason = row.barrier ?? whyNotUsable(projectsOf(row), rights);
  const link = attachLinkOf(row.id);
  if (reason !== undefined) {
    return (
      <div className="vm-networks-page__reason" data-test="not-usable">
        {sentence(reason)}
      </div>
    );
  }
  if (link === undefined) return null;
  return (
    <div className="vm-networks-page__action">
      <Link to={link} aria-label={t('Attach a VM to {{network}}', { network: row.name })}>
        {t('Attach a VM')}
      </Link>
    </div>
  );
};
