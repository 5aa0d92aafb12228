/**
 * The cluster's overview as far as plugins add to it: the status card with their health items
 * (`console.dashboards/overview/health/resource`), each with its popup.
 */
import type { ComponentType } from 'react';
import i18next from 'i18next';
import {
  Button,
  Card,
  CardBody,
  CardTitle,
  List,
  ListItem,
  PageSection,
  Popover,
  Title,
} from '@patternfly/react-core';
import {
  isDashboardsOverviewHealthResourceSubsystem,
  useK8sWatchResources,
} from '@openshift-console/dynamic-plugin-sdk';
import type { WatchK8sResources } from '@openshift-console/dynamic-plugin-sdk';
import { useHostExtensions } from '../provided/useHostExtensions';
import { useResolvedExtensions } from '../provided/useResolvedExtensions';

interface Health {
  readonly state: string;
  readonly message?: string;
}

interface Subsystem {
  readonly title: string;
  readonly resources: WatchK8sResources<Record<string, object[]>>;
  readonly healthHandler: (results: object, t: unknown) => Health;
  readonly popupTitle?: string;
  readonly popupComponent?: ComponentType<object>;
}

function HealthItem({ subsystem }: { readonly subsystem: Subsystem }) {
  const { title, resources, healthHandler, popupTitle, popupComponent: Popup } = subsystem;
  const results = useK8sWatchResources(resources);
  const { state, message } = healthHandler(results, i18next.t);
  return (
    <ListItem data-test={`health-${title}`}>
      {Popup ? (
        <Popover headerContent={popupTitle} bodyContent={() => <Popup {...results} />}>
          <Button variant="link" isInline>
            {title}
          </Button>
        </Popover>
      ) : (
        title
      )}{' '}
      <span data-test="health-state">{state}</span> {message}
    </ListItem>
  );
}

export function OverviewPage() {
  const declared = useHostExtensions(isDashboardsOverviewHealthResourceSubsystem);
  const [extensions] = useResolvedExtensions(isDashboardsOverviewHealthResourceSubsystem);
  return (
    <PageSection>
      <Title headingLevel="h1">Overview</Title>
      <Card data-test="status-card" aria-busy={declared.length !== extensions.length}>
        <CardTitle>Status</CardTitle>
        <CardBody>
          <List isPlain>
            {extensions.map(({ uid, properties }) => (
              <HealthItem key={uid} subsystem={properties as Subsystem & typeof properties} />
            ))}
          </List>
        </CardBody>
      </Card>
    </PageSection>
  );
}
