/** What narrows the picture, each to be taken away with a click. */
import type { FC } from 'react';
import { Button, Label } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { Filter } from '../model/filter';
import { FILTER_KEYS, NO_FILTER, toggleValue } from '../model/filter';
import { filterName } from './filterOptions';
import { stateName } from './stateName';
import { Labels } from '../../ui/Labels';

interface FilterChipsProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

const FilterChips: FC<FilterChipsProps> = ({ filter, onFilter }) => {
  const t = useT();
  const sentence = useText();
  return (
    <div className="vm-networks-topology__chips" data-test="filter-chips">
      {FILTER_KEYS.filter((key) => filter[key].length > 0).map((key) => (
        <Labels key={key} categoryName={sentence(filterName(key))} numLabels={4}>
          {filter[key].map((value) => {
            const name = key === 'state' ? stateName(value, t) : value;
            return (
              <Label
                key={value}
                variant="outline"
                onClose={() => onFilter(toggleValue(filter, key, value))}
                closeBtnAriaLabel={t('Remove the filter {{name}}', { name })}
              >
                {name}
              </Label>
            );
          })}
        </Labels>
      ))}
      <Button variant="link" isInline onClick={() => onFilter(NO_FILTER)}>
        {t('Clear all filters')}
      </Button>
    </div>
  );
};

export default FilterChips;
