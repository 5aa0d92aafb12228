/**
 * Deterministic stand-ins for what a real cluster draws at random: MAC addresses and short hex
 * suffixes. The same text always gives the same value, so a scenario is the same on every run.
 */

/** FNV-1a over the UTF-16 units of `text`, mixed once more; 0 to 2^32-1. */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** `length` hex digits made from `text`. */
export function stableHex(text: string, length: number): string {
  let digits = '';
  for (let round = 0; digits.length < length; round += 1) {
    digits += stableHash(`${round}:${text}`).toString(16).padStart(8, '0');
  }
  return digits.slice(0, length);
}

/** A MAC address: `prefix` (colon-separated octets) and the rest from `text`, in upper case. */
export function stableMac(prefix: string, text: string): string {
  const octets = prefix.split(':');
  const rest = stableHex(text, 12).match(/../g) ?? [];
  return [...octets, ...rest].slice(0, 6).join(':').toUpperCase();
}
