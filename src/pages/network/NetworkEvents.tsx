/** Events of the objects that make a network, newest first. */
import type { FC } from 'react';
import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ObjectKey } from '../../console/objectKey';
import { useT } from '../../console/translation';
import { formatTime } from '../../ui/formatTime';
import { useObjectEvents } from './useObjectEvents';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';

export const NetworkEvents: FC<{ readonly objects: readonly ObjectKey[] }> = ({ objects }) => {
  const t = useT();
  const { isLoading, events, failures, reload } = useObjectEvents(objects);
  return (
    <>
      <div>
        <Button variant="secondary" onClick={reload} isDisabled={isLoading}>
          {t('Read them again')}
        </Button>
      </div>
      <div aria-live="polite">
        {isLoading ? <Waiting label={t('Reading the events')} /> : null}
        {failures.map(({ object, message }) => (
          <Notice
            key={`${object.kind} ${object.namespace}/${object.name}`}
            isInline
            variant="warning"
            title={t('The events of {{kind}} {{name}} could not be read', {
              kind: object.kind,
              name: object.name,
            })}
          >
            {message}
          </Notice>
        ))}
        {!isLoading && events.length === 0 ? (
          <p>{t('No events in the last hours. The cluster forgets events after a while.')}</p>
        ) : null}
      </div>
      {events.length === 0 ? null : (
        <Table variant="compact" aria-label={t('Events')} gridBreakPoint="grid-lg">
          <Thead>
            <Tr>
              <Th modifier="wrap">{t('Time')}</Th>
              <Th modifier="wrap">{t('Object')}</Th>
              <Th modifier="wrap">{t('Reason')}</Th>
              <Th modifier="wrap">{t('Message')}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {events.map((event) => (
              <Tr key={event.meta.uid}>
                <Td dataLabel={t('Time')}>{event.at === undefined ? '–' : formatTime(event.at)}</Td>
                <Td dataLabel={t('Object')}>
                  {t('{{kind}} {{name}}', { kind: event.involved.kind, name: event.involved.name })}
                </Td>
                <Td dataLabel={t('Reason')}>{event.reason}</Td>
                <Td dataLabel={t('Message')}>{event.message}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </>
  );
};
