/**
 * What policies and the VM template want of this, next to what is there, field by field. Only where
 * something asks for it; what agrees is told last.
 */
import { useMemo } from 'react';
import type { FC } from 'react';
import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useText, useT } from '../../console/translation';
import type { Agreement, Comparison, FieldComparison } from '../../network/intendedVsActual';
import type { Entity } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { attributeName } from './attributeNames';
import { PanelSection } from './PanelSection';
import { SelectButton } from './SelectButton';
import { comparisonsOf } from './comparisonsOf';

interface IntendedSectionProps {
  readonly graph: NetworkGraph;
  readonly entity: Entity;
  readonly onSelect: (id: string) => void;
}

export const IntendedSection: FC<IntendedSectionProps> = ({ graph, entity, onSelect }) => {
  const t = useT();
  const comparisons = useMemo(() => comparisonsOf(graph, entity), [graph, entity]);
  if (comparisons.length === 0) return null;
  return (
    <PanelSection title={t('Intended and actual')}>
      {comparisons.map((comparison) => (
        <ComparisonTable
          key={`${comparison.policy} ${comparison.id}`}
          comparison={comparison}
          isOwn={comparison.id === entity.id}
          onSelect={onSelect}
        />
      ))}
    </PanelSection>
  );
};

interface ComparisonTableProps {
  readonly comparison: Comparison;
  /** About the entity of the panel itself; else it is named. */
  readonly isOwn: boolean;
  readonly onSelect: (id: string) => void;
}

const ComparisonTable: FC<ComparisonTableProps> = ({ comparison, isOwn, onSelect }) => {
  const t = useT();
  const sentence = useText();
  const { id, name, policy, agreement, reason, fields } = comparison;
  return (
    <div data-test={`intended-${id}`}>
      <p className="vm-networks-panel__row">
        {isOwn ? null : <SelectButton id={id} name={name} onSelect={onSelect} />}
        {policy === '' ? (
          t('From the VM template')
        ) : (
          <SelectButton id={`policy/${policy}`} name={policy} onSelect={onSelect} />
        )}
        <AgreementLabel agreement={agreement} />
      </p>
      {reason === undefined ? null : <p>{sentence(reason)}</p>}
      {fields.length === 0 ? null : (
        <Table
          variant="compact"
          borders={false}
          gridBreakPoint=""
          aria-label={t('Intended and actual')}
        >
          <Thead>
            <Tr>
              <Th modifier="wrap">{t('Field')}</Th>
              <Th modifier="wrap">{t('Intended')}</Th>
              <Th modifier="wrap">{t('Actual')}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {fields.map((field) => (
              <FieldRow key={field.field} field={field} />
            ))}
          </Tbody>
        </Table>
      )}
    </div>
  );
};

const FieldRow: FC<{ readonly field: FieldComparison }> = ({ field }) => {
  const t = useT();
  const sentence = useText();
  const name = attributeName(field.field);
  const isSame = field.agreement === 'same';
  return (
    <Tr className={isSame ? 'vm-networks-panel__subtle' : 'vm-networks-panel__differs'}>
      <Td>{name === undefined ? field.field : sentence(name)}</Td>
      <Td>{field.intended}</Td>
      <Td>
        {field.actual ?? t('not there')}{' '}
        {isSame ? null : <AgreementLabel agreement={field.agreement} />}
      </Td>
    </Tr>
  );
};

const AgreementLabel: FC<{ readonly agreement: Agreement }> = ({ agreement }) => {
  const t = useT();
  switch (agreement) {
    case 'same':
      return (
        <Label isCompact status="success">
          {t('as intended')}
        </Label>
      );
    case 'different':
      return (
        <Label isCompact status="danger">
          {t('differs')}
        </Label>
      );
    case 'missing':
      return (
        <Label isCompact status="danger">
          {t('missing')}
        </Label>
      );
    case 'extra':
      return (
        <Label isCompact status="warning">
          {t('still there')}
        </Label>
      );
    case 'unknown':
      return (
        <Label isCompact variant="outline">
          {t('unknown')}
        </Label>
      );
  }
};
