/**
 * IPv4 and IPv6 ranges: which contains which. Addresses are held as 32-bit words, one for IPv4
 * and four for IPv6, so that comparing them over all VMs costs no big integers.
 */
export interface Cidr {
  readonly family: 4 | 6;
  /** Unsigned 32-bit words of the address as written (host bits are kept). */
  readonly words: readonly number[];
  /** Length in bits. */
  readonly prefix: number;
}

const WORD_BITS = 32;

const parseOctet = (text: string): number => {
  if (text.length === 0 || text.length > 3) return -1;
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value > 255 ? -1 : value;
};

const DOT = 46;

/** In one pass, because it is asked for the addresses of all VMs. */
const parseV4 = (text: string): readonly number[] | undefined => {
  let word = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === DOT) {
      dots += 1;
      if (digits === 0 || dots > 3) return undefined;
      word = word * 256 + octet;
      octet = 0;
      digits = 0;
      continue;
    }
    const digit = code - 48;
    digits += 1;
    octet = octet * 10 + digit;
    if (digit < 0 || digit > 9 || digits > 3 || octet > 255) return undefined;
  }
  return dots === 3 && digits > 0 ? [word * 256 + octet] : undefined;
};

const isGroup = (text: string): boolean => /^[0-9a-f]{1,4}$/i.test(text);

/** Groups of one side of `::`; an IPv4 tail counts as two. */
const parseGroups = (text: string): readonly number[] | undefined => {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const tail = index === parts.length - 1 ? parseV4(part)?.[0] : undefined;
    if (tail !== undefined) groups.push(Math.floor(tail / 65536), tail % 65536);
    else if (isGroup(part)) groups.push(parseInt(part, 16));
    else return undefined;
  }
  return groups;
};

const GROUPS = 8;

const parseV6 = (text: string): readonly number[] | undefined => {
  const sides = text.split('::');
  if (sides.length > 2) return undefined;
  const head = parseGroups(sides[0] ?? '');
  const tail = sides.length === 2 ? parseGroups(sides[1] ?? '') : [];
  if (head === undefined || tail === undefined) return undefined;
  const gap = GROUPS - head.length - tail.length;
  if (sides.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array<number>(gap).fill(0), ...tail];
  return [0, 2, 4, 6].map((at) => (groups[at] ?? 0) * 65536 + (groups[at + 1] ?? 0));
};

/** One address as a range of itself; a zone (`%eth0`) is dropped. Undefined when it is none. */
export const parseIp = (text: string): Cidr | undefined => {
  const zone = text.indexOf('%');
  const address = zone === -1 ? text : text.slice(0, zone);
  if (address.includes(':')) {
    const words = parseV6(address);
    return words === undefined ? undefined : { family: 6, words, prefix: 128 };
  }
  const words = parseV4(address);
  return words === undefined ? undefined : { family: 4, words, prefix: 32 };
};

/**
 * `address/bits`, or an address alone, which is a range of one. OVN's layer3 form
 * `10.128.0.0/16/24` reads as its first two parts.
 */
export const parseCidr = (text: string): Cidr | undefined => {
  const written = text.trim();
  const slash = written.indexOf('/');
  if (slash === -1) return parseIp(written);
  const ip = parseIp(written.slice(0, slash));
  const second = written.indexOf('/', slash + 1);
  const bits = written.slice(slash + 1, second === -1 ? undefined : second);
  const prefix = parseOctet(bits);
  return ip === undefined || prefix < 0 || prefix > ip.prefix ? undefined : { ...ip, prefix };
};

const sameLeadingBits = (a: Cidr, b: Cidr, bits: number): boolean => {
  if (a.family !== b.family) return false;
  for (let index = 0, left = bits; left > 0; index += 1, left -= WORD_BITS) {
    const differing = (a.words[index] ?? 0) ^ (b.words[index] ?? 0);
    if (differing >>> Math.max(0, WORD_BITS - left) !== 0) return false;
  }
  return true;
};

/** Is all of `inner` inside `outer`? Never across families. */
export const cidrContains = (outer: Cidr, inner: Cidr): boolean =>
  outer.prefix <= inner.prefix && sameLeadingBits(outer, inner, outer.prefix);

/** Do the two ranges share an address? Of two ranges that do, one contains the other. */
export const cidrsOverlap = (a: Cidr, b: Cidr): boolean =>
  sameLeadingBits(a, b, Math.min(a.prefix, b.prefix));
