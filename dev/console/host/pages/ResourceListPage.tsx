/** The list of one kind: name, project, age; enough to reach the details pages where the plugin has tabs. */
import { Alert, PageSection, Spinner } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useParams } from '../line/router';
import ListPageCreate from '../provided/ListPageCreate';
import ListPageHeader from '../provided/ListPageHeader';
import { NamespaceBar } from '../provided/NamespaceBar';
import { ResourceLink } from '../provided/ResourceLink';
import Timestamp from '../provided/Timestamp';
import { NotFoundPage } from './NotFoundPage';
import { useRouteModel } from './useRouteModel';
import { useWatched } from './useWatched';

interface ListProps {
  readonly model: K8sModel;
  readonly namespace: string | undefined;
}

function ResourceList({ model, namespace }: ListProps) {
  const gvk = getGroupVersionKindForModel(model);
  const {
    data: items,
    loaded,
    error,
  } = useWatched<K8sResourceCommon[]>({
    groupVersionKind: gvk,
    isList: true,
    ...(namespace ? { namespace } : {}),
  });
  if (error) return <Alert isInline variant="danger" title={error} />;
  if (!loaded) return <Spinner aria-label="Loading" />;
  return (
    <Table aria-label={model.labelPlural} variant="compact">
      <Thead>
        <Tr>
          <Th>Name</Th>
          {model.namespaced && <Th>Project</Th>}
          <Th>Created</Th>
        </Tr>
      </Thead>
      <Tbody>
        {items.map(({ metadata = {} }) => (
          <Tr key={metadata.uid}>
            <Td dataLabel="Name">
              <ResourceLink
                groupVersionKind={gvk}
                name={metadata.name ?? ''}
                {...(metadata.namespace ? { namespace: metadata.namespace } : {})}
              />
            </Td>
            {model.namespaced && <Td dataLabel="Project">{metadata.namespace}</Td>}
            <Td dataLabel="Created">
              <Timestamp timestamp={metadata.creationTimestamp} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

export function ResourceListPage() {
  const { plural = '', ns } = useParams();
  const { model, isDiscovered } = useRouteModel(plural);
  if (!model) return isDiscovered ? <NotFoundPage /> : <Spinner aria-label="Loading" />;
  return (
    <>
      {model.namespaced && <NamespaceBar />}
      <ListPageHeader title={model.labelPlural}>
        <ListPageCreate groupVersionKind={getGroupVersionKindForModel(model)}>
          Create {model.label}
        </ListPageCreate>
      </ListPageHeader>
      <PageSection>
        <ResourceList model={model} namespace={ns} />
      </PageSection>
    </>
  );
}
