/** What the page is for, in three steps, until somebody has read it: dismissed once, it stays away. */
import type { FC } from 'react';
import { AlertActionCloseButton, List, ListItem } from '@patternfly/react-core';
import { documentationLink } from '../../console/documentation';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import { usePreference } from '../../console/usePreference';
import { ATTACH_PATH } from '../../plan/attachPath';
import { ExternalLink } from '../../ui/ExternalLink';
import { Notice } from '../../ui/Notice';

export const FirstVisit: FC = () => {
  const t = useT();
  const [isDismissed, setDismissed, isLoaded] = usePreference('first-visit-dismissed', false);
  if (isDismissed || !isLoaded) return null;
  return (
    <Notice
      isInline
      variant="custom"
      title={t('New here? Three steps')}
      data-test="first-visit"
      actionClose={
        <AlertActionCloseButton
          aria-label={t('Do not show this again')}
          onClose={() => setDismissed(true)}
        />
      }
      actionLinks={
        <ExternalLink href={documentationLink('virtualization')}>
          {t('About networks of VMs')}
        </ExternalLink>
      }
    >
      <List component="ol">
        <ListItem>
          {t('Find a VM in the topology: its path to the switch lights up, hop by hop.')}
        </ListItem>
        <ListItem>
          <Link to="/vm-networks/problems">
            {t('Read the problems: each says what is broken and how to mend it.')}
          </Link>
        </ListItem>
        <ListItem>
          <Link to={ATTACH_PATH}>
            {t('Attach a VM to a VLAN: you see everything that would be written before it is.')}
          </Link>
        </ListItem>
      </List>
    </Notice>
  );
};
