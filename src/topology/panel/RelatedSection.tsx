/** The neighbours of the entity in the graph, towards the switch and towards the VM. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { Title } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import { StateLabel } from '../../ui/StateLabel';
import { kindName } from '../view/kindName';
import { CappedList } from './CappedList';
import { PanelSection } from './PanelSection';
import { SelectButton } from './SelectButton';
import { keyOf } from './entityNames';
import { relatedEntities } from './relatedEntities';
import type { Side } from './relatedEntities';

interface RelatedSectionProps {
  readonly graph: NetworkGraph;
  readonly id: string;
  readonly onSelect: (id: string) => void;
}

export const RelatedSection: FC<RelatedSectionProps> = (props) => {
  const t = useT();
  return (
    <PanelSection title={t('Related')}>
      <RelatedSide {...props} side="in" title={t('Towards the switch')} />
      <RelatedSide {...props} side="out" title={t('Towards the VM')} />
    </PanelSection>
  );
};

interface RelatedSideProps extends RelatedSectionProps {
  readonly side: Side;
  readonly title: string;
}

const RelatedSide: FC<RelatedSideProps> = ({ graph, id, side, title, onSelect }) => {
  const t = useT();
  const sentence = useText();
  const groups = useMemo(() => relatedEntities(graph, id, side), [graph, id, side]);
  return (
    <div data-test={`related-${side}`}>
      <Title headingLevel="h4" size="md">
        {title}
      </Title>
      {groups.length === 0 ? <p>{t('Nothing')}</p> : null}
      {groups.map(({ kind, entities }) => (
        <div key={kind}>
          <p className="vm-networks-panel__subtle">{sentence(kindName(kind))}</p>
          <CappedList
            items={entities}
            keyOf={(entity) => entity.id}
            render={(entity) => (
              <span className="vm-networks-panel__row">
                <SelectButton
                  id={entity.id}
                  name={kind === 'switch' ? entity.name : keyOf(entity.id)}
                  onSelect={onSelect}
                />
                {entity.state === 'ok' ? null : <StateLabel state={entity.state} />}
              </span>
            )}
          />
        </div>
      ))}
    </div>
  );
};
