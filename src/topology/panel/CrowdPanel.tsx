/** The side panel of a fold: what it stands for, one by one, worst first, and how to open it. */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import {
  Button,
  DrawerActions,
  DrawerCloseButton,
  DrawerHead,
  DrawerPanelBody,
  SearchInput,
  Title,
} from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { FindingIndex } from '../model/health';
import { compareHealth, healthOf } from '../model/health';
import type { Element } from '../model/picture';
import { kindName } from '../view/kindName';
import { CappedList } from './CappedList';
import { HealthLabel } from './HealthLabel';
import { PanelSection } from './PanelSection';
import { SelectButton } from './SelectButton';
import { keyOf } from './entityNames';
import './panel.css';

interface CrowdPanelProps {
  readonly graph: NetworkGraph;
  readonly findings: FindingIndex;
  readonly element: Element;
  readonly onSelect: (id: string) => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

export const CrowdPanel: FC<CrowdPanelProps> = (props) => {
  const { graph, findings, element, onSelect, onOpen, onClose } = props;
  const t = useT();
  const sentence = useText();
  const [words, setWords] = useState('');
  const members = useMemo(
    () =>
      element.members
        .flatMap((id) => graph.entities.get(id) ?? [])
        .filter(({ id }) => id.toLowerCase().includes(words.trim().toLowerCase()))
        .map((entity) => ({ entity, health: healthOf(entity, findings) }))
        .sort((one, other) => compareHealth(one.health, other.health)),
    [element, graph, findings, words],
  );
  const title =
    element.title === undefined
      ? t('{{count}} × {{name}}', { count: element.members.length, name: element.name })
      : sentence(element.title);
  return (
    <>
      <DrawerHead>
        <Title headingLevel="h2" size="lg" data-test="panel-title">
          {t('{{kind}}: {{name}}', { kind: sentence(kindName(element.kind)), name: title })}
        </Title>
        <p data-test="panel-state">
          <HealthLabel health={element.health} />{' '}
          {element.reason === undefined ? null : sentence(element.reason)}
        </p>
        <DrawerActions>
          <DrawerCloseButton aria-label={t('Close the panel')} onClose={onClose} />
        </DrawerActions>
      </DrawerHead>
      <DrawerPanelBody className="vm-networks-panel" data-test="crowd-panel">
        <Button variant="link" isInline onClick={onOpen}>
          {t('Show one by one')}
        </Button>
        <PanelSection title={t('What it stands for')}>
          <SearchInput
            aria-label={t('Find in the list')}
            placeholder={t('Find in the list')}
            resetButtonLabel={t('Clear')}
            value={words}
            onChange={(_event, value) => setWords(value)}
            onClear={() => setWords('')}
          />
          <CappedList
            items={members}
            keyOf={({ entity }) => entity.id}
            render={({ entity, health }) => (
              <span className="vm-networks-panel__row">
                <SelectButton id={entity.id} name={keyOf(entity.id)} onSelect={onSelect} />
                {health === 'ok' ? null : <HealthLabel health={health} />}
              </span>
            )}
          />
        </PanelSection>
      </DrawerPanelBody>
    </>
  );
};
