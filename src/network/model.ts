/**
 * The vocabulary of the graph: what an entity is, what an edge is, and how an id is built.
 * Entities and edges are those of the domain reference, part E; ids are `kind/key` with the
 * parts of the key joined by `/`, taken verbatim (also `ge-0/0/0`, also a CIDR).
 */
import type { Text } from '../cluster/text';

/** Three-valued: missing evidence is `unknown`, never `ok`. */
export type State = 'ok' | 'broken' | 'unknown';

/** `intended`: only in a spec; `actual`: only seen; `both`: wanted and seen. */
export type Origin = 'actual' | 'intended' | 'both';

export const ENTITY_KINDS = [
  'switch',
  'switchPort',
  'node',
  'nic',
  'vlanIf',
  'bond',
  'bridge',
  'internalIf',
  'patch',
  'mapping',
  'policy',
  'enactment',
  'localnet',
  'network',
  'nad',
  'udn',
  'cudn',
  'vm',
  'vmi',
  'vnic',
  'clusterNetwork',
  'serviceNetwork',
  'machineNetwork',
  'namespace',
  'pod',
  'multiNetworkPolicy',
  'daemonSet',
  'cluster',
] as const;

export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Values that a panel, a table and `inspect` show; lists are shown comma-separated. */
export type AttributeValue = string | number | boolean | readonly string[];

export interface Entity {
  readonly id: string;
  readonly kind: EntityKind;
  /** What a person calls it: the last part of the key. */
  readonly name: string;
  readonly state: State;
  /** Present unless `state` is `ok`. */
  readonly reason?: Text;
  readonly origin: Origin;
  /** Node the entity lives on; undefined for what is not on one node. */
  readonly node?: string;
  /** Namespace the entity lives in; undefined for cluster-wide things. */
  readonly namespace?: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** Numbers are those of the domain reference E.2, where the edge is one of them. */
export type EdgeKind =
  | 'switchPort' // switch -> switchPort (1)
  | 'link' // switchPort -> nic (2)
  | 'member' // nic -> bond (3, 5)
  | 'base' // nic or bond -> vlanIf (4)
  | 'port' // nic, bond, vlanIf -> bridge (6)
  | 'internal' // bridge -> internalIf (7)
  | 'patch' // br-ex -> br-int, bridge -> br-int (8)
  | 'mapping' // bridge -> mapping (9)
  | 'localnet' // mapping -> localnet (10)
  | 'physicalNetwork' // localnet -> network (11)
  | 'nad' // network -> nad (12), cudn/udn -> nad (13), bridge -> nad (20)
  | 'definition' // network -> cudn/udn (14)
  | 'attachment' // nad -> vnic (15)
  | 'primary' // clusterNetwork or network -> vnic (16)
  | 'vm' // vnic -> vm (17)
  | 'instance' // vm -> vmi (17)
  | 'host' // node -> vmi (18), node -> nic
  | 'live' // network -> node, proven by the localnet patch port (19)
  | 'policyNode' // policy -> node (21)
  | 'manages' // policy -> bridge, bond, mapping, vlanIf, nic (22)
  | 'enactment' // policy -> enactment
  | 'clusterNetwork' // br-int -> clusterNetwork, serviceNetwork (23)
  | 'machineNetwork' // machineNetwork -> bridge br-ex
  | 'sameSegment' // network -> network (24)
  | 'applies'; // multiNetworkPolicy -> nad

export interface Edge {
  /** `source|target|kind`. */
  readonly id: string;
  /** Nearer the switch. */
  readonly source: string;
  readonly target: string;
  readonly kind: EdgeKind;
  readonly state: State;
  readonly reason?: Text;
  readonly origin: Origin;
  /** VLAN, MTU, bond mode and the like, for edge labels. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** Joins a kind and the verbatim parts of a key to an id. */
export const entityId = (kind: EntityKind, ...key: readonly string[]): string =>
  `${kind}/${key.join('/')}`;
