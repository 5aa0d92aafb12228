/** A part of the panel under a heading of its own. */
import type { FC, ReactNode } from 'react';
import { Title } from '@patternfly/react-core';
import { useUniqueId } from '../../ui/useUniqueId';

interface PanelSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export const PanelSection: FC<PanelSectionProps> = ({ title, children }) => {
  const id = useUniqueId();
  return (
    <section aria-labelledby={id} className="vm-networks-panel__section">
      <Title headingLevel="h3" size="md" id={id}>
        {title}
      </Title>
      {children}
    </section>
  );
};
