/** Nodes to choose one by one, each with its NICs and bridges. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { Checkbox } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useT } from '../../console/translation';
import type { NodeView } from '../../network/networkGraph';
import { ListToolbar } from '../../ui/ListToolbar';
import { useWordFilter } from '../../ui/useWordFilter';
import type { StepProps } from './stepProps';

const PER_PAGE = 10;

const nameOf = ({ name }: NodeView): string => name;

const bridgesOf = (node: NodeView): string =>
  [...node.bridges.keys()].filter((name) => name !== 'br-int').join(', ');

export const NodeTable: FC<StepProps> = ({ graph, form, edit }) => {
  const t = useT();
  const chosen = new Set(form.nodeList);
  const nodes = useMemo(
    () =>
      [...graph.nodes.values()]
        .filter((node) => node.record !== undefined)
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    [graph],
  );
  const { filter, setFilter, pages } = useWordFilter(nodes, nameOf, PER_PAGE);
  const toggle = (name: string, isChosen: boolean): void =>
    edit({
      nodeList: isChosen ? [...chosen, name] : [...chosen].filter((other) => other !== name),
    });
  return (
    <>
      <ListToolbar
        searchLabel={t('Find a node')}
        placeholder={t('Find a node')}
        filter={filter}
        onFilter={setFilter}
        pages={pages}
        pagesLabel={t('Pages of nodes')}
      />
      <Table variant="compact" aria-label={t('Nodes')} gridBreakPoint="grid-md">
        <Thead>
          <Tr>
            <Th aria-label={t('Choose')} />
            <Th>{t('Node')}</Th>
            <Th>{t('NICs')}</Th>
            <Th>{t('Bridges')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {pages.shown.map((node) => (
            <Tr key={node.name}>
              <Td dataLabel={t('Choose')}>
                <Checkbox
                  id={`attach-node-${node.name}`}
                  aria-label={t('Choose {{name}}', { name: node.name })}
                  isChecked={chosen.has(node.name)}
                  onChange={(_event, isChosen) => toggle(node.name, isChosen)}
                />
              </Td>
              <Td dataLabel={t('Node')}>{node.name}</Td>
              <Td dataLabel={t('NICs')}>{[...node.nics.keys()].join(', ')}</Td>
              <Td dataLabel={t('Bridges')}>{bridgesOf(node)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
};
