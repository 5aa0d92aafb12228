/** What the page does not know, in one notice: kinds that are forbidden, not installed, stale or failing. */
import { useState } from 'react';
import type { FC } from 'react';
import { Alert, AlertActionCloseButton, List, ListItem } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { KindKey, ListingState, Snapshot } from '../../cluster/snapshot';
import { KIND_NAMES } from './kindNames';

const TOLD: readonly ListingState[] = ['stale', 'failed', 'forbidden', 'absent'];

export const ListingNotices: FC<{ readonly snapshot: Snapshot }> = ({ snapshot }) => {
  const t = useT();
  const sentence = useText();
  const [isClosed, setClosed] = useState(false);
  const kinds = (Object.keys(KIND_NAMES) as KindKey[]).filter((kind) =>
    TOLD.includes(snapshot[kind].state),
  );
  const isLost = kinds.some((kind) => ['stale', 'failed'].includes(snapshot[kind].state));
  if (kinds.length === 0 || (isClosed && !isLost)) return null;
  const names: Readonly<Record<string, string>> = {
    stale: t('connection lost, shown as last seen'),
    failed: t('could not be read'),
    forbidden: t('you may not read them; what depends on them is unknown'),
    absent: t('not installed in this cluster'),
  };
  return (
    <Alert
      isInline
      variant={isLost ? 'warning' : 'info'}
      title={t('This page does not see everything')}
      data-test="listing-notices"
      actionClose={
        isLost ? undefined : (
          <AlertActionCloseButton title={t('Close')} onClose={() => setClosed(true)} />
        )
      }
    >
      <List>
        {kinds.map((kind) => {
          const { state, reason } = snapshot[kind];
          const name = KIND_NAMES[kind];
          return (
            <ListItem key={kind}>
              {t('{{kind}}: {{problem}}', {
                kind: name === undefined ? kind : sentence(name),
                problem: names[state] ?? state,
              })}
              {state === 'failed' && reason !== undefined ? ` (${reason})` : null}
            </ListItem>
          );
        })}
      </List>
    </Alert>
  );
};
