/**
 * A list of networks with nothing in it, and what to do next. There are none, or this person may not see
 * them: to say the first where the second holds would be a lie.
 */
import type { FC } from 'react';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { LockIcon } from '@patternfly/react-icons';
import type { Snapshot } from '../../cluster/snapshot';
import { documentationLink } from '../../console/documentation';
import { useNavigate } from '../../console/router';
import { useT } from '../../console/translation';
import { ATTACH_PATH } from '../../plan/attachPath';
import { ExternalLink } from '../../ui/ExternalLink';

const isHidden = ({ nads, cudns, udns }: Snapshot): boolean =>
  [nads, cudns, udns].some(({ state }) => state === 'forbidden' || state === 'failed');

export const NoNetworks: FC<{ readonly snapshot: Snapshot }> = ({ snapshot }) =>
  isHidden(snapshot) ? (
    <NoneVisible />
  ) : (
    <NoneAtAll isNmstateMissing={snapshot.policies.state === 'absent'} />
  );

const NoneVisible: FC = () => {
  const t = useT();
  return (
    <EmptyState
      titleText={t('No networks that you may see')}
      icon={LockIcon}
      headingLevel="h2"
      data-test="no-visible-networks"
    >
      <EmptyStateBody>
        {t(
          'There may be networks all the same. Ask a cluster administrator for the right to read network attachment definitions in your project.',
        )}
      </EmptyStateBody>
    </EmptyState>
  );
};

const NoneAtAll: FC<{ readonly isNmstateMissing: boolean }> = ({ isNmstateMissing }) => {
  const t = useT();
  const navigate = useNavigate();
  return (
    <EmptyState titleText={t('No networks for VMs yet')} headingLevel="h2" data-test="no-networks">
      <EmptyStateBody>
        {t(
          'VMs of this cluster use the pod network only. Attach a VM to a VLAN to make the first network.',
        )}
        {isNmstateMissing ? (
          <p>
            {t(
              'For a bridge on a NIC of its own the Kubernetes NMState Operator is needed, which is not installed.',
            )}{' '}
            <ExternalLink href={documentationLink('networking_operators')}>
              {t('How to install NMState')}
            </ExternalLink>
          </p>
        ) : null}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="primary" onClick={() => void navigate(ATTACH_PATH)}>
            {t('Attach a VM to a VLAN')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
