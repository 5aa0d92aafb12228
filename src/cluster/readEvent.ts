/** Events, of the core group and of events.k8s.io, which name the same fields differently. */
import type { EventRecord } from './clusterRecords';
import { asRecord, asString, recordOf, textOf } from './json';
import type { JsonRecord } from './json';
import { parseTime } from './parseTime';
import { readMeta } from './readMeta';

const newestTime = (raw: JsonRecord): number | undefined => {
  const series = recordOf(raw.series);
  const times = [
    raw.lastTimestamp,
    raw.deprecatedLastTimestamp,
    raw.eventTime,
    series.lastObservedTime,
  ]
    .map(parseTime)
    .filter((time): time is number => time !== undefined);
  return times.length === 0 ? undefined : Math.max(...times);
};

/** Takes an Event; undefined when it has no name. */
export const readEvent = (object: unknown): EventRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const raw = recordOf(object);
  const involved = asRecord(raw.involvedObject) ?? recordOf(raw.regarding);
  return {
    kind: 'event',
    meta,
    type: textOf(raw.type),
    reason: textOf(raw.reason),
    message: asString(raw.message) ?? textOf(raw.note),
    involved: {
      kind: textOf(involved.kind),
      namespace: textOf(involved.namespace),
      name: textOf(involved.name),
      uid: textOf(involved.uid),
    },
    at: newestTime(raw) ?? meta.createdAt,
  };
};
