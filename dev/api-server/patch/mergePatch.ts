/**
 * RFC 7386 merge patches: objects merge, null removes, everything else replaces.
 */
import { isRecord } from '../json';

/** The target after the patch; neither is changed, parts may be shared. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) {
    return patch;
  }
  const result: Record<string, unknown> = isRecord(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[key];
    } else {
      result[key] = mergePatch(result[key], value);
    }
  }
  return result;
}
