/** PatternFly's group of labels, whose own words are English, in the user's language. */
import type { FC } from 'react';
import { LabelGroup } from '@patternfly/react-core';
import type { LabelGroupProps } from '@patternfly/react-core';
import { useT } from '../console/translation';

/** What PatternFly replaces by the number of labels that are not shown. */
const REMAINING = '${remaining}';

export const Labels: FC<Omit<LabelGroupProps, 'ref'>> = (props) => {
  const t = useT();
  return (
    <LabelGroup
      expandedText={t('Show less')}
      collapsedText={t('{{more}} more', { more: REMAINING })}
      {...props}
    />
  );
};
