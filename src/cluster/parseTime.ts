/** Times as Kubernetes writes them: RFC 3339, with or without a fraction of a second. */

/** Milliseconds since the epoch; undefined when it is no such text. */
export const parseTime = (value: unknown): number | undefined => {
  // Date.parse takes almost anything ("1" is a year), so the shape is checked first.
  if (typeof value !== 'string' || value.length < 20) return undefined;
  if (value[4] !== '-' || value[10] !== 'T') return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
};
