/**
 * The picture's facts as rows, one per entity, nothing folded: the twin for screen readers, printers
 * and spreadsheets. Pure; a row is made when it is asked for, because a cluster has tens of thousands.
 */
import type { Text } from '../../cluster/text';
import type { Entity, EntityKind } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { attributeList } from '../model/attributeList';
import type { EntitiesByKind } from '../model/entitiesInPicture';
import { isFlow } from '../model/flow';
import type { FindingIndex } from '../model/health';
import { compareHealth, healthOf, reasonOf } from '../model/health';
import type { Health } from '../model/picture';

export interface TableRow {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Node or project; '' for what is cluster-wide. */
  readonly where: string;
  readonly health: Health;
  /** Why, unless it is well: the graph's reason, else the first finding about it. */
  readonly reason?: Text;
  /** Access VLAN, or those a switch port lets through; '' for none. */
  readonly vlan: string;
  /** Bytes; '' where it has none. */
  readonly mtu: string;
}

const TABLE_KINDS: readonly EntityKind[] = [
  'switch',
  'switchPort',
  'nic',
  'bond',
  'vlanIf',
  'bridge',
  'mapping',
  'localnet',
  'clusterNetwork',
  'serviceNetwork',
  'machineNetwork',
  'network',
  'cudn',
  'udn',
  'nad',
  'vm',
  'vnic',
];

const KIND_RANK = new Map(TABLE_KINDS.map((kind, index) => [kind, index]));

/** Where it is: the node, the project, of a VM NIC also the VM, of a switch port the switch. */
const whereOf = (graph: NetworkGraph, { id, kind, name, node, namespace }: Entity): string => {
  if (kind === 'vm') return namespace ?? '';
  const around = id.slice(kind.length + 1, -name.length - 1);
  if (kind === 'switchPort') return graph.entities.get(`switch/${around}`)?.name ?? around;
  return kind === 'vnic' ? around : (node ?? namespace ?? '');
};

/** The row of an entity. */
export const tableRow = (graph: NetworkGraph, entity: Entity, findings: FindingIndex): TableRow => {
  const health = healthOf(entity, findings);
  const reason = reasonOf(entity, findings);
  return {
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    where: whereOf(graph, entity),
    health,
    ...(reason ? { reason } : {}),
    vlan: attributeList(entity.attributes.vlan ?? entity.attributes.vlans).join(', '),
    mtu: attributeList(entity.attributes.mtu).join(', '),
  };
};

/** All rows of what a picture would show, from the wire to the VM. */
export const tableRows = (
  graph: NetworkGraph,
  byKind: EntitiesByKind,
  findings: FindingIndex,
): readonly TableRow[] =>
  TABLE_KINDS.flatMap((kind) =>
    (byKind.get(kind) ?? []).map((entity) => tableRow(graph, entity, findings)),
  );

export const SORT_KEYS = ['kind', 'name', 'where', 'health', 'vlan', 'mtu'] as const;

export type SortKey = (typeof SORT_KEYS)[number];

const NATURAL = new Intl.Collator('en', { numeric: true });

const compareBy: Readonly<Record<SortKey, (one: TableRow, other: TableRow) => number>> = {
  kind: (one, other) => (KIND_RANK.get(one.kind) ?? 0) - (KIND_RANK.get(other.kind) ?? 0),
  name: (one, other) => NATURAL.compare(one.name, other.name),
  where: (one, other) => NATURAL.compare(one.where, other.where),
  health: (one, other) => compareHealth(one.health, other.health),
  vlan: (one, other) => emptyLast(one.vlan, other.vlan),
  mtu: (one, other) => emptyLast(one.mtu, other.mtu),
};

const emptyLast = (one: string, other: string): number =>
  Number(one === '') - Number(other === '') || NATURAL.compare(one, other);

/** Sorted rows; equal ones keep the order from the wire to the VM. */
export const sortRows = (
  rows: readonly TableRow[],
  key: SortKey,
  direction: 'asc' | 'desc',
): readonly TableRow[] => {
  const sign = direction === 'asc' ? 1 : -1;
  return [...rows].sort((one, other) => sign * compareBy[key](one, other));
};

/** Names of the neighbours along the path on one side, sorted. */
export const neighbours = (
  graph: NetworkGraph,
  id: string,
  side: 'wire' | 'vm',
): readonly string[] => {
  const edges = side === 'wire' ? graph.incoming(id) : graph.outgoing(id);
  const ids = edges.filter(isFlow).map(({ source, target }) => (side === 'wire' ? source : target));
  return [...new Set(ids)].sort(NATURAL.compare);
};
