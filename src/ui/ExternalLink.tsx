/** A link out of the console, into a tab of its own, which is said. */
import type { FC, ReactNode } from 'react';
import { Button } from '@patternfly/react-core';
import { ExternalLinkAltIcon } from '@patternfly/react-icons';
import { useT } from '../console/translation';

interface ExternalLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

export const ExternalLink: FC<ExternalLinkProps> = ({ href, children }) => {
  const t = useT();
  return (
    <Button
      component="a"
      variant="link"
      isInline
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      icon={<ExternalLinkAltIcon title={t('Opens in a new tab')} />}
      iconPosition="end"
    >
      {children}
    </Button>
  );
};
