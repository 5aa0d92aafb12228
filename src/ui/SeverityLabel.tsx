/** A finding's severity as icon and word. */
import type { FC } from 'react';
import { Label } from '@patternfly/react-core';
import {
  BanIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InfoCircleIcon,
} from '@patternfly/react-icons';
import { useT } from '../console/translation';
import type { Severity } from '../doctor/model';

export const SeverityLabel: FC<{ readonly severity: Severity }> = ({ severity }) => {
  const t = useT();
  switch (severity) {
    case 'critical':
      return (
        <Label isCompact variant="filled" status="danger" icon={<BanIcon />}>
          {t('Critical')}
        </Label>
      );
    case 'error':
      return (
        <Label isCompact status="danger" icon={<ExclamationCircleIcon />}>
          {t('Error')}
        </Label>
      );
    case 'warning':
      return (
        <Label isCompact status="warning" icon={<ExclamationTriangleIcon />}>
          {t('Warning')}
        </Label>
      );
    case 'info':
      return (
        <Label isCompact status="info" icon={<InfoCircleIcon />}>
          {t('Info')}
        </Label>
      );
  }
};
