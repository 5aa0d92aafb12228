/**
 * What a person types into the find box, read as a test on what an entity can be found by. Words are
 * and-ed. A CIDR finds the addresses inside it, `vlan 100` that VLAN alone and not VLAN 1001, a MAC
 * address is found in each of its usual spellings.
 */
import { cidrContains, parseCidr } from '../../cluster/cidr';
import { attributeList } from '../model/attributeList';
import type { Findable } from './findables';

/** Whether one word of a query finds something. */
export type Word = (findable: Findable) => boolean;

const cidrWord = (word: string): Word | undefined => {
  const range = word.includes('/') ? parseCidr(word) : undefined;
  if (range === undefined) return undefined;
  return ({ words, addresses }) =>
    addresses.some((address) => cidrContains(range, address)) || words.includes(word);
};

const vlanWord = (vlan: string): Word => {
  const inName = new RegExp(`vlan[-_.]?${vlan}(?!\\d)`, 'i');
  return ({ entity: { attributes, name }, words }) =>
    // Of tens of thousands of things few have the digits in them at all.
    words.includes(vlan) &&
    (String(attributes.vlan ?? '') === vlan ||
      attributeList(attributes.vlans).includes(vlan) ||
      inName.test(name));
};

/** `52-54-00-ab` and `5254.00ab.cdef` as `52:54:00:ab:cd:ef`; undefined for no (part of a) MAC. */
const macOf = (word: string): string | undefined => {
  const isDashed = /^[0-9a-f]{2}(-[0-9a-f]{2}){2,5}$/.test(word);
  const isDotted = /^[0-9a-f]{4}\.[0-9a-f]{4}(\.[0-9a-f]{4})?$/.test(word);
  if (!isDashed && !isDotted) return undefined;
  return word.replace(/[-.]/g, '').replace(/(..)(?=.)/g, '$1:');
};

const plainWord = (word: string): Word => {
  const mac = macOf(word);
  if (mac === undefined) return ({ words }) => words.includes(word);
  return ({ words }) => words.includes(word) || words.includes(mac);
};

/** The words of a query, in small letters; none for an empty one. */
export const wordsOf = (query: string): readonly string[] =>
  query
    .toLowerCase()
    .replace(/\bvlan[\s:=#]+(\d+)\b/g, 'vlan:$1')
    .split(/\s+/)
    .filter(Boolean);

/** Reads a word of `wordsOf`. */
export const readWord = (word: string): Word => {
  const [, vlan] = /^vlan:(\d{1,4})$/.exec(word) ?? [];
  return vlan === undefined ? (cidrWord(word) ?? plainWord(word)) : vlanWord(vlan);
};
