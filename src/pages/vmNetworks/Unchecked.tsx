/** What could not be checked and why, reason by reason: silence would look like health. */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { ExpandableSection, List, ListItem } from '@patternfly/react-core';
import { formatText } from '../../cluster/text';
import { useText, useT } from '../../console/translation';
import type { Diagnosis, UnknownResult } from '../../doctor/model';
import { useEntityName } from './useEntityName';

const SHOWN_REASONS = 50;
const SHOWN_SUBJECTS = 5;

interface Reason {
  readonly first: UnknownResult;
  readonly rules: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
}

const byReason = (unknown: readonly UnknownResult[]): readonly Reason[] => {
  const groups = new Map<
    string,
    { first: UnknownResult; rules: Set<string>; subjects: Set<string> }
  >();
  for (const result of unknown) {
    const key = formatText(result.reason);
    const group = groups.get(key) ?? { first: result, rules: new Set(), subjects: new Set() };
    group.rules.add(result.rule);
    group.subjects.add(result.subject);
    groups.set(key, group);
  }
  return [...groups.values()];
};

export const Unchecked: FC<{ readonly diagnosis: Diagnosis }> = ({ diagnosis }) => {
  const t = useT();
  const sentence = useText();
  const nameOf = useEntityName();
  const [isExpanded, setExpanded] = useState(false);
  const reasons = useMemo(() => byReason(diagnosis.unknown), [diagnosis]);
  if (reasons.length === 0) return null;
  return (
    <ExpandableSection
      toggleText={t('What could not be checked: {{total}}', { total: diagnosis.unknown.length })}
      isExpanded={isExpanded}
      onToggle={(_event, expanded) => setExpanded(expanded)}
    >
      <List>
        {reasons.slice(0, SHOWN_REASONS).map(({ first, rules, subjects }) => (
          <ListItem key={`${first.rule} ${first.subject}`}>
            {sentence(first.reason)}{' '}
            <span className="vm-networks-page__reason">
              {[...rules].join(', ')} ·{' '}
              {[...subjects].slice(0, SHOWN_SUBJECTS).map(nameOf).join(', ')}
              {subjects.size > SHOWN_SUBJECTS
                ? ` ${t('and {{more}} more', { more: subjects.size - SHOWN_SUBJECTS })}`
                : null}
            </span>
          </ListItem>
        ))}
        {reasons.length > SHOWN_REASONS ? (
          <ListItem>{t('{{more}} more', { more: reasons.length - SHOWN_REASONS })}</ListItem>
        ) : null}
      </List>
    </ExpandableSection>
  );
};
