/** A kind's model; unlike the SDK's type says, there is none while discovery runs or for an unknown kind. */
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sGroupVersionKind, K8sModel } from '@openshift-console/dynamic-plugin-sdk';

export function useModel(gvk?: K8sGroupVersionKind): K8sModel | undefined {
  const [model]: readonly [K8sModel | undefined, boolean] = useK8sModel(gvk);
  return model;
}
