/**
 * "Now" for a dump: the newest moment that anything in it was written (rulings 4). Only fields
 * that record the past count: an expiry or a lease lies in the future.
 */
import { parseTime } from './parseTime';

const PAST_FIELDS: ReadonlySet<string> = new Set([
  'creationTimestamp',
  'lastTransitionTime',
  'lastHeartbeatTime',
  'lastProbeTime',
  'lastUpdateTime',
  'lastSuccessfulUpdateTime',
  'lastUnavailableNodeCountUpdate',
  'phaseTransitionTimestamp',
  'firstTimestamp',
  'lastTimestamp',
  'eventTime',
  'lastObservedTime',
  'startTime',
  'startTimestamp',
  'endTimestamp',
  'startedAt',
  'finishedAt',
  'time',
]);

/** Texts ending in Z sort as they stand; others are compared as times, below. */
const isLater = (time: string, newest: string): boolean => {
  if (newest === '') return true;
  if (time.endsWith('Z') && newest.endsWith('Z') && time.length === newest.length) {
    return time > newest;
  }
  return (parseTime(time) ?? -Infinity) > (parseTime(newest) ?? -Infinity);
};

/**
 * Takes one object as the API serves it and the newest time known so far, an RFC 3339 text or
 * ''; gives the newer of that and any in the object. Linear in the size of the object.
 */
export const newestTimestamp = (object: unknown, known: string): string => {
  let newest = known;
  const pending: unknown[] = [object];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    const record = next as Readonly<Record<string, unknown>>;
    for (const key in record) {
      const value = record[key];
      if (typeof value === 'object') pending.push(value);
      else if (typeof value === 'string' && PAST_FIELDS.has(key)) {
        if (parseTime(value) !== undefined && isLater(value, newest)) newest = value;
      }
    }
  }
  return newest;
};
