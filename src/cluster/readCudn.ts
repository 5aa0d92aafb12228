/** ClusterUserDefinedNetwork: one network for every namespace it selects. Domain reference A.6. */
import { recordOf } from './json';
import { readConditions } from './readConditions';
import { readLabelSelector } from './readLabelSelector';
import { readMeta } from './readMeta';
import { readUdnNetwork } from './readUdnNetwork';
import type { CudnRecord } from './udnRecord';

/** Takes a ClusterUserDefinedNetwork; undefined when it has no name. */
export const readCudn = (object: unknown): CudnRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const raw = recordOf(object);
  const spec = recordOf(raw.spec);
  return {
    kind: 'cudn',
    meta,
    namespaceSelector: readLabelSelector(spec.namespaceSelector),
    network: readUdnNetwork(spec.network),
    conditions: readConditions(recordOf(raw.status).conditions),
  };
};
