/** Creates an object from YAML, started from the least a kind needs. */
import { Spinner } from '@patternfly/react-core';
import { getAPIVersionForModel } from '@openshift-console/dynamic-plugin-sdk';
import { useParams } from '../line/router';
import { AsyncResourceYAMLEditor } from '../provided/AsyncResourceYAMLEditor';
import { NotFoundPage } from './NotFoundPage';
import { useRouteModel } from './useRouteModel';

export function ResourceCreatePage() {
  const { plural = '', ns } = useParams();
  const { model, isDiscovered } = useRouteModel(plural);
  if (!model) return isDiscovered ? <NotFoundPage /> : <Spinner aria-label="Loading" />;
  return (
    <AsyncResourceYAMLEditor
      create
      header={`Create ${model.label}`}
      initialResource={{
        apiVersion: getAPIVersionForModel(model),
        kind: model.kind,
        metadata: { name: 'example', ...(ns ? { namespace: ns } : {}) },
        spec: {},
      }}
    />
  );
}
