/** The finding that a plan was made for, where one led to it, and the way back to it. */
import type { FC } from 'react';
import { Content } from '@patternfly/react-core';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import type { FindingKey } from '../../plan/model';
import { useEntityName } from '../vmNetworks/useEntityName';
import { problemLink } from './problemLink';

export const FixesFinding: FC<{ readonly fixes: FindingKey | undefined }> = ({ fixes }) => {
  const t = useT();
  const nameOf = useEntityName();
  if (fixes === undefined) return null;
  return (
    <Content component="p" data-test="fixes-finding">
      {t('Fixes {{rule}} on {{subject}}.', { rule: fixes.rule, subject: nameOf(fixes.subject) })}{' '}
      <Link to={problemLink(fixes)}>{t('Back to the problem')}</Link>
    </Content>
  );
};
