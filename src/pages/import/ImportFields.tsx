/** The form: the file, where its networks shall be, and the table of what becomes of each row. */
import { useMemo } from 'react';
import type { Dispatch, FC, SetStateAction } from 'react';
import { ActionList, ActionListItem, Button, Form } from '@patternfly/react-core';
import { useNavigate } from '../../console/router';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { ImportTarget, WantedNetwork } from '../../plan/portGroups/importIntent';
import { proposeImport } from '../../plan/portGroups/proposeImport';
import { readPortGroups } from '../../plan/portGroups/readPortGroups';
import { Notice } from '../../ui/Notice';
import { mappingChoices, targetOf, typedNames, wantedNetworks, withEdit } from './importForm';
import type { ImportForm } from './importForm';
import { ProposalTable } from './ProposalTable';
import { readCsv } from './readCsv';
import { SourceField } from './SourceField';
import { TargetFields } from './TargetFields';

interface ImportFieldsProps {
  readonly graph: NetworkGraph;
  readonly form: ImportForm;
  readonly onChange: Dispatch<SetStateAction<ImportForm>>;
  readonly onReview: (target: ImportTarget, networks: readonly WantedNetwork[]) => void;
}

export const ImportFields: FC<ImportFieldsProps> = ({ graph, form, onChange, onReview }) => {
  const t = useT();
  const navigate = useNavigate();
  const { groups, problems } = useFile(form.source);
  const { selectorId, mappingId, kind, projects, edits } = form;
  const choices = useMemo(() => mappingChoices(graph, selectorId), [graph, selectorId]);
  const target = useMemo(
    () => targetOf({ kind, selectorId, mappingId, projects }, choices),
    [kind, selectorId, mappingId, projects, choices],
  );
  const proposals = useMemo(
    () => proposeImport(graph, groups, target, typedNames(groups, edits)),
    [graph, groups, target, edits],
  );
  const networks = useMemo(() => wantedNetworks(proposals, edits), [proposals, edits]);
  const edit = (change: Partial<ImportForm>): void => onChange((last) => ({ ...last, ...change }));
  const isReady = networks.length > 0 && projects.length > 0 && target.bridge !== '';
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onReview(target, networks);
      }}
    >
      <SourceField form={form} onChange={edit} />
      <Problems problems={problems} />
      <TargetFields graph={graph} form={form} choices={choices} onChange={edit} />
      {proposals.length === 0 ? null : (
        <ProposalTable
          proposals={proposals}
          edits={edits}
          chosen={networks.length}
          onEdit={(group, change) => onChange((last) => withEdit(last, group, change))}
        />
      )}
      <ActionList>
        <ActionListItem>
          <Button type="submit" isDisabled={!isReady}>
            {t('Review')}
          </Button>
        </ActionListItem>
        <ActionListItem>
          <Button variant="link" onClick={() => void navigate('/vm-networks/list')}>
            {t('Cancel')}
          </Button>
        </ActionListItem>
        {networks.length > 0 && projects.length === 0 ? (
          <ActionListItem>{t('Choose at least one project.')}</ActionListItem>
        ) : null}
      </ActionList>
    </Form>
  );
};

const useFile = (source: string) =>
  useMemo(() => {
    const csv = readCsv(source);
    const { groups, problems } = readPortGroups(csv.rows);
    const all = [...csv.problems, ...problems].sort((a, b) => a.line - b.line);
    return { groups, problems: all };
  }, [source]);

/** A file of the wrong kind is wrong in every line: the first ones tell. */
const SHOWN = 10;

const Problems: FC<Pick<ReturnType<typeof useFile>, 'problems'>> = ({ problems }) => {
  const t = useT();
  const sentence = useText();
  if (problems.length === 0) return null;
  return (
    <Notice
      isInline
      variant="warning"
      data-test="import-problems"
      title={t('Lines that are left out: {{total}}', { total: problems.length })}
    >
      <ul>
        {problems.slice(0, SHOWN).map(({ line, message }) => (
          <li key={`${line} ${message.template}`}>{sentence(message)}</li>
        ))}
        {problems.length > SHOWN ? (
          <li>{t('{{more}} more', { more: problems.length - SHOWN })}</li>
        ) : null}
      </ul>
    </Notice>
  );
};
