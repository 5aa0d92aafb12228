/** What is known of the entity itself: where it is, where it comes from, and its attributes. */
import type { FC } from 'react';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { useText, useT } from '../../console/translation';
import type { Entity, EntityKind, Origin } from '../../network/model';
import { PanelSection } from './PanelSection';
import { SelectButton } from './SelectButton';
import { attributeName } from './attributeNames';
import { attributeText } from './attributeText';

const ORIGINS: Readonly<Record<Origin, Text>> = {
  actual: text('Seen in the cluster; no specification asks for it'),
  intended: text('Asked for by a specification; not seen in the cluster'),
  both: text('Asked for and seen'),
};

/** What a policy or a VM can ask for; of an object of the API itself its origin says nothing. */
const ASKED_FOR: ReadonlySet<EntityKind> = new Set([
  'nic',
  'vlanIf',
  'bond',
  'bridge',
  'internalIf',
  'mapping',
  'localnet',
  'network',
  'vm',
  'vnic',
]);

interface FactsSectionProps {
  readonly entity: Entity;
  readonly onSelect: (id: string) => void;
}

export const FactsSection: FC<FactsSectionProps> = ({ entity, onSelect }) => {
  const t = useT();
  const sentence = useText();
  const { node, namespace, origin, attributes } = entity;
  const facts = Object.entries(attributes).map(([key, value]) => {
    const name = attributeName(key);
    return {
      key,
      term: name === undefined ? key : sentence(name),
      value: sentence(attributeText(key, value)),
    };
  });
  return (
    <PanelSection title={t('Facts')}>
      <DescriptionList isCompact isHorizontal data-test="panel-facts">
        {node === undefined || entity.kind === 'node' ? null : (
          <Place term={t('Node')} id={`node/${node}`} name={node} onSelect={onSelect} />
        )}
        {namespace === undefined ? null : (
          <Place
            term={t('Project')}
            id={`namespace/${namespace}`}
            name={namespace}
            onSelect={onSelect}
          />
        )}
        {ASKED_FOR.has(entity.kind) ? (
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Origin')}</DescriptionListTerm>
            <DescriptionListDescription>{sentence(ORIGINS[origin])}</DescriptionListDescription>
          </DescriptionListGroup>
        ) : null}
        {facts.map(({ key, term, value }) => (
          <DescriptionListGroup key={key}>
            <DescriptionListTerm>{term}</DescriptionListTerm>
            <DescriptionListDescription>{value}</DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
    </PanelSection>
  );
};

interface PlaceProps {
  readonly term: string;
  readonly id: string;
  readonly name: string;
  readonly onSelect: (id: string) => void;
}

const Place: FC<PlaceProps> = ({ term, id, name, onSelect }) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>
      <SelectButton id={id} name={name} onSelect={onSelect} />
    </DescriptionListDescription>
  </DescriptionListGroup>
);
