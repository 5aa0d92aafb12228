/**
 * PatternFly's Alert, whose severity is read out in the user's language: PatternFly's own label for screen
 * readers is English. Takes what Alert takes.
 */
import type { FC } from 'react';
import { Alert } from '@patternfly/react-core';
import type { AlertProps } from '@patternfly/react-core';
import { useT } from '../console/translation';

type Severity = NonNullable<AlertProps['variant']>;

const useSeverityLabel = (severity: Severity): string => {
  const t = useT();
  switch (severity) {
    case 'danger':
      return t('Danger alert:');
    case 'warning':
      return t('Warning alert:');
    case 'success':
      return t('Success alert:');
    case 'info':
      return t('Info alert:');
    case 'custom':
      return t('Alert:');
  }
};

export const Notice: FC<AlertProps> = ({ variant = 'custom', ...rest }) => (
  <Alert variant={variant} variantLabel={useSeverityLabel(variant)} {...rest} />
);
