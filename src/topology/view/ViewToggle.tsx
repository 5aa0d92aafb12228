/** The same facts as a picture, as a table, network by node, or as OVN sees one node. */
import type { FC } from 'react';
import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { View } from './topologyUrl';
import { VIEWS } from './topologyUrl';

interface ViewToggleProps {
  readonly view: View;
  readonly onView: (view: View) => void;
}

export const ViewToggle: FC<ViewToggleProps> = ({ view, onView }) => {
  const t = useT();
  const names: Readonly<Record<View, string>> = {
    picture: t('Picture'),
    table: t('Table'),
    coverage: t('Coverage'),
    ovn: t('OVN'),
  };
  return (
    <ToggleGroup isCompact aria-label={t('How to show it')}>
      {VIEWS.map((option) => (
        <ToggleGroupItem
          key={option}
          text={names[option]}
          buttonId={`topology-view-${option}`}
          isSelected={view === option}
          onChange={() => onView(option)}
        />
      ))}
    </ToggleGroup>
  );
};
