/** A spinner that says what is waited for; PatternFly's own word for its progress is English. */
import type { FC } from 'react';
import { Spinner } from '@patternfly/react-core';
import type { SpinnerProps } from '@patternfly/react-core';

interface WaitingProps {
  readonly label: string;
  readonly size?: SpinnerProps['size'];
}

export const Waiting: FC<WaitingProps> = ({ label, size = 'xl' }) => (
  <Spinner size={size} aria-label={label} aria-valuetext={label} />
);
