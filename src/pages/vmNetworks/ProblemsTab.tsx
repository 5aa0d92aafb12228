/** What the doctor found, and what it could not check: a clean bill of health says what it rests on. */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import {
  EmptyState,
  EmptyStateBody,
  ExpandableSection,
  List,
  ListItem,
  Spinner,
  ToggleGroup,
  ToggleGroupItem,
  ToolbarItem,
} from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { useText, useT } from '../../console/translation';
import { usePreference } from '../../console/usePreference';
import type { Diagnosis, Severity } from '../../doctor/model';
import { ListToolbar } from '../../ui/ListToolbar';
import { usePages } from '../../ui/usePages';
import { ProblemCard } from './ProblemCard';
import { filterProblems, problemTree } from './problemTree';

const SEVERITIES: readonly Severity[] = ['critical', 'error', 'warning', 'info'];
const PER_PAGE = 20;
const NO_SEVERITIES: readonly Severity[] = [];

interface ProblemsTabProps {
  readonly diagnosis: Diagnosis;
  /** While lists are still coming, "none found" would be said too early. */
  readonly isComplete: boolean;
}

export const ProblemsTab: FC<ProblemsTabProps> = ({ diagnosis, isComplete }) => {
  const t = useT();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = usePreference('problem-severities', NO_SEVERITIES);
  const severities = useMemo(() => new Set(chosen), [chosen]);
  const problems = useMemo(() => problemTree(diagnosis.findings), [diagnosis]);
  const shown = useMemo(
    () => filterProblems(problems, { severities, words }),
    [problems, severities, words],
  );
  const pages = usePages(shown, PER_PAGE);
  const toggle = (severity: Severity): void => {
    const next = new Set(severities);
    if (!next.delete(severity)) next.add(severity);
    setChosen([...next]);
    pages.setPage(1);
  };
  const names = severityNames(t);
  return (
    <>
      <ListToolbar
        searchLabel={t('Find a problem by rule, name, node or project')}
        placeholder={t('Rule, name, node or project')}
        filter={words}
        onFilter={setWords}
        pages={pages}
        pagesLabel={t('Pages of problems')}
      >
        <ToolbarItem>
          <ToggleGroup aria-label={t('Severity')}>
            {SEVERITIES.map((severity) => (
              <ToggleGroupItem
                key={severity}
                text={names[severity]}
                buttonId={`problems-${severity}`}
                isSelected={severities.has(severity)}
                onChange={() => toggle(severity)}
              />
            ))}
          </ToggleGroup>
        </ToolbarItem>
      </ListToolbar>
      {problems.length === 0 && !isComplete ? (
        <Spinner aria-label={t('Loading the networks of the cluster')} />
      ) : problems.length === 0 ? (
        <EmptyState titleText={t('No problems found')} icon={CheckCircleIcon} headingLevel="h2">
          <EmptyStateBody>
            {t('{{total}} checks ran on what could be read of this cluster.', {
              total: diagnosis.rules.size,
            })}
          </EmptyStateBody>
        </EmptyState>
      ) : (
        <ul className="vm-networks-page__problems" aria-label={t('Problems')}>
          {pages.shown.map((problem) => (
            <ProblemCard
              key={`${problem.finding.rule} ${problem.finding.subject}`}
              problem={problem}
            />
          ))}
        </ul>
      )}
      {problems.length > 0 && shown.length === 0 ? (
        <p>{t('No problem matches the filter.')}</p>
      ) : null}
      <Unchecked diagnosis={diagnosis} />
    </>
  );
};

const severityNames = (t: ReturnType<typeof useT>): Readonly<Record<Severity, string>> => ({
  critical: t('Critical'),
  error: t('Error'),
  warning: t('Warning'),
  info: t('Info'),
});

const SHOWN_UNKNOWN = 50;

const Unchecked: FC<{ readonly diagnosis: Diagnosis }> = ({ diagnosis }) => {
  const t = useT();
  const sentence = useText();
  const [isExpanded, setExpanded] = useState(false);
  const { unknown } = diagnosis;
  if (unknown.length === 0) return null;
  return (
    <ExpandableSection
      toggleText={t('What could not be checked: {{total}}', { total: unknown.length })}
      isExpanded={isExpanded}
      onToggle={(_event, expanded) => setExpanded(expanded)}
    >
      <List>
        {unknown.slice(0, SHOWN_UNKNOWN).map((entry) => (
          <ListItem key={`${entry.rule} ${entry.subject}`}>
            {t('{{rule}} at {{subject}}: {{reason}}', {
              rule: entry.rule,
              subject: entry.subject,
              reason: sentence(entry.reason),
            })}
          </ListItem>
        ))}
        {unknown.length > SHOWN_UNKNOWN ? (
          <ListItem>{t('{{more}} more', { more: unknown.length - SHOWN_UNKNOWN })}</ListItem>
        ) : null}
      </List>
    </ExpandableSection>
  );
};
