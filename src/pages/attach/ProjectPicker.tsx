/** Projects that get the network attachment definition; `default` serves all. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { FormGroup, FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import { GuardList } from './GuardList';
import { ProjectChecks } from './ProjectChecks';
import { projectNames } from './projectNames';
import type { StepProps } from './stepProps';

export const ProjectPicker: FC<StepProps> = ({ graph, form, guards, rights, edit }) => {
  const t = useT();
  const names = useMemo(() => projectNames(graph, form.projects), [graph, form.projects]);
  return (
    <FormGroup role="group" label={t('Projects')} fieldId="attach-projects" isRequired>
      <ProjectChecks
        prefix="attach"
        names={names}
        chosen={form.projects}
        noteOf={(name) =>
          // Only where the user may change VMs has it been asked.
          rights.vms?.has(name) === true && rights.nads?.has(name) === false
            ? t('You may not make attachment definitions here: only what is there can be used.')
            : undefined
        }
        onChange={(projects) => edit({ projects })}
      />
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
