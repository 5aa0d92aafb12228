/** A point in time in the reader's language and zone; the full ISO time as its title. */
import type { TimestampProps } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/console-types';

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export default function Timestamp({ timestamp, className }: TimestampProps) {
  const time = timestamp === undefined ? NaN : Date.parse(timestamp);
  if (Number.isNaN(time)) return <>-</>;
  return (
    <time
      {...(className ? { className } : {})}
      dateTime={timestamp}
      title={new Date(time).toISOString()}
      data-test="timestamp"
    >
      {format.format(time)}
    </time>
  );
}
