/**
 * The nodes with what each has. Where they are chosen one by one they are ticked here; where a
 * label chooses them, the ticks show what it reaches. The NICs of a node open below it.
 */
import { Fragment, useMemo, useState } from 'react';
import type { FC } from 'react';
import { Button, Checkbox } from '@patternfly/react-core';
import { AngleDownIcon, AngleRightIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useT } from '../../console/translation';
import type { NodeView } from '../../network/networkGraph';
import { nodeNics } from '../../plan/nodeNics';
import { ListToolbar } from '../../ui/ListToolbar';
import { useWordFilter } from '../../ui/useWordFilter';
import { NodeNicTable } from './NodeNicTable';
import type { StepProps } from './stepProps';

const PER_PAGE = 10;

const COLUMNS = 4;

const nameOf = ({ name }: NodeView): string => name;

const bridgesOf = (node: NodeView): string =>
  [...node.bridges.keys()].filter((name) => name !== 'br-int').join(', ');

export const NodeTable: FC<StepProps> = ({ graph, nodes, form, edit }) => {
  const t = useT();
  const [first] = nodes;
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    // One node is one that somebody has come for.
    new Set(first !== undefined && nodes.length === 1 ? [first.name] : []),
  );
  const chosen = useMemo(() => new Set(nodes.map(nameOf)), [nodes]);
  const all = useMemo(
    () =>
      [...graph.nodes.values()]
        .filter((node) => node.record !== undefined)
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    [graph],
  );
  const { filter, setFilter, pages } = useWordFilter(all, nameOf, PER_PAGE);
  const choose = (name: string, isChosen: boolean): void =>
    edit({
      nodeList: isChosen ? [...chosen, name] : [...chosen].filter((other) => other !== name),
    });
  const toggle = (name: string): void =>
    setOpened((before) => {
      const next = new Set(before);
      if (!next.delete(name)) next.add(name);
      return next;
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
            <Th modifier="wrap">{t('Node')}</Th>
            <Th modifier="wrap">{t('NICs')}</Th>
            <Th modifier="wrap">{t('Bridges')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {pages.shown.map((node) => (
            <NodeRow
              key={node.name}
              node={node}
              isChosen={chosen.has(node.name)}
              isOpen={opened.has(node.name)}
              isGiven={form.nodeList === undefined}
              onChoose={(isChosen) => choose(node.name, isChosen)}
              onToggle={() => toggle(node.name)}
            />
          ))}
        </Tbody>
      </Table>
    </>
  );
};

interface NodeRowProps {
  readonly node: NodeView;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  /** A label chooses the nodes. */
  readonly isGiven: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onToggle: () => void;
}

const NodeRow: FC<NodeRowProps> = ({ node, isChosen, isOpen, isGiven, onChoose, onToggle }) => {
  const t = useT();
  const nics = useMemo(() => nodeNics(node), [node]);
  const { name } = node;
  const free = nics.filter(({ obstacle }) => obstacle === undefined).length;
  return (
    <Fragment>
      <Tr>
        <Td dataLabel={t('Choose')}>
          <Checkbox
            id={`attach-node-${name}`}
            aria-label={t('Choose {{name}}', { name })}
            isChecked={isChosen}
            isDisabled={isGiven}
            onChange={(_event, next) => onChoose(next)}
          />
        </Td>
        <Td dataLabel={t('Node')}>{name}</Td>
        <Td dataLabel={t('NICs')}>
          <Button
            variant="link"
            isInline
            icon={isOpen ? <AngleDownIcon /> : <AngleRightIcon />}
            aria-expanded={isOpen}
            aria-label={t('NICs of {{name}}: {{total}}, free: {{free}}', {
              name,
              total: nics.length,
              free,
            })}
            onClick={onToggle}
          >
            {t('{{total}}, free: {{free}}', { total: nics.length, free })}
          </Button>
        </Td>
        <Td dataLabel={t('Bridges')}>{bridgesOf(node)}</Td>
      </Tr>
      {isOpen ? (
        <Tr>
          <Td colSpan={COLUMNS} noPadding>
            <NodeNicTable node={name} nics={nics} isChosen={isChosen} />
          </Td>
        </Tr>
      ) : null}
    </Fragment>
  );
};
