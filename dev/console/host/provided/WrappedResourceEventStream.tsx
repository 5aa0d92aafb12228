/** The events of one object, newest first. */
import { useMemo } from 'react';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { ResourceEventStreamProps } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/console-types';
import { List, ListItem, PageSection } from '@patternfly/react-core';
import Timestamp from './Timestamp';

type EventKind = K8sResourceCommon & {
  readonly reason?: string;
  readonly message?: string;
  readonly lastTimestamp?: string;
};

export function WrappedResourceEventStream({ resource }: ResourceEventStreamProps) {
  const [events, loaded] = useK8sWatchResource<EventKind[]>({
    groupVersionKind: { version: 'v1', kind: 'Event' },
    isList: true,
    fieldSelector: `involvedObject.uid=${resource.metadata?.uid ?? ''}`,
    ...(resource.metadata?.namespace ? { namespace: resource.metadata.namespace } : {}),
  });
  const newestFirst = useMemo(
    () => [...events].sort((a, b) => (b.lastTimestamp ?? '').localeCompare(a.lastTimestamp ?? '')),
    [events],
  );
  if (loaded && events.length === 0) return <PageSection>No events</PageSection>;
  return (
    <PageSection>
      <List isPlain>
        {newestFirst.map((event) => (
          <ListItem key={event.metadata?.uid}>
            <Timestamp timestamp={event.lastTimestamp} /> {event.reason}: {event.message}
          </ListItem>
        ))}
      </List>
    </PageSection>
  );
}
