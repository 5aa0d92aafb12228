/**
 * What can be found in a graph, and by what: its words in small letters and its addresses as numbers, read once
 * per entity. An entity that an update of the graph leaves alone keeps both, so of a later graph only what
 * has changed is read.
 */
import { parseCidr } from '../../cluster/cidr';
import type { Cidr } from '../../cluster/cidr';
import type { Entity, EntityKind } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { finish, walkInSteps } from '../../network/steps';
import type { Steps } from '../../network/steps';
import { attributeList } from '../model/attributeList';

export interface Findable {
  readonly entity: Entity;
  /** Id, name and everything its attributes say, in small letters. */
  readonly words: string;
  /** Each as a range of one: an address is inside a range, whatever its own network is. */
  readonly addresses: readonly Cidr[];
}

/** Kinds that can be found, those first that are looked for most. */
export const FINDABLE: readonly EntityKind[] = [
  'vm',
  'vnic',
  'network',
  'cudn',
  'udn',
  'nad',
  'mapping',
  'localnet',
  'bridge',
  'bond',
  'vlanIf',
  'nic',
  'node',
  'switch',
  'switchPort',
  'policy',
  'namespace',
];

const KINDS: ReadonlySet<EntityKind> = new Set(FINDABLE);

/** Attributes that hold addresses or ranges. */
const ADDRESSES = ['ips', 'addresses', 'subnets', 'internalIps', 'managementAddresses'] as const;

const NO_ADDRESSES: readonly Cidr[] = [];

const addressesOf = ({ attributes }: Entity): readonly Cidr[] => {
  let found: Cidr[] | undefined;
  for (const name of ADDRESSES) {
    for (const text of attributeList(attributes[name])) {
      const address = parseCidr(text);
      if (address === undefined) continue;
      (found ??= []).push({ ...address, prefix: address.family === 4 ? 32 : 128 });
    }
  }
  return found ?? NO_ADDRESSES;
};

const byEntity = new WeakMap<Entity, Findable>();

const findableOf = (entity: Entity): Findable => {
  const known = byEntity.get(entity);
  if (known !== undefined) return known;
  const words = entity.id.endsWith(entity.name) ? [entity.id] : [entity.id, entity.name];
  for (const key in entity.attributes) words.push(String(entity.attributes[key]));
  const made = { entity, words: words.join(' ').toLowerCase(), addresses: addressesOf(entity) };
  byEntity.set(entity, made);
  return made;
};

const byGraph = new WeakMap<NetworkGraph, readonly Findable[]>();

/** All that can be found, in the order of the graph, piece by piece. */
export function* prepareFindables(graph: NetworkGraph): Steps<readonly Findable[]> {
  const known = byGraph.get(graph);
  if (known !== undefined) return known;
  const made: Findable[] = [];
  yield* walkInSteps(graph.eachEntity(), (entity) => {
    if (KINDS.has(entity.kind)) made.push(findableOf(entity));
  });
  byGraph.set(graph, made);
  return made;
}

/** The same at once; prepared before it costs next to nothing. */
export const findablesOf = (graph: NetworkGraph): readonly Findable[] =>
  byGraph.get(graph) ?? finish(prepareFindables(graph));
