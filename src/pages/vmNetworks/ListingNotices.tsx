/** What the page does not know, in one notice: kinds that are forbidden, not installed, stale or failing. */
import { useState } from 'react';
import type { FC } from 'react';
import { AlertActionCloseButton, AlertActionLink, List, ListItem } from '@patternfly/react-core';
import { documentationLink } from '../../console/documentation';
import type { Translate } from '../../console/translation';
import { useText, useT } from '../../console/translation';
import type { KindKey, Listing, Snapshot } from '../../cluster/snapshot';
import { KIND_NAMES } from './kindNames';
import { isLost, listingProblems } from './listingProblems';
import type { ListingProblem } from './listingProblems';
import { ExternalLink } from '../../ui/ExternalLink';
import { Notice } from '../../ui/Notice';
import { formatCount } from '../../ui/formatCount';

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
  const lacksNmstate = snapshot.policies.state === 'absent';
  const canRetry = problems.some(({ listing }) => listing.state !== 'absent');
  if (problems.length === 0 || (isClosed && !lost)) return null;
  return (
    <Notice
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
        canRetry || lacksNmstate ? (
          <>
            {canRetry ? (
              <AlertActionLink onClick={onRetry}>{t('Try again')}</AlertActionLink>
            ) : null}
            {lacksNmstate ? (
              <ExternalLink href={documentationLink('networking_operators')}>
                {t('How to install NMState')}
              </ExternalLink>
            ) : null}
          </>
        ) : undefined
      }
    >
      <List>
        {[...byProblem(problems, snapshot.namespaces.items.size, t)].map(([problem, kinds]) => (
          <ListItem key={problem}>
            {t('{{problem}}: {{kinds}}', {
              problem,
              kinds: kinds.map((kind) => sentence(KIND_NAMES[kind])).join(', '),
            })}
          </ListItem>
        ))}
      </List>
    </Notice>
  );
};

/** Kinds that have the same problem are told together. */
const byProblem = (
  problems: readonly ListingProblem[],
  projects: number,
  t: Translate,
): ReadonlyMap<string, readonly KindKey[]> => {
  const groups = new Map<string, KindKey[]>();
  for (const { kind, listing } of problems) {
    const problem = problemOf(listing, projects, t);
    groups.set(problem, [...(groups.get(problem) ?? []), kind]);
  }
  return groups;
};

/**
 * What the state of a listing means for the reader.
 * @param projects how many projects there are to read
 */
const problemOf = (
  { state, reason, namespaces }: Listing<unknown>,
  projects: number,
  t: Translate,
): string => {
  switch (state) {
    case 'stale':
      return reason === undefined
        ? t('Connection lost, shown as last seen')
        : t('Connection lost, shown as last seen ({{reason}})', { reason });
    case 'failed':
      return t('Could not be read ({{reason}})', { reason: reason ?? t('no answer') });
    case 'absent':
      return t('Not installed in this cluster');
    default:
      if (namespaces === undefined || namespaces.length === 0) {
        return t('You may not read them, so what depends on them is unknown');
      }
      return namespaces.length < projects
        ? t('Read in some of your {{total}} projects only ({{projects}})', {
            total: formatCount(projects),
            projects: shortList(namespaces),
          })
        : t('Read only in the projects that you may see ({{projects}})', {
            projects: shortList(namespaces),
          });
  }
};

const SHOWN = 5;

const shortList = (names: readonly string[]): string =>
  names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} …` : names.join(', ');
