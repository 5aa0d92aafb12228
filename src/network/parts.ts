/**
 * Which part of the graph owns which entity, and how each part is worked out. A part is one cell
 * under a kind and a key; the key is what its leading entity is known by. To add a kind of part,
 * add a line to each table here.
 */
import { definitionFragment } from './definitionFragment';
import { EMPTY_FRAGMENT } from './fragment';
import type { Fragment } from './fragment';
import type { GraphFacts } from './graphFacts';
import type { EntityKind } from './model';
import { nadFragment } from './nadFragment';
import { localnetFragment, networkFragment } from './networkFragment';
import { nodeFragment } from './node/nodeFragment';
import {
  clusterFragment,
  multiNetworkPolicyFragment,
  plainFragment,
  policyFragment,
  switchFragment,
  switchPortFragment,
} from './otherFragments';
import { segmentsOf } from './segments';
import { vmFragment } from './vmFragment';

/** In the order in which entities and edges are listed: from the wire to the VM. */
export const PART_KINDS = [
  'cluster',
  'plain',
  'switch',
  'switchPort',
  'node',
  'policy',
  'localnet',
  'network',
  'definition',
  'nad',
  'multiNetworkPolicy',
  'vm',
] as const;

export type PartKind = (typeof PART_KINDS)[number];

/** Key of the parts of which there is one. */
export const ONLY = '';

const MAKERS: Readonly<Record<PartKind, (facts: GraphFacts, key: string) => Fragment>> = {
  cluster: clusterFragment,
  plain: plainFragment,
  switch: switchFragment,
  switchPort: switchPortFragment,
  node: (facts, key) => {
    const view = facts.nodes.get(key);
    return view === undefined ? EMPTY_FRAGMENT : nodeFragment(facts, view);
  },
  policy: policyFragment,
  localnet: localnetFragment,
  network: (facts, key) => {
    const network = facts.networks.get(key);
    if (network === undefined) return EMPTY_FRAGMENT;
    return networkFragment(facts, network, segmentsOf(facts).later.get(key));
  },
  definition: definitionFragment,
  nad: nadFragment,
  multiNetworkPolicy: multiNetworkPolicyFragment,
  vm: (facts, key) => {
    const vm = facts.vms.get(key);
    return vm === undefined ? EMPTY_FRAGMENT : vmFragment(facts, vm);
  },
};

/** Works a part out. */
export const makePart = (facts: GraphFacts, kind: PartKind, key: string): Fragment =>
  MAKERS[kind](facts, key);

const union = (...keys: readonly Iterable<string>[]): readonly string[] => {
  const all = new Set<string>();
  for (const some of keys) for (const key of some) all.add(key);
  return [...all].sort();
};

const prefixed = function* (prefix: string, keys: Iterable<string>): Iterable<string> {
  for (const key of keys) yield prefix + key;
};

const ONE: readonly string[] = [ONLY];

/** Keys of the parts of a kind, sorted: everything that any record names has a part. */
export const PART_KEYS: Readonly<Record<PartKind, (facts: GraphFacts) => readonly string[]>> = {
  cluster: () => ONE,
  plain: () => ONE,
  switch: (facts) => union(facts.portsOfSwitch.keys()),
  switchPort: (facts) => union(facts.portClaims.keys()),
  node: (facts) => [...facts.nodes.keys()],
  policy: ({ snapshot, enactments }) => union(snapshot.policies.items.keys(), enactments.keys()),
  localnet: (facts) =>
    union(facts.mappings.keys(), facts.wantedMappings.keys(), facts.byPhysicalName.keys()),
  network: (facts) => [...facts.networks.keys()],
  definition: ({ snapshot, nadsByDefinition }) =>
    union(
      prefixed('cudn/', snapshot.cudns.items.keys()),
      prefixed('udn/', snapshot.udns.items.keys()),
      nadsByDefinition.keys(),
    ),
  nad: (facts) =>
    union(
      facts.snapshot.nads.items.keys(),
      facts.vmsByNad.keys(),
      facts.expectedNads.keys(),
      facts.nadsOfPolicies,
    ),
  multiNetworkPolicy: () => ONE,
  vm: (facts) => [...facts.vms.keys()],
};

export interface PartName {
  readonly kind: PartKind;
  readonly key: string;
}

/** What follows the first slash. */
const rest = (id: string): string => id.slice(id.indexOf('/') + 1);
const first = (id: string): string => rest(id).split('/', 1)[0] ?? '';

/** VM key of `vnic/ns/vm/interface`. */
export const vmOfVnic = (id: string): string => {
  const key = rest(id);
  return key.slice(0, Math.max(0, key.lastIndexOf('/')));
};

const OWNERS: Readonly<Record<EntityKind, (id: string) => PartName>> = {
  cluster: () => ({ kind: 'cluster', key: ONLY }),
  clusterNetwork: () => ({ kind: 'cluster', key: ONLY }),
  serviceNetwork: () => ({ kind: 'cluster', key: ONLY }),
  machineNetwork: () => ({ kind: 'cluster', key: ONLY }),
  namespace: () => ({ kind: 'plain', key: ONLY }),
  pod: () => ({ kind: 'plain', key: ONLY }),
  daemonSet: () => ({ kind: 'plain', key: ONLY }),
  multiNetworkPolicy: () => ({ kind: 'multiNetworkPolicy', key: ONLY }),
  switch: (id) => ({ kind: 'switch', key: id }),
  switchPort: (id) => ({ kind: 'switchPort', key: id }),
  node: (id) => ({ kind: 'node', key: rest(id) }),
  nic: (id) => ({ kind: 'node', key: first(id) }),
  vlanIf: (id) => ({ kind: 'node', key: first(id) }),
  bond: (id) => ({ kind: 'node', key: first(id) }),
  bridge: (id) => ({ kind: 'node', key: first(id) }),
  internalIf: (id) => ({ kind: 'node', key: first(id) }),
  patch: (id) => ({ kind: 'node', key: first(id) }),
  mapping: (id) => ({ kind: 'node', key: first(id) }),
  enactment: (id) => ({ kind: 'node', key: first(id) }),
  policy: (id) => ({ kind: 'policy', key: rest(id) }),
  localnet: (id) => ({ kind: 'localnet', key: rest(id) }),
  network: (id) => ({ kind: 'network', key: rest(id) }),
  cudn: (id) => ({ kind: 'definition', key: id }),
  udn: (id) => ({ kind: 'definition', key: id }),
  nad: (id) => ({ kind: 'nad', key: rest(id) }),
  vm: (id) => ({ kind: 'vm', key: rest(id) }),
  vmi: (id) => ({ kind: 'vm', key: rest(id) }),
  vnic: (id) => ({ kind: 'vm', key: vmOfVnic(id) }),
};

/** The kind an id begins with, or undefined when it begins with none. */
export const kindOfId = (id: string): EntityKind | undefined => {
  const slash = id.indexOf('/');
  const kind = slash === -1 ? id : id.slice(0, slash);
  return kind in OWNERS ? (kind as EntityKind) : undefined;
};

/** The part that owns an entity of this id, if there is one. */
export const ownerOf = (id: string): PartName | undefined => {
  const kind = kindOfId(id);
  return kind === undefined ? undefined : OWNERS[kind](id);
};
