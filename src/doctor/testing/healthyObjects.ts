/** The healthy cluster's objects with something changed: what most cases of a rule are made of. */
import { withObjects } from '../../../dev/test/makeCluster';
import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import type { KubeObject } from '../../cluster/kubeObject';

/** Fresh objects; each of `changed` replaces the one of its kind and name, or is added. */
export const healthyObjects = (...changed: readonly KubeObject[]): KubeObject[] =>
  withObjects(healthyCluster(), ...changed);
