/**
 * Order of resource versions. They are decimal counters (declared comparable by KEP-5504; etcd
 * revisions before), too large for a JavaScript number in theory, so they are compared as digits.
 */
const DIGITS = /^\d+$/;

/**
 * True when `candidate` is older than or the same as `held`. False for versions that are not
 * decimal: an unknown order must not hide an event.
 */
export const isNotNewer = (candidate: string, held: string): boolean => {
  if (candidate === held) {
    return true;
  }
  if (!DIGITS.test(candidate) || !DIGITS.test(held)) {
    return false;
  }
  if (candidate.length !== held.length) {
    return candidate.length < held.length;
  }
  return candidate < held;
};
