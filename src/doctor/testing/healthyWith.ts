/** Clusters for the tests of rules: the small healthy one, changed in what a test is about. */
import { NOW, condition, snapshot, withObjects } from '../../../dev/test/makeCluster';
import { WORKERS, healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { nnce, nncp } from '../../../dev/test/makeClusterPolicies';
import type { NnceOptions, NncpOptions } from '../../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../../cluster/kubeObject';
import type { KindKey, Snapshot } from '../../cluster/snapshot';

/** The healthy cluster with these objects, each in place of the one of its kind and name. */
export const healthyWith = (...objects: readonly KubeObject[]): Snapshot =>
  snapshot(withObjects(healthyCluster(), ...objects));

/** The snapshot as a user sees it who may not list these kinds. */
export const forbid = (whole: Snapshot, ...kinds: readonly KindKey[]): Snapshot => ({
  ...whole,
  ...Object.fromEntries(kinds.map((kind) => [kind, { state: 'forbidden', items: new Map() }])),
});

const LATER = '2026-01-05T08:00:00Z';

/** A policy younger than that of the healthy cluster, with its enactments on these nodes. */
export const youngPolicy = (
  name: string,
  options: NncpOptions,
  nodes: readonly string[] = WORKERS,
  enactment: NnceOptions = {},
): KubeObject[] => [
  nncp(name, { meta: { creationTimestamp: LATER }, ...options }),
  ...nodes.map((node) => nnce(node, name, enactment)),
];

/** ISO time of so many minutes before `NOW`. */
export const minutesAgo = (minutes: number): string =>
  new Date(NOW - minutes * 60_000).toISOString();

/** Conditions of a policy that has been progressing for so many minutes. */
export const progressing = (minutes: number) => {
  const time = { lastTransitionTime: minutesAgo(minutes), reason: 'ConfigurationProgressing' };
  return [
    condition('Available', 'Unknown', time),
    condition('Degraded', 'Unknown', time),
    condition('Progressing', 'True', time),
  ];
};

/** Conditions of a policy that failed. */
export const degraded = () => [
  condition('Available', 'False', { reason: 'FailedToConfigure' }),
  condition('Degraded', 'True', {
    reason: 'FailedToConfigure',
    message: '1/2 nodes failed to configure',
  }),
  condition('Progressing', 'False', { reason: 'FailedToConfigure' }),
];
