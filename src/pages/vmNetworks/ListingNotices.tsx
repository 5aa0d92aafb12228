/** What the page does not know, in one notice: kinds that are forbidden, not installed, stale or failing. */
import { useState } from 'react';
import type { FC } from 'react';
import {
  Alert,
  AlertActionCloseButton,
  AlertActionLink,
  List,
  ListItem,
} from '@patternfly/react-core';
import type { Translate } from '../../console/translation';
import { useText, useT } from '../../console/translation';
import type { Listing, Snapshot } from '../../cluster/snapshot';
import { KIND_NAMES } from './kindNames';
import { isLost, listingProblems } from './listingProblems';

interface ListingNoticesProps {
  readonly snapshot: Snapshot;
  /** Asks again for what failed or was forbidden. */
  readonly onRetry: () => void;
}

export const ListingNotices: FC<ListingNoticesProps> = ({ snapshot, onRetry }) => {
  const t = useT();
  const sentence = useText();
  const [isClosed, setClosed] = useState(false);
  const problems = listingProblems(snapshot);
  const lost = problems.some(isLost);
  const canRetry = problems.some(({ listing }) => listing.state !== 'absent');
  if (problems.length === 0 || (isClosed && !lost)) return null;
  return (
    <Alert
      isInline
      variant={lost ? 'warning' : 'info'}
      title={t('This page does not see everything')}
      data-test="listing-notices"
      actionClose={
        lost ? undefined : (
          <AlertActionCloseButton title={t('Close')} onClose={() => setClosed(true)} />
        )
      }
      actionLinks={
        canRetry ? <AlertActionLink onClick={onRetry}>{t('Try again')}</AlertActionLink> : undefined
      }
    >
      <List>
        {problems.map(({ kind, listing }) => {
          const name = KIND_NAMES[kind];
          return (
            <ListItem key={kind}>
              {t('{{kind}}: {{problem}}', {
                kind: name === undefined ? kind : sentence(name),
                problem: problemOf(listing, t),
              })}
            </ListItem>
          );
        })}
      </List>
    </Alert>
  );
};

/** What the state of a listing means for the reader. */
const problemOf = ({ state, reason, namespaces }: Listing<unknown>, t: Translate): string => {
  switch (state) {
    case 'stale':
      return t('connection lost, shown as last seen');
    case 'failed':
      return t('could not be read ({{reason}})', { reason: reason ?? t('no answer') });
    case 'absent':
      return t('not installed in this cluster');
    default:
      return namespaces === undefined || namespaces.length === 0
        ? t('you may not read them; what depends on them is unknown')
        : t('read only in the projects you may see: {{projects}}', {
            projects: shortList(namespaces),
          });
  }
};

const SHOWN = 5;

const shortList = (names: readonly string[]): string =>
  names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} …` : names.join(', ');
