/** Projects to choose from, a dozen at a time, the others by search. */
import { useState } from 'react';
import type { FC } from 'react';
import { Checkbox, SearchInput } from '@patternfly/react-core';
import { useT } from '../../console/translation';

const SHOWN = 12;

interface ProjectChecksProps {
  /** What the ids of the checkboxes begin with. */
  readonly prefix: string;
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  /** What has to be known of a project before it is chosen. */
  readonly noteOf?: (name: string) => string | undefined;
  /** How many can be chosen; any number where left out. */
  readonly most?: number;
  /** Sorted. */
  readonly onChange: (chosen: readonly string[]) => void;
}

export const ProjectChecks: FC<ProjectChecksProps> = (props) => {
  const { prefix, names, chosen, noteOf, most = Number.POSITIVE_INFINITY, onChange } = props;
  const t = useT();
  const [filter, setFilter] = useState('');
  const matching = names.filter((name) => name.includes(filter.trim()));
  return (
    <>
      {names.length > SHOWN ? (
        <SearchInput
          aria-label={t('Find a project')}
          placeholder={t('Find a project')}
          resetButtonLabel={t('Clear')}
          value={filter}
          onChange={(_event, value) => setFilter(value)}
          onClear={() => setFilter('')}
        />
      ) : null}
      {matching.slice(0, SHOWN).map((name) => (
        <Checkbox
          key={name}
          id={`${prefix}-project-${name}`}
          label={name}
          description={
            noteOf?.(name) ??
            (name === 'default' ? t('VMs of every project can use it.') : undefined)
          }
          isChecked={chosen.includes(name)}
          isDisabled={chosen.length >= most && !chosen.includes(name)}
          onChange={(_event, checked) =>
            onChange(
              checked ? [...chosen, name].sort() : chosen.filter((project) => project !== name),
            )
          }
        />
      ))}
      {matching.length > SHOWN ? (
        <p>{t('{{more}} more: narrow the search.', { more: matching.length - SHOWN })}</p>
      ) : null}
    </>
  );
};
