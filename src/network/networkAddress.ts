/**
 * The network an address is in, written the usual way: `192.168.4.32/24` is in
 * `192.168.4.0/24`. IPv6 is shortened as RFC 5952 says, so that one network has one name.
 */
import type { Cidr } from '../cluster/cidr';

const BITS = 32;

/** Clears the bits of a word beyond the first `keep`. */
const mask = (word: number, keep: number): number => {
  if (keep <= 0) return 0;
  const unit = 2 ** Math.max(0, BITS - keep);
  return Math.floor(word / unit) * unit;
};

const quad = (word: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(word / 2 ** shift) % 256).join('.');

/** Replaces the longest run of two or more zero groups by `::`. */
const shorten = (groups: readonly string[]): string => {
  let best = { at: -1, length: 1 };
  for (let at = 0; at < groups.length; at += 1) {
    let length = 0;
    while (groups[at + length] === '0') length += 1;
    if (length > best.length) best = { at, length };
  }
  if (best.at === -1) return groups.join(':');
  const head = groups.slice(0, best.at).join(':');
  return `${head}::${groups.slice(best.at + best.length).join(':')}`;
};

const written = (cidr: Cidr, words: readonly number[]): string => {
  if (cidr.family === 4) return `${quad(words[0] ?? 0)}/${cidr.prefix}`;
  const groups = words.flatMap((word) => [
    Math.floor(word / 65536).toString(16),
    (word % 65536).toString(16),
  ]);
  return `${shorten(groups)}/${cidr.prefix}`;
};

const networkWords = (cidr: Cidr): readonly number[] =>
  cidr.words.map((word, index) => mask(word, cidr.prefix - index * BITS));

/** `network/prefix` of an address with its prefix length. */
export const networkAddress = (cidr: Cidr): string => written(cidr, networkWords(cidr));

/** The address this many places after the start of the range, with the range's prefix length. */
export const hostAddress = (cidr: Cidr, offset: number): string => {
  const words = [...networkWords(cidr)];
  const last = words.length - 1;
  words[last] = (words[last] ?? 0) + offset;
  return written(cidr, words);
};
