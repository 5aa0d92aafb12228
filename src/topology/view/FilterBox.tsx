/** Chooses an attribute and a value of it to narrow the picture to; several add up. */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { FormSelect, FormSelectOption, InputGroup, InputGroupItem } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Filter, FilterKey } from '../model/filter';
import { FILTER_KEYS, toggleValue } from '../model/filter';
import { ComboBox } from './ComboBox';
import { filterName, filterOptions } from './filterOptions';
import { stateName } from './stateName';

interface FilterBoxProps {
  readonly graph: NetworkGraph;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

const SHOWN = 12;

const isKey = (word: string): word is FilterKey => FILTER_KEYS.some((key) => key === word);

const FilterBox: FC<FilterBoxProps> = ({ graph, filter, onFilter }) => {
  const t = useT();
  const sentence = useText();
  const [key, setKey] = useState<FilterKey>('project');
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const all = useMemo(() => filterOptions(graph, key), [graph, key]);
  const words = query.trim().toLowerCase();
  const nameOf = (value: string): string => (key === 'state' ? stateName(value, t) : value);
  const options = all
    .filter((value) => !filter[key].includes(value) && nameOf(value).toLowerCase().includes(words))
    .slice(0, SHOWN)
    .map((value) => ({ id: value, name: nameOf(value), note: '' }));
  return (
    <InputGroup>
      <InputGroupItem>
        <FormSelect
          aria-label={t('Filter by')}
          className="vm-networks-topology__filter-key"
          value={key}
          onChange={(_event, value) => {
            if (!isKey(value)) return;
            setKey(value);
            setQuery('');
            setActive(0);
          }}
        >
          {FILTER_KEYS.map((option) => (
            <FormSelectOption key={option} value={option} label={sentence(filterName(option))} />
          ))}
        </FormSelect>
      </InputGroupItem>
      <InputGroupItem isFill>
        <ComboBox
          label={t('Filter by {{attribute}}', { attribute: sentence(filterName(key)) })}
          listLabel={t('Values')}
          placeholder={t('Filter by {{attribute}}', { attribute: sentence(filterName(key)) })}
          query={query}
          options={options}
          active={Math.min(active, Math.max(0, options.length - 1))}
          onActive={setActive}
          onQuery={(next) => {
            setQuery(next);
            setActive(0);
          }}
          onChoose={(index) => {
            const option = options[index];
            if (option === undefined) return;
            setQuery('');
            setActive(0);
            onFilter(toggleValue(filter, key, option.id));
          }}
        />
      </InputGroupItem>
    </InputGroup>
  );
};

export default FilterBox;
