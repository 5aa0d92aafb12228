/** A state as icon and word: colour is never the only sign. */
import type { FC } from 'react';
import { Label } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  QuestionCircleIcon,
} from '@patternfly/react-icons';
import { useT } from '../console/translation';
import type { State } from '../network/model';

export const StateLabel: FC<{ readonly state: State }> = ({ state }) => {
  const t = useT();
  switch (state) {
    case 'ok':
      return (
        <Label isCompact status="success" icon={<CheckCircleIcon />}>
          {t('OK')}
        </Label>
      );
    case 'broken':
      return (
        <Label isCompact status="danger" icon={<ExclamationCircleIcon />}>
          {t('Broken')}
        </Label>
      );
    case 'unknown':
      return (
        <Label isCompact variant="outline" icon={<QuestionCircleIcon />}>
          {t('Unknown')}
        </Label>
      );
  }
};
