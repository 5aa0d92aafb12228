/** UserDefinedNetwork: a network of one namespace. Domain reference A.5. */
import { recordOf } from './json';
import { readConditions } from './readConditions';
import { readMeta } from './readMeta';
import { readUdnNetwork } from './readUdnNetwork';
import type { UdnRecord } from './udnRecord';

/** Takes a UserDefinedNetwork; undefined when it has no name. */
export const readUdn = (object: unknown): UdnRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const raw = recordOf(object);
  return {
    kind: 'udn',
    meta,
    network: readUdnNetwork(raw.spec),
    conditions: readConditions(recordOf(raw.status).conditions),
  };
};
