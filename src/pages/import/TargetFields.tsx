/** What the networks shall be made of, over which bridge, on which nodes, for which projects. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { FormGroup, FormSelect, FormSelectOption, Radio } from '@patternfly/react-core';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import { nodeSelectorChoices } from '../../plan/nodeChoices';
import { ATTACH_PATH } from '../../plan/attachPath';
import { projectNames } from '../attach/projectNames';
import { ProjectChecks } from '../attach/ProjectChecks';
import { Notice } from '../../ui/Notice';
import type { ImportForm, MappingChoice } from './importForm';

interface TargetFieldsProps {
  readonly graph: NetworkGraph;
  readonly form: ImportForm;
  readonly choices: readonly MappingChoice[];
  readonly onChange: (change: Partial<ImportForm>) => void;
}

export const TargetFields: FC<TargetFieldsProps> = (props) => {
  const { graph, form, choices, onChange } = props;
  const t = useT();
  const names = useMemo(() => projectNames(graph, form.projects), [graph, form.projects]);
  return (
    <>
      <FormGroup role="radiogroup" label={t('Kind')} fieldId="import-kind" isRequired>
        <Radio
          id="import-kind-cudn"
          name="import-kind"
          label={t('ClusterUserDefinedNetwork')}
          description={t('One object for each network; OVN-Kubernetes makes its NADs.')}
          isChecked={form.kind === 'cudn'}
          isDisabled={graph.snapshot.cudns.state === 'absent'}
          onChange={() => onChange({ kind: 'cudn' })}
        />
        <Radio
          id="import-kind-nads"
          name="import-kind"
          label={t('NADs')}
          description={t('One for each network and project.')}
          isChecked={form.kind === 'nads'}
          onChange={() => onChange({ kind: 'nads' })}
        />
      </FormGroup>
      <PlaceFields graph={graph} form={form} choices={choices} onChange={onChange} />
      <FormGroup role="group" label={t('Projects')} fieldId="import-projects" isRequired>
        <ProjectChecks
          prefix="import"
          names={names}
          chosen={form.projects}
          onChange={(projects) => onChange({ projects })}
        />
      </FormGroup>
    </>
  );
};

const PlaceFields: FC<TargetFieldsProps> = ({ graph, form, choices, onChange }) => {
  const t = useT();
  const selectors = useMemo(() => nodeSelectorChoices(graph), [graph]);
  return (
    <>
      <FormGroup label={t('Nodes')} fieldId="import-nodes" isRequired>
        <FormSelect
          id="import-nodes"
          value={form.selectorId}
          onChange={(_event, selectorId) => onChange({ selectorId, mappingId: '' })}
        >
          <FormSelectOption
            value=""
            label={t('All nodes ({{total}})', { total: graph.nodes.size })}
          />
          {selectors.map(({ id, nodes }) => (
            <FormSelectOption
              key={id}
              value={id}
              label={t('{{label}} ({{total}} nodes)', { label: id, total: nodes.length })}
            />
          ))}
        </FormSelect>
      </FormGroup>
      <FormGroup label={t('Bridge mapping')} fieldId="import-mapping" isRequired>
        {choices.length === 0 ? (
          <Notice
            isInline
            isPlain
            variant="warning"
            title={t('No OVS bridge with an uplink is on all of these nodes.')}
          >
            <Link to={ATTACH_PATH}>{t('Make one with the wizard')}</Link>
          </Notice>
        ) : (
          <FormSelect
            id="import-mapping"
            value={form.mappingId === '' ? choices[0]?.id : form.mappingId}
            onChange={(_event, mappingId) => onChange({ mappingId })}
          >
            {choices.map(({ id, bridge, localnet }) => (
              <FormSelectOption
                key={id}
                value={id}
                label={
                  localnet === undefined
                    ? t('a new mapping on {{bridge}}', { bridge })
                    : t('{{localnet}} on {{bridge}}', { localnet, bridge })
                }
              />
            ))}
          </FormSelect>
        )}
      </FormGroup>
    </>
  );
};
