/** Pictures of small clusters for the tests of model and layout. */
import { NOW, snapshot, withObjects } from '../../../dev/test/makeCluster';
import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { vm } from '../../../dev/test/makeClusterVms';
import type { KubeObject } from '../../cluster/kubeObject';
import { runDoctor } from '../../doctor/runDoctor';
import { buildGraph } from '../../network/buildGraph';
import { buildPicture } from '../model/buildPicture';
import type { Picture } from '../model/picture';
import type { PictureOptions } from '../model/pictureOptions';
import { DEFAULT_OPTIONS } from '../model/pictureOptions';

/** The picture of some objects. */
export const pictureOf = (
  objects: Iterable<unknown>,
  options: Partial<PictureOptions> = {},
): Picture => {
  const graph = buildGraph(snapshot(objects));
  const diagnosis = runDoctor({ graph, now: NOW });
  return buildPicture(graph, diagnosis, { ...DEFAULT_OPTIONS, ...options });
};

/** The healthy cluster of the tests with further or other objects. */
export const healthyWith = (...objects: readonly KubeObject[]): readonly KubeObject[] =>
  withObjects(healthyCluster(), ...objects);

/** So many stopped VMs on VLAN 100 in ns1. */
export const stoppedVms = (count: number): readonly KubeObject[] =>
  Array.from({ length: count }, (_, index) => vm(`ns1/vm-${index}`, { nics: ['vlan-100'] }));
