/** The way to the form for a finding that ends when a VM is attached; nothing for any other. */
import type { FC } from 'react';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import type { Finding } from '../../doctor/model';
import { attachLinkOfFinding } from '../../plan/startingPoint';

export const AttachFromFinding: FC<{ readonly finding: Finding }> = ({ finding }) => {
  const t = useT();
  const link = attachLinkOfFinding(finding.rule, finding.subject);
  if (link === undefined) return null;
  return (
    <Link to={link} data-test={`attach-for-${finding.rule}`}>
      {t('Attach a VM')}
    </Link>
  );
};
