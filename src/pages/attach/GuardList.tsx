/** Guards of one or more fields as inline alerts: blocking ones first, each with its rule id. */
import type { FC } from 'react';
import { AlertGroup } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import { compareGuards } from '../../plan/compareGuards';
import type { Guard, IntentField } from '../../plan/model';
import { Notice } from '../../ui/Notice';
import { GUARD_VARIANTS } from './guardVariants';

/** A hundred VMs that migrate need no hundred sentences. */
const SHOWN = 8;

interface GuardListProps {
  readonly guards: readonly Guard[];
  /** Only guards of these fields; all when left out. */
  readonly fields?: readonly IntentField[];
}

export const GuardList: FC<GuardListProps> = ({ guards, fields }) => {
  const sentence = useText();
  const t = useT();
  const all = guards.filter((guard) => fields?.includes(guard.field) ?? true);
  if (all.length === 0) return null;
  const shown = [...all].sort(compareGuards).slice(0, SHOWN);
  return (
    <AlertGroup isLiveRegion={false}>
      {shown.map((guard) => (
        <Notice
          key={`${guard.id} ${guard.field} ${sentence(guard.message)}`}
          isInline
          isPlain
          variant={GUARD_VARIANTS[guard.level]}
          title={sentence(guard.message)}
          data-test={`guard-${guard.id}`}
        >
          {guard.fix === undefined ? null : sentence(guard.fix)}
        </Notice>
      ))}
      {all.length > SHOWN ? (
        <p>{t('{{more}} more like these.', { more: all.length - SHOWN })}</p>
      ) : null}
    </AlertGroup>
  );
};
