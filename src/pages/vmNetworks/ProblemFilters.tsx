/** The filters of the Problems tab beside the search: severity, rule, project, node and network. */
import type { FC } from 'react';
import {
  FormSelect,
  FormSelectOption,
  ToggleGroup,
  ToggleGroupItem,
  ToolbarItem,
} from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { Severity } from '../../doctor/model';
import { SEVERITIES } from '../../doctor/order';
import { FACETS } from './problemFilter';
import type { Facet, ProblemFilter } from './problemFilter';

/** Of the filter as it is by then, which what was rendered last may not show yet. */
export type FilterEdit = (filter: ProblemFilter) => ProblemFilter;

interface ProblemFiltersProps {
  readonly filter: ProblemFilter;
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  readonly onChange: (edit: FilterEdit) => void;
}

export const ProblemFilters: FC<ProblemFiltersProps> = ({ filter, values, onChange }) => {
  const t = useT();
  const names: Readonly<Record<Severity, string>> = {
    critical: t('Critical'),
    error: t('Error'),
    warning: t('Warning'),
    info: t('Info'),
  };
  const labels: Readonly<Record<Facet, string>> = {
    rule: t('All rules'),
    project: t('All projects'),
    node: t('All nodes'),
    network: t('All networks'),
  };
  const toggle = (severity: Severity): void => {
    onChange((current) => {
      const severities = new Set(current.severities);
      if (!severities.delete(severity)) severities.add(severity);
      return { ...current, severities };
    });
  };
  return (
    <>
      <ToolbarItem>
        <ToggleGroup aria-label={t('Severity')}>
          {SEVERITIES.map((severity) => (
            <ToggleGroupItem
              key={severity}
              text={names[severity]}
              buttonId={`problems-${severity}`}
              isSelected={filter.severities.has(severity)}
              onChange={() => toggle(severity)}
            />
          ))}
        </ToggleGroup>
      </ToolbarItem>
      {FACETS.map((facet) => (
        <ToolbarItem key={facet}>
          <FormSelect
            id={`problems-by-${facet}`}
            className="vm-networks-page__facet"
            aria-label={labels[facet]}
            value={filter.facets[facet]}
            onChange={(_event, value) =>
              onChange((current) => ({
                ...current,
                facets: { ...current.facets, [facet]: value },
              }))
            }
          >
            <FormSelectOption value="" label={labels[facet]} />
            {withChosen(values[facet], filter.facets[facet]).map((value) => (
              <FormSelectOption key={value} value={value} label={value} />
            ))}
          </FormSelect>
        </ToolbarItem>
      ))}
    </>
  );
};

/** What the URL asks for stays on offer when no problem has it any more. */
const withChosen = (values: readonly string[], chosen: string): readonly string[] =>
  chosen === '' || values.includes(chosen) ? values : [chosen, ...values];
