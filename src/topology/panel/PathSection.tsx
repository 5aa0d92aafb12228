/** The path of a VM NIC, or the paths of all NICs of a VM. Nothing for other kinds. */
import type { FC } from 'react';
import { Title } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { Entity } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { PanelSection } from './PanelSection';
import { SelectButton } from './SelectButton';
import { TraceView } from './TraceView';
import { keyOf } from './entityNames';

interface PathSectionProps {
  readonly graph: NetworkGraph;
  readonly entity: Entity;
  readonly onSelect: (id: string) => void;
}

export const PathSection: FC<PathSectionProps> = ({ graph, entity, onSelect }) => {
  const t = useT();
  const key = keyOf(entity.id);
  if (entity.kind === 'vnic') {
    return (
      <PanelSection title={t('Path')}>
        <TraceView graph={graph} vnicKey={key} onSelect={onSelect} />
      </PanelSection>
    );
  }
  if (entity.kind !== 'vm') return null;
  const vnics = graph.vms.get(key)?.vnics ?? [];
  return (
    <PanelSection title={t('Paths')}>
      {vnics.length === 0 ? <p>{t('The VM has no NIC.')}</p> : null}
      {vnics.map((vnic) => (
        <div key={vnic.key} data-test={`path-${vnic.name}`}>
          <Title headingLevel="h4" size="md">
            <SelectButton id={vnic.id} name={vnic.name} onSelect={onSelect} />
          </Title>
          <TraceView graph={graph} vnicKey={vnic.key} onSelect={onSelect} />
        </div>
      ))}
    </PanelSection>
  );
};
