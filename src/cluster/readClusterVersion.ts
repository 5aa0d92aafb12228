/**
 * ClusterVersion `version` of config.openshift.io: which OpenShift runs, and with it which OVN-Kubernetes,
 * that is part of the release. While an update runs, the last one completed counts: parts may still be old.
 */
import type { ClusterVersionRecord } from './clusterRecords';
import { asArray, recordOf, textOf } from './json';
import { readMeta } from './readMeta';

/** Takes a ClusterVersion; the version is '' where none was ever completed. */
export const readClusterVersion = (object: unknown): ClusterVersionRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  // The newest update stands first.
  const completed = asArray(recordOf(recordOf(object).status).history)
    .map(recordOf)
    .find(({ state }) => state === 'Completed');
  return { kind: 'clusterVersion', meta, version: textOf(completed?.version) };
};
