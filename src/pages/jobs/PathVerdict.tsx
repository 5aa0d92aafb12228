/** Whether a VM NIC reaches its network, as the cluster shows it, with the way to its path. */
import type { FC } from 'react';
import { Link } from '../../console/router';
import { useText, useT } from '../../console/translation';
import { StateLabel } from '../../ui/StateLabel';
import { selectionLink } from '../vmNetworks/links';
import type { Verdict } from './jobVerdicts';

export const PathVerdict: FC<{ readonly verdict: Verdict }> = ({ verdict }) => {
  const t = useT();
  const sentence = useText();
  return (
    <p data-test="path-verdict">
      {t('Path:')} <StateLabel state={verdict.state} />{' '}
      {verdict.reason === undefined ? null : sentence(verdict.reason)}{' '}
      {verdict.vnic === undefined ? null : (
        <Link to={selectionLink(verdict.vnic)}>{t('Show the path')}</Link>
      )}
    </p>
  );
};
