/**
 * Pods: only virt-launcher pods, whose failures explain a VM that does not start, and the pods
 * of OVN-Kubernetes, whose crash loops endanger the cluster. All others read as nothing.
 * Domain reference A.7.3, C.6.
 */
import type { PodRecord } from './clusterRecords';
import { asArray, asNumber, asRecord, ownString, recordOf, textOf } from './json';
import type { JsonRecord } from './json';
import type { Meta } from './meta';
import { readConditions } from './readConditions';
import { readMeta } from './readMeta';

export const OVN_NAMESPACE = 'openshift-ovn-kubernetes';

const isLauncherPod = (meta: Meta): boolean =>
  ownString(meta.labels, 'kubevirt.io') === 'virt-launcher';

const isOvnkubePod = (meta: Meta): boolean =>
  meta.namespace === OVN_NAMESPACE && (ownString(meta.labels, 'app') ?? '').startsWith('ovnkube-');

const waitingReasons = (containers: readonly JsonRecord[]): readonly string[] =>
  containers
    .map((container) => textOf(asRecord(recordOf(container.state).waiting)?.reason))
    .filter((reason) => reason !== '');

/** Takes a Pod; undefined when it has no name or is none of those we look at. */
export const readPod = (object: unknown): PodRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined || !(isLauncherPod(meta) || isOvnkubePod(meta))) return undefined;
  const raw = recordOf(object);
  const status = recordOf(raw.status);
  const containers = asArray(status.containerStatuses).map(recordOf);
  return {
    kind: 'pod',
    meta,
    node: textOf(recordOf(raw.spec).nodeName),
    phase: textOf(status.phase),
    conditions: readConditions(status.conditions),
    ready: containers.length > 0 && containers.every((container) => container.ready === true),
    restarts: containers.reduce(
      (sum, container) => sum + (asNumber(container.restartCount) ?? 0),
      0,
    ),
    waiting: waitingReasons(containers),
  };
};
