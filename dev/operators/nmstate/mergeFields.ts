/**
 * nmstate's partial edit of one interface: fields of the wish win, fields it does not name stay,
 * lists are replaced as a whole. Ports, verify-time flags and names are handled elsewhere.
 * Source: nmstate rust/src/lib/ifaces (merge of base and desired).
 */

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Deep merge of `wish` over `base`; neither is changed. */
export function mergeRecords(
  base: Record<string, unknown>,
  wish: Record<string, unknown>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(wish)) {
    const before = merged[key];
    merged[key] =
      isRecord(before) && isRecord(value) ? mergeRecords(before, value) : structuredClone(value);
  }
  return merged;
}

/** `stp` as nmstate 2.2 reads it: any string is true, also "false" (ovs_stp_deserializer). */
function readStp(value: unknown): { enabled: boolean } {
  if (typeof value === 'string') return { enabled: true };
  if (isRecord(value)) return { ...value, enabled: readFlag(value['enabled']) };
  return { enabled: value === true };
}

const readFlag = (value: unknown) => value === true || typeof value === 'string';

/** Bridge options with `stp` brought into the form NodeNetworkState shows. */
export function mergeBridgeOptions(
  current: Record<string, unknown> | undefined,
  wish: Record<string, unknown> | undefined,
): Record<string, unknown> {
  if (!wish) return current ?? {};
  const normal = 'stp' in wish ? { ...wish, stp: readStp(wish['stp']) } : wish;
  const base = isRecord(current?.['stp'])
    ? current
    : { ...current, stp: readStp(current?.['stp']) };
  return mergeRecords(base, normal);
}
