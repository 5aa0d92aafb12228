/** What a change is about: the chosen NICs, or who uses what is to be removed. */
import type { FC } from 'react';
import { Content, List, ListItem } from '@patternfly/react-core';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import type { VnicView } from '../../network/networkGraph';
import type { NicChoice } from '../../plan/nicChoice';
import { selectionLink } from '../vmNetworks/links';

export const Chosen: FC<{ readonly nics: readonly NicChoice[] }> = ({ nics }) => {
  const t = useT();
  return (
    <section>
      <Content component="h3">{t('NICs')}</Content>
      <List>
        {nics.map(({ namespace, name, nic }) => (
          <ListItem key={`${namespace}/${name}/${nic}`}>
            {t('NIC {{nic}} of VM {{vm}}', { nic, vm: `${namespace}/${name}` })}
          </ListItem>
        ))}
      </List>
    </section>
  );
};

const SHOWN_USERS = 20;

export const Users: FC<{ readonly users: readonly VnicView[] }> = ({ users }) => {
  const t = useT();
  return (
    <section data-test="removal-users">
      <Content component="h3">{t('Used by')}</Content>
      {users.length === 0 ? (
        <Content component="p">{t('No VM uses it.')}</Content>
      ) : (
        <List>
          {users.slice(0, SHOWN_USERS).map((vnic) => (
            <ListItem key={vnic.key}>
              <Link to={selectionLink(vnic.id)}>
                {t('NIC {{nic}} of VM {{vm}}', {
                  nic: vnic.name,
                  vm: `${vnic.namespace}/${vnic.vmName}`,
                })}
              </Link>{' '}
              {vnic.vmi === undefined ? t('(stopped)') : t('(running)')}
            </ListItem>
          ))}
          {users.length > SHOWN_USERS ? (
            <ListItem>{t('{{more}} more', { more: users.length - SHOWN_USERS })}</ListItem>
          ) : null}
        </List>
      )}
    </section>
  );
};
