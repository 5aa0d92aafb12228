/** Guards of one or more fields as inline alerts: blocking ones first, each with its rule id. */
import type { FC } from 'react';
import { Alert, AlertGroup } from '@patternfly/react-core';
import { useText } from '../../console/translation';
import type { Guard, GuardLevel, IntentField } from '../../plan/model';

const VARIANT: Readonly<Record<GuardLevel, 'danger' | 'warning' | 'info'>> = {
  block: 'danger',
  warn: 'warning',
  info: 'info',
};

interface GuardListProps {
  readonly guards: readonly Guard[];
  /** Only guards of these fields; all when left out. */
  readonly fields?: readonly IntentField[];
}

export const GuardList: FC<GuardListProps> = ({ guards, fields }) => {
  const sentence = useText();
  const shown = guards.filter((guard) => fields?.includes(guard.field) ?? true);
  if (shown.length === 0) return null;
  return (
    <AlertGroup isLiveRegion={false}>
      {shown.map((guard) => (
        <Alert
          key={`${guard.id} ${guard.field} ${sentence(guard.message)}`}
          isInline
          isPlain
          variant={VARIANT[guard.level]}
          title={sentence(guard.message)}
          data-test={`guard-${guard.id}`}
        />
      ))}
    </AlertGroup>
  );
};
