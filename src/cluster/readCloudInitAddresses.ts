/**
 * The addresses that a VM's cloud-init network data gives to the guest. The data is YAML, or
 * JSON, in a text; only `addresses` and `address` (with a `netmask` beside it) matter, so it is
 * scanned line by line instead of being parsed, which takes both formats (version 1 and 2) and
 * cannot fail. Source: cloud-init, network config formats v1 and v2.
 */
import { asArray, asString, recordOf } from './json';

const ADDRESS_KEYS: ReadonlySet<string> = new Set(['address', 'addresses']);

/** Ends of a flow list and quotes around a value say nothing about the address. */
const SEPARATORS = /[\s,[\]{}"']+/;
const JSON_BREAKS = /[\n,[\]{}]/;

const decode = (base64: string | undefined): string => {
  if (base64 === undefined) return '';
  try {
    return atob(base64);
  } catch {
    return '';
  }
};

const bitsOf = (netmask: string): number | undefined => {
  const bytes = netmask.split('.').map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !(byte >= 0 && byte <= 255))) return undefined;
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const ones = bits.indexOf('0');
  return ones === -1 ? 32 : ones;
};

interface Scan {
  readonly found: string[];
  /** Inside the value of `address` or `addresses`. */
  listing: boolean;
  /** Address without a prefix, waiting for its netmask. */
  bare?: string;
}

const takeTokens = (scan: Scan, text: string): void => {
  for (const token of text.split(SEPARATORS)) {
    if (token.includes('/')) scan.found.push(token);
    else if (token.includes('.') || token.includes(':')) scan.bare = token;
  }
};

const takeNetmask = (scan: Scan, text: string): void => {
  const mask = text.split(SEPARATORS).find((token) => token !== '');
  const bits = mask === undefined ? undefined : bitsOf(mask);
  if (scan.bare !== undefined && bits !== undefined) scan.found.push(`${scan.bare}/${bits}`);
  scan.bare = undefined;
};

/** `key: value`, with or without a list dash and quotes; undefined for a plain list item. */
const splitKey = (line: string): readonly [key: string, rest: string] | undefined => {
  const text = line.startsWith('- ') ? line.slice(2).trim() : line;
  const colon = text.indexOf(':');
  // A key is followed by a space or the end: an IPv6 address is not.
  if (colon <= 0 || (colon + 1 < text.length && text[colon + 1] !== ' ')) return undefined;
  return [text.slice(0, colon).trim(), text.slice(colon + 1)];
};

const scanLine = (scan: Scan, line: string): void => {
  if (line === '' || line.startsWith('#')) return;
  const pair = splitKey(line);
  if (pair === undefined) {
    if (scan.listing) takeTokens(scan, line.startsWith('- ') ? line.slice(2) : line);
    return;
  }
  const [key, rest] = pair;
  if (key === 'netmask') takeNetmask(scan, rest);
  scan.listing = ADDRESS_KEYS.has(key);
  if (scan.listing) takeTokens(scan, rest);
};

/** JSON has no lines to go by: every bracket, comma and brace ends one here. */
const linesOf = (data: string): readonly string[] =>
  data.startsWith('{')
    ? data.replaceAll('":', ': ').replaceAll('"', '').split(JSON_BREAKS)
    : data.split('\n');

const scanNetworkData = (data: string): readonly string[] => {
  if (!data.includes('address')) return [];
  const scan: Scan = { found: [], listing: false };
  for (const line of linesOf(data.trim())) scanLine(scan, line.trim());
  return scan.found;
};

/** Takes a VMI spec; gives `ip/prefix` texts, none when the data is in a Secret or absent. */
export const readCloudInitAddresses = (vmiSpec: unknown): readonly string[] => {
  const addresses: string[] = [];
  for (const volume of asArray(recordOf(vmiSpec).volumes)) {
    const raw = recordOf(volume);
    const source = recordOf(raw.cloudInitNoCloud ?? raw.cloudInitConfigDrive);
    const data = asString(source.networkData) ?? decode(asString(source.networkDataBase64));
    if (data !== '') addresses.push(...scanNetworkData(data));
  }
  return addresses;
};
