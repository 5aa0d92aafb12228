/**
 * What a person types into the find box, read as a test on what an entity can be found by. Words are
 * and-ed. A CIDR finds the addresses inside it, `vlan 100` that VLAN alone and not VLAN 1001, a MAC
 * address is found in each of its usual spellings.
 */
import { cidrContains, parseCidr } from '../../cluster/cidr';
import type { Entity } from '../../network/model';
import { attributeList } from '../model/attributeList';

/** One word of a query. */
export interface Word {
  readonly test: (entity: Entity, haystack: string) => boolean;
}

/** Attributes that hold addresses or ranges. */
const ADDRESSES = ['ips', 'addresses', 'subnets', 'internalIps', 'managementAddresses'] as const;

const cidrWord = (word: string): Word | undefined => {
  const range = word.includes('/') ? parseCidr(word) : undefined;
  if (range === undefined) return undefined;
  return {
    test: ({ attributes }, haystack) =>
      haystack.includes(word) ||
      ADDRESSES.some((name) =>
        attributeList(attributes[name]).some((text) => {
          const address = parseCidr(text);
          return (
            address !== undefined &&
            cidrContains(range, { ...address, prefix: addressBits(address) })
          );
        }),
      ),
  };
};

/** An address is inside a range, whatever its own network is. */
const addressBits = ({ family, prefix }: { family: 4 | 6; prefix: number }): number =>
  Math.max(prefix, family === 4 ? 32 : 128);

const vlanWord = (vlan: string): Word => ({
  test: ({ attributes, name }) =>
    String(attributes.vlan ?? '') === vlan ||
    attributeList(attributes.vlans).includes(vlan) ||
    new RegExp(`vlan[-_.]?${vlan}(?!\\d)`, 'i').test(name),
});

/** `52-54-00-ab` and `5254.00ab.cdef` as `52:54:00:ab:cd:ef`; undefined for no (part of a) MAC. */
const macOf = (word: string): string | undefined => {
  const isDashed = /^[0-9a-f]{2}(-[0-9a-f]{2}){2,5}$/.test(word);
  const isDotted = /^[0-9a-f]{4}\.[0-9a-f]{4}(\.[0-9a-f]{4})?$/.test(word);
  if (!isDashed && !isDotted) return undefined;
  return word.replace(/[-.]/g, '').replace(/(..)(?=.)/g, '$1:');
};

const plainWord = (word: string): Word => {
  const mac = macOf(word);
  return {
    test: (_entity, haystack) =>
      haystack.includes(word) || (mac !== undefined && haystack.includes(mac)),
  };
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
