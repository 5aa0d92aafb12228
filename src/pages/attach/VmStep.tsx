/** Step 2: the VMs that get the NIC, with what the change means for each. */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import {
  Button,
  Checkbox,
  Content,
  EmptyState,
  EmptyStateBody,
  Form,
  FormGroup,
  ToolbarItem,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { documentationLink } from '../../console/documentation';
import { useT } from '../../console/translation';
import type { VmView } from '../../network/networkGraph';
import { vmEffect } from '../../plan/vmEffect';
import { ExternalLink } from '../../ui/ExternalLink';
import { ListToolbar } from '../../ui/ListToolbar';
import { usePages } from '../../ui/usePages';
import { effectText } from '../review/effectText';
import { ProjectScope } from '../vmNetworks/ProjectScope';
import { GuardList } from './GuardList';
import { ProjectPicker } from './ProjectPicker';
import type { StepProps } from './stepProps';

const PER_PAGE = 10;

/** Every word is part of `project/name`, or a label `key=value` of the VM. */
const matches = (vm: VmView, filter: string): boolean =>
  filter
    .split(/\s+/)
    .every((word) =>
      word.includes('=')
        ? hasLabel(vm, word)
        : word === '' || vm.key.toLowerCase().includes(word.toLowerCase()),
    );

const hasLabel = (vm: VmView, pair: string): boolean => {
  const split = pair.indexOf('=');
  return vm.vm?.meta.labels[pair.slice(0, split)] === pair.slice(split + 1);
};

export const VmStep: FC<StepProps> = (props) => {
  const { graph, form, guards, rights, edit } = props;
  const t = useT();
  const [filter, setFilter] = useState('');
  const chosen = new Set(form.vms);
  const all = useMemo(
    () =>
      [...graph.vms.values()]
        .filter((vm) => vm.vm !== undefined)
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    [graph],
  );
  const vms = useMemo(() => {
    const words = filter.trim();
    return all.filter((vm) => matches(vm, words));
  }, [all, filter]);
  const mayChange = ({ namespace }: VmView): boolean => rights.vms?.has(namespace) ?? true;
  const changeable = vms.filter(mayChange);
  const pages = usePages(vms, PER_PAGE);
  const toggle = (key: string, isSelected: boolean): void =>
    edit({ vms: isSelected ? [...form.vms, key] : form.vms.filter((vm) => vm !== key) });
  const { snapshot } = graph;
  if (all.length === 0) {
    return (
      <>
        <ProjectScope snapshot={snapshot} />
        <NoVms isServed={snapshot.vms.state !== 'absent'} />
      </>
    );
  }
  return (
    <Form>
      <ProjectScope snapshot={snapshot} />
      <Content component="p">
        {t('Choose the virtual machines that shall join the network.')}
      </Content>
      <FormGroup role="group" label={t('Virtual machines')} fieldId="attach-vms" isRequired>
        <ListToolbar
          searchLabel={t('Find VMs by name, project or label')}
          placeholder={t('Find VMs by name, project or label')}
          filter={filter}
          onFilter={setFilter}
          pages={pages}
          pagesLabel={t('Pages of virtual machines')}
        >
          <ToolbarItem>
            <Button
              variant="link"
              isInline
              isDisabled={changeable.length === 0}
              onClick={() =>
                edit({ vms: [...new Set([...form.vms, ...changeable.map(({ key }) => key)])] })
              }
            >
              {t('Choose all {{total}} found', { total: changeable.length })}
            </Button>
          </ToolbarItem>
          <ToolbarItem>
            <Button
              variant="link"
              isInline
              isDisabled={form.vms.length === 0}
              onClick={() => edit({ vms: [] })}
            >
              {t('Choose none')}
            </Button>
          </ToolbarItem>
        </ListToolbar>
        <p data-test="attach-chosen-vms">
          {t('Chosen VMs: {{total}}', { total: form.vms.length })}
        </p>
        <Table variant="compact" aria-label={t('Virtual machines')} gridBreakPoint="grid-md">
          <Thead>
            <Tr>
              <Th aria-label={t('Choose')} />
              <Th modifier="wrap">{t('Name')}</Th>
              <Th modifier="nowrap">{t('Project')}</Th>
              <Th modifier="wrap">{t('Status')}</Th>
              <Th modifier="wrap">{t('Node')}</Th>
              <Th modifier="wrap">{t('NICs')}</Th>
              <Th modifier="nowrap">{t('The NIC comes')}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {pages.shown.map((vm) => (
              <Tr key={vm.key}>
                <Td dataLabel={t('Choose')}>
                  <Checkbox
                    id={`attach-vm-${vm.key}`}
                    aria-label={t('Choose {{name}}', { name: vm.key })}
                    isChecked={chosen.has(vm.key)}
                    // One that a link has chosen can at least be left out.
                    isDisabled={!mayChange(vm) && !chosen.has(vm.key)}
                    onChange={(_event, isSelected) => toggle(vm.key, isSelected)}
                  />
                </Td>
                <Td dataLabel={t('Name')}>{vm.name}</Td>
                <Td dataLabel={t('Project')}>{vm.namespace}</Td>
                <Td dataLabel={t('Status')}>{vm.vm?.printableStatus ?? '–'}</Td>
                <Td dataLabel={t('Node')}>{vm.node === '' ? '–' : vm.node}</Td>
                <Td dataLabel={t('NICs')}>{vm.vnics.map((vnic) => vnic.name).join(', ')}</Td>
                <Td dataLabel={t('The NIC comes')}>
                  {mayChange(vm)
                    ? effectText(vmEffect(vm), t)
                    : t('You may not change VMs of this project.')}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {form.vms.length === 0 ? null : <GuardList guards={guards} fields={['vms']} />}
      </FormGroup>
      <ProjectPicker {...props} />
    </Form>
  );
};

const NoVms: FC<{ readonly isServed: boolean }> = ({ isServed }) => {
  const t = useT();
  return (
    <EmptyState
      titleText={
        isServed
          ? t('There is no VM that you may see')
          : t('This cluster serves no virtual machines')
      }
      headingLevel="h2"
      data-test="attach-no-vms"
    >
      <EmptyStateBody>
        {isServed
          ? t('Make a VM first, or ask for rights in the project that has it.')
          : t('OpenShift Virtualization is not installed.')}{' '}
        <ExternalLink href={documentationLink('virtualization')}>
          {t('About networks of VMs')}
        </ExternalLink>
      </EmptyStateBody>
    </EmptyState>
  );
};
