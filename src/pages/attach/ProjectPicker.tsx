/** Projects that get the network attachment definition; `default` serves all. */
import { useState } from 'react';
import type { FC } from 'react';
import {
  Checkbox,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  SearchInput,
} from '@patternfly/react-core';
import { useT } from '../../console/translation';
import { GuardList } from './GuardList';
import type { StepProps } from './stepProps';

const SYSTEM = /^(openshift|kube)(-|$)/;
const SHOWN = 12;

const projectNames = ({ graph, form }: StepProps): readonly string[] => {
  const names = new Set<string>(form.projects);
  for (const name of graph.snapshot.namespaces.items.keys())
    if (!SYSTEM.test(name)) names.add(name);
  for (const vm of graph.vms.values()) names.add(vm.namespace);
  return [...names].sort();
};

export const ProjectPicker: FC<StepProps> = (props) => {
  const { form, guards, rights, edit } = props;
  const t = useT();
  const [filter, setFilter] = useState('');
  const names = projectNames(props);
  const matching = names.filter((name) => name.includes(filter.trim()));
  const toggle = (name: string, checked: boolean): void =>
    edit({
      projects: checked
        ? [...form.projects, name].sort()
        : form.projects.filter((project) => project !== name),
    });
  return (
    <FormGroup role="group" label={t('Projects')} fieldId="attach-projects" isRequired>
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
          id={`attach-project-${name}`}
          label={name}
          description={
            name === 'default'
              ? t('VMs of every project can use it.')
              : rights.nads?.has(name) === false
                ? t('You may not make attachment definitions here: only what is there can be used.')
                : undefined
          }
          isChecked={form.projects.includes(name)}
          onChange={(_event, checked) => toggle(name, checked)}
        />
      ))}
      {matching.length > SHOWN ? (
        <p>{t('{{more}} more: narrow the search.', { more: matching.length - SHOWN })}</p>
      ) : null}
      <FormHelperText>
        <HelperText>
          <HelperTextItem>{t('The projects of the VMs you choose are added.')}</HelperTextItem>
        </HelperText>
      </FormHelperText>
      {form.vms.length === 0 && form.projects.length === 0 ? null : (
        <GuardList guards={guards} fields={['projects']} />
      )}
    </FormGroup>
  );
};
