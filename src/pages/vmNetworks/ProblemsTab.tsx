/** What the doctor found, and what it could not check: a clean bill of health says what it rests on. */
import { useMemo, useRef } from 'react';
import type { FC } from 'react';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { useT } from '../../console/translation';
import { usePreference } from '../../console/usePreference';
import { useUrlParams } from '../../console/useUrlParams';
import type { Diagnosis, Severity } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { ListToolbar } from '../../ui/ListToolbar';
import { usePages } from '../../ui/usePages';
import { foldProblems } from './foldProblems';
import { groupProblems } from './groupProblems';
import { HealthBasis } from './HealthBasis';
import { facetValues, filterOf, filterProblems, paramsOf } from './problemFilter';
import type { ProblemFilter } from './problemFilter';
import { ProblemFilters } from './ProblemFilters';
import type { FilterEdit } from './ProblemFilters';
import { ProblemGroupItem } from './ProblemGroupItem';
import { ProblemItem } from './ProblemItem';
import { problemTree } from './problemTree';
import { Unchecked } from './Unchecked';
import { Waiting } from '../../ui/Waiting';

const PER_PAGE = 50;
const NO_SEVERITIES: readonly Severity[] = [];

/** What the URL asks for; severities that it leaves open are those that the person usually looks at. */
const filterIn = (params: URLSearchParams, usual: readonly Severity[]): ProblemFilter => {
  const asked = filterOf(params);
  return params.has('severity') ? asked : { ...asked, severities: new Set(usual) };
};

interface ProblemsTabProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  /** While lists are still coming, "none found" would be said too early. */
  readonly isComplete: boolean;
}

export const ProblemsTab: FC<ProblemsTabProps> = ({ graph, diagnosis, isComplete }) => {
  const t = useT();
  const [params, setParams] = useUrlParams();
  const [usual, setUsual] = usePreference('problem-severities', NO_SEVERITIES);
  const filter = useMemo(() => filterIn(params, usual), [params, usual]);
  const problems = useMemo(() => problemTree(diagnosis.findings), [diagnosis]);
  const values = useMemo(() => facetValues(graph, problems), [graph, problems]);
  const rows = useMemo(
    () => foldProblems(filterProblems(graph, problems, filter)),
    [graph, problems, filter],
  );
  // One rule alone is what somebody wants to see: it is not folded once more.
  const isOneRule = filter.facets.rule !== '';
  const groups = useMemo(
    () => groupProblems(rows, isOneRule ? 'each' : 'by rule'),
    [rows, isOneRule],
  );
  const pages = usePages(groups, PER_PAGE);
  // Chosen last, and perhaps not rendered yet.
  const latestUsual = useRef(usual);
  latestUsual.current = usual;
  const narrow = (edit: FilterEdit): void => {
    setParams(
      (current) => {
        const next = edit(filterIn(current, latestUsual.current));
        latestUsual.current = [...next.severities];
        setUsual(latestUsual.current);
        return paramsOf(next, current);
      },
      { replace: true },
    );
    pages.setPage(1);
  };
  const askedFor = params.get('open');
  return (
    <>
      <ListToolbar
        searchLabel={t('Find a problem by rule, name, node or project')}
        placeholder={t('Rule, name, node or project')}
        filter={filter.words}
        onFilter={(words) => narrow((current) => ({ ...current, words }))}
        pages={pages}
        pagesLabel={t('Pages of problems')}
      >
        <ProblemFilters filter={filter} values={values} onChange={narrow} />
      </ListToolbar>
      {problems.length === 0 && !isComplete ? (
        <Waiting label={t('Loading the networks of the cluster')} />
      ) : problems.length === 0 ? (
        <EmptyState
          titleText={t('No problems found')}
          icon={CheckCircleIcon}
          status="success"
          headingLevel="h2"
        >
          <EmptyStateBody>
            {t('{{total}} checks ran on what could be read of this cluster.', {
              total: diagnosis.rules.size,
            })}
            <HealthBasis snapshot={graph.snapshot} />
          </EmptyStateBody>
        </EmptyState>
      ) : (
        <ul className="vm-networks-page__problems" aria-label={t('Problems')}>
          {pages.shown.map((group) => {
            const [row, ...more] = group.rows;
            if (row === undefined) return null;
            const { rule, subject } = row.first.finding;
            const key = `${rule} ${subject}`;
            if (more.length === 0) {
              return (
                <ProblemItem key={key} graph={graph} row={row} isAskedFor={askedFor === key} />
              );
            }
            const onNarrow = (): void =>
              narrow((current) => ({ ...current, facets: { ...current.facets, rule } }));
            return (
              <ProblemGroupItem
                key={`${rule} ${group.severity}`}
                graph={graph}
                group={group}
                onNarrow={onNarrow}
              />
            );
          })}
        </ul>
      )}
      {problems.length > 0 && rows.length === 0 ? (
        <p>{t('No problem matches the filter.')}</p>
      ) : null}
      <Unchecked diagnosis={diagnosis} />
    </>
  );
};
