/** Step 3: the VMs that get the NIC, with what the change means for each. */
import { useState } from 'react';
import type { FC } from 'react';
import {
  Checkbox,
  Content,
  Form,
  FormGroup,
  Pagination,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useT } from '../../console/translation';
import type { VmView } from '../../network/networkGraph';
import { vmEffect } from '../../plan/vmEffect';
import type { VmEffect } from '../../plan/vmEffect';
import { GuardList } from './GuardList';
import type { StepProps } from './stepProps';

const PER_PAGE = 10;

const effectText = (effect: VmEffect, t: ReturnType<typeof useT>): string => {
  switch (effect) {
    case 'nextStart':
      return t('At its next start');
    case 'migrates':
      return t('By live migration');
    case 'needsRestart':
      return t('At a restart');
    case 'unknown':
      return t('Unknown');
  }
};

const matches = (vm: VmView, filter: string): boolean =>
  filter === '' || vm.key.toLowerCase().includes(filter);

export const VmStep: FC<StepProps> = ({ graph, form, guards, edit }) => {
  const t = useT();
  const [filter, setFilter] = useState('');
  const [page, setPage] = useState(1);
  const chosen = new Set(form.vms);
  const vms = [...graph.vms.values()]
    .filter((vm) => vm.vm !== undefined && matches(vm, filter.trim().toLowerCase()))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const toggle = (key: string, isSelected: boolean): void =>
    edit({ vms: isSelected ? [...form.vms, key] : form.vms.filter((vm) => vm !== key) });
  return (
    <Form>
      <Content component="p">
        {t('Choose the virtual machines that shall join the network.')}
      </Content>
      <FormGroup role="group" label={t('Virtual machines')} fieldId="attach-vms" isRequired>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem className="vm-networks-attach__search">
              <SearchInput
                aria-label={t('Find a VM by name or project')}
                placeholder={t('Find a VM by name or project')}
                value={filter}
                onChange={(_event, value) => {
                  setFilter(value);
                  setPage(1);
                }}
                onClear={() => setFilter('')}
              />
            </ToolbarItem>
            <ToolbarItem variant="pagination">
              <Pagination
                isCompact
                itemCount={vms.length}
                perPage={PER_PAGE}
                page={page}
                onSetPage={(_event, next) => setPage(next)}
                titles={{ paginationAriaLabel: t('Pages of virtual machines') }}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <Table variant="compact" aria-label={t('Virtual machines')} gridBreakPoint="grid-md">
          <Thead>
            <Tr>
              <Th aria-label={t('Choose')} />
              <Th>{t('Name')}</Th>
              <Th modifier="nowrap">{t('Project')}</Th>
              <Th>{t('Status')}</Th>
              <Th>{t('Node')}</Th>
              <Th>{t('NICs')}</Th>
              <Th modifier="nowrap">{t('The NIC comes')}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {vms.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((vm) => (
              <Tr key={vm.key}>
                <Td dataLabel={t('Choose')}>
                  <Checkbox
                    id={`attach-vm-${vm.key}`}
                    aria-label={t('Choose {{name}}', { name: vm.key })}
                    isChecked={chosen.has(vm.key)}
                    onChange={(_event, isSelected) => toggle(vm.key, isSelected)}
                  />
                </Td>
                <Td dataLabel={t('Name')}>{vm.name}</Td>
                <Td dataLabel={t('Project')}>{vm.namespace}</Td>
                <Td dataLabel={t('Status')}>{vm.vm?.printableStatus ?? '–'}</Td>
                <Td dataLabel={t('Node')}>{vm.node === '' ? '–' : vm.node}</Td>
                <Td dataLabel={t('NICs')}>{vm.vnics.map((vnic) => vnic.name).join(', ')}</Td>
                <Td dataLabel={t('The NIC comes')}>{effectText(vmEffect(vm), t)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {form.vms.length === 0 ? null : <GuardList guards={guards} fields={['vms']} />}
        {form.vms.length === 0 ? null : <GuardList guards={guards} fields={['projects']} />}
      </FormGroup>
    </Form>
  );
};
