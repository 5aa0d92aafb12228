/** The page of one object: details, YAML, events, and the tabs that plugins add for its kind. */
import {
  Alert,
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Flex,
  FlexItem,
  Label,
  LabelGroup,
  PageSection,
  Spinner,
  Title,
} from '@patternfly/react-core';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useParams } from '../line/router';
import { AsyncResourceYAMLEditor } from '../provided/AsyncResourceYAMLEditor';
import { HorizontalNavFacade } from '../provided/HorizontalNavFacade';
import { ResourceIcon } from '../provided/ResourceIcon';
import { resourceListPath } from '../provided/resourcePath';
import Timestamp from '../provided/Timestamp';
import { useDeleteModal } from '../provided/useDeleteModal';
import { WrappedResourceEventStream } from '../provided/WrappedResourceEventStream';
import { NotFoundPage } from './NotFoundPage';
import { ResourceActions } from './ResourceActions';
import { useRouteModel } from './useRouteModel';
import { useWatched } from './useWatched';

interface TabProps {
  readonly obj?: K8sResourceCommon;
}

function DetailsTab({ obj }: TabProps) {
  const metadata = obj?.metadata;
  return (
    <PageSection>
      <DescriptionList>
        <DescriptionListGroup>
          <DescriptionListTerm>Name</DescriptionListTerm>
          <DescriptionListDescription>{metadata?.name}</DescriptionListDescription>
        </DescriptionListGroup>
        <DescriptionListGroup>
          <DescriptionListTerm>Labels</DescriptionListTerm>
          <DescriptionListDescription>
            <LabelGroup>
              {Object.entries(metadata?.labels ?? {}).map(([key, value]) => (
                <Label key={key}>{value === '' ? key : `${key}=${value}`}</Label>
              ))}
            </LabelGroup>
          </DescriptionListDescription>
        </DescriptionListGroup>
        <DescriptionListGroup>
          <DescriptionListTerm>Created</DescriptionListTerm>
          <DescriptionListDescription>
            <Timestamp timestamp={metadata?.creationTimestamp} />
          </DescriptionListDescription>
        </DescriptionListGroup>
      </DescriptionList>
    </PageSection>
  );
}

function YamlTab({ obj }: TabProps) {
  return obj ? <AsyncResourceYAMLEditor initialResource={obj} /> : null;
}

function EventsTab({ obj }: TabProps) {
  return obj ? <WrappedResourceEventStream resource={obj} /> : null;
}

const ownTabs = [
  { href: '', name: 'Details', component: DetailsTab },
  { href: 'yaml', name: 'YAML', component: YamlTab },
  { href: 'events', name: 'Events', component: EventsTab },
];

interface DetailsProps {
  readonly model: K8sModel;
  readonly name: string;
  readonly namespace: string | undefined;
}

function ResourceDetails({ model, name, namespace }: DetailsProps) {
  const gvk = getGroupVersionKindForModel(model);
  const {
    data: resource,
    loaded,
    error,
  } = useWatched<K8sResourceCommon>({
    groupVersionKind: gvk,
    name,
    ...(namespace ? { namespace } : {}),
  });
  const remove = useDeleteModal(
    resource,
    resourceListPath(gvk, model.namespaced ? 'all-namespaces' : 'cluster'),
  );
  if (error) return <Alert isInline variant="danger" title={error} />;
  if (!loaded) return <Spinner aria-label="Loading" />;
  return (
    <>
      <PageSection>
        <Flex>
          <FlexItem grow={{ default: 'grow' }}>
            <Title headingLevel="h1" data-test="page-heading">
              <ResourceIcon groupVersionKind={gvk} /> {name}
            </Title>
          </FlexItem>
          <FlexItem>
            <ResourceActions model={model} resource={resource} />
          </FlexItem>
          <FlexItem>
            <Button variant="secondary" onClick={remove} data-test="delete-resource">
              Delete {model.label}
            </Button>
          </FlexItem>
        </Flex>
      </PageSection>
      <HorizontalNavFacade resource={resource} pages={ownTabs} />
    </>
  );
}

export function ResourceDetailsPage() {
  const { plural = '', name = '', ns } = useParams();
  const { model, isDiscovered } = useRouteModel(plural);
  if (!model) return isDiscovered ? <NotFoundPage /> : <Spinner aria-label="Loading" />;
  return <ResourceDetails key={`${ns ?? ''}/${name}`} model={model} name={name} namespace={ns} />;
}
