/** Every row of the file as the network that it would become, with what stands against it. */
import { useState } from 'react';
import type { FC } from 'react';
import { Checkbox, TextInput, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useText, useT } from '../../console/translation';
import type { PortGroup } from '../../plan/portGroups/portGroup';
import type { Conflict, Proposal } from '../../plan/portGroups/proposeImport';
import { ListToolbar } from '../../ui/ListToolbar';
import { Notice } from '../../ui/Notice';
import { usePages } from '../../ui/usePages';
import { GUARD_VARIANTS } from '../attach/guardVariants';
import { isChosen } from './importForm';
import type { ImportForm, RowEdit } from './importForm';

const PER_PAGE = 50;

interface ProposalTableProps {
  readonly proposals: readonly Proposal[];
  readonly edits: ImportForm['edits'];
  /** How many are chosen. */
  readonly chosen: number;
  readonly onEdit: (group: PortGroup, edit: RowEdit) => void;
}

export const ProposalTable: FC<ProposalTableProps> = ({ proposals, edits, chosen, onEdit }) => {
  const t = useT();
  const [filter, setFilter] = useState('');
  const pages = usePages(
    proposals.filter((proposal) => matches(proposal, filter)),
    PER_PAGE,
  );
  return (
    <section data-test="import-table">
      <Title headingLevel="h2" size="md">
        {t('{{chosen}} of {{total}} port groups become networks', {
          chosen,
          total: proposals.length,
        })}
      </Title>
      <ListToolbar
        searchLabel={t('Find a port group by name or VLAN')}
        placeholder={t('Name or VLAN')}
        filter={filter}
        onFilter={setFilter}
        pages={pages}
        pagesLabel={t('Pages of port groups')}
      />
      <Table variant="compact" aria-label={t('Proposed networks')} gridBreakPoint="grid-lg">
        <Thead>
          <Tr>
            <Th modifier="fitContent">{t('Import')}</Th>
            <Th modifier="fitContent">{t('Line')}</Th>
            <Th modifier="wrap">{t('Port group')}</Th>
            <Th modifier="wrap" width={20}>
              {t('Network name')}
            </Th>
            <Th modifier="fitContent">{t('VLAN')}</Th>
            <Th modifier="wrap">{t('Description')}</Th>
            <Th width={35}>{t('Remarks')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {pages.shown.map((proposal) => (
            <ProposalRow
              key={proposal.group.line}
              proposal={proposal}
              isChosen={isChosen(proposal, edits)}
              onEdit={(edit) => onEdit(proposal.group, edit)}
            />
          ))}
        </Tbody>
      </Table>
    </section>
  );
};

const matches = ({ group, name, vlan }: Proposal, filter: string): boolean => {
  const wanted = filter.trim().toLowerCase();
  return (
    group.name.toLowerCase().includes(wanted) || name.includes(wanted) || String(vlan) === wanted
  );
};

interface ProposalRowProps {
  readonly proposal: Proposal;
  readonly isChosen: boolean;
  readonly onEdit: (edit: RowEdit) => void;
}

const ProposalRow: FC<ProposalRowProps> = (props) => {
  const { proposal, onEdit } = props;
  const { group, name, vlan, conflicts, isPossible } = proposal;
  const t = useT();
  const isNameWrong = conflicts.some(({ field, level }) => field === 'name' && level === 'block');
  return (
    <Tr data-test={`import-line-${group.line}`}>
      <Td dataLabel={t('Import')}>
        <Checkbox
          id={`import-choose-${group.line}`}
          aria-label={t('Import {{name}}', { name: group.name })}
          isChecked={props.isChosen}
          isDisabled={!isPossible}
          onChange={(_event, checked) => onEdit({ isChosen: checked })}
        />
      </Td>
      <Td dataLabel={t('Line')}>{group.line}</Td>
      <Td dataLabel={t('Port group')} modifier="breakWord">
        {group.name}
      </Td>
      <Td dataLabel={t('Network name')}>
        <TextInput
          id={`import-name-${group.line}`}
          aria-label={t('Network name of {{name}}', { name: group.name })}
          value={name}
          validated={isNameWrong ? 'error' : 'default'}
          isDisabled={vlan === undefined}
          onChange={(_event, typed) => onEdit({ name: typed })}
        />
      </Td>
      <Td dataLabel={t('VLAN')}>{vlan ?? '–'}</Td>
      <Td dataLabel={t('Description')} modifier="breakWord">
        {group.description}
      </Td>
      <Td dataLabel={t('Remarks')}>
        <Remarks conflicts={conflicts} />
      </Td>
    </Tr>
  );
};

const Remarks: FC<{ readonly conflicts: readonly Conflict[] }> = ({ conflicts }) => {
  const sentence = useText();
  return (
    <>
      {conflicts.map(({ level, message }) => (
        <Notice
          key={message.template}
          isInline
          isPlain
          variant={GUARD_VARIANTS[level]}
          title={sentence(message)}
        />
      ))}
    </>
  );
};
