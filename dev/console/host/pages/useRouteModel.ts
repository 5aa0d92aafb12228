/** The model that a resource URL names: `group~version~Kind`, or a plural, the core API's first. */
import { useK8sModels } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useSelector } from 'react-redux';
import type { HostState } from '../store/hostState';

export interface RouteModel {
  readonly model?: K8sModel;
  /** False until API discovery is done: only then is a missing model unknown to the API. */
  readonly isDiscovered: boolean;
}

export function useRouteModel(plural: string): RouteModel {
  const [models] = useK8sModels();
  const isDiscovered = useSelector(
    (state: HostState) => state.k8s.getIn(['RESOURCES', 'loaded']) === true,
  );
  const byReference = models[plural];
  if (byReference) return { model: byReference, isDiscovered };
  const named = Object.values(models).filter((model) => model.plural === plural);
  const model = named.find((candidate) => !candidate.apiGroup) ?? named[0];
  return model ? { model, isDiscovered } : { isDiscovered };
}
