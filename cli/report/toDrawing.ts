/**
 * From the graph to a drawing: what a person looks at when following a VLAN. Policies, instances
 * and patch ports are left to the other forms of answer.
 */
import type { Entity, EntityKind } from '../../src/network/model';
import type { Drawing, Link, Shape } from './drawing';
import type { Report } from './report';

const DRAWN: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'switch',
  'switchPort',
  'machineNetwork',
  'nic',
  'bond',
  'vlanIf',
  'bridge',
  'mapping',
  'localnet',
  'network',
  'cudn',
  'udn',
  'nad',
  'vnic',
  'clusterNetwork',
  'serviceNetwork',
]);

const text = (entity: Entity, key: string, prefix = ''): string => {
  const value = entity.attributes[key];
  return value === undefined || value === '' ? '' : `${prefix}${String(value)}`;
};

/** Second lines worth their room, by kind. */
const DETAILS: Partial<Record<EntityKind, (entity: Entity) => string>> = {
  nic: (entity) => text(entity, 'mtu', 'MTU '),
  bond: (entity) => text(entity, 'mode'),
  vlanIf: (entity) => text(entity, 'vlan', 'VLAN '),
  bridge: (entity) => text(entity, 'type'),
  mapping: () => 'bridge mapping',
  localnet: () => 'localnet',
  network: (entity) => text(entity, 'vlan', 'VLAN ') || text(entity, 'topology'),
  nad: () => 'NAD',
  cudn: () => 'CUDN',
  udn: () => 'UDN',
  clusterNetwork: () => 'cluster network',
  serviceNetwork: () => 'service network',
  machineNetwork: () => 'machine network',
};

/** `vnic/<ns>/<vm>/<nic>` belongs to `vm/<ns>/<vm>`. */
const vmOf = (entity: Entity): string | undefined =>
  entity.kind === 'vnic'
    ? `vm/${entity.namespace ?? ''}/${String(entity.attributes.vm ?? '')}`
    : undefined;

const shapeOf = (entity: Entity): Shape => ({
  id: entity.id,
  kind: entity.kind,
  lines: [entity.name, DETAILS[entity.kind]?.(entity) ?? ''],
  state: entity.state,
  node: entity.kind === 'vnic' ? undefined : entity.node,
  namespace: entity.namespace,
  vm: vmOf(entity),
});

/** A missing thing has no entity, only the id it would have: the path still shows it. */
const missingShape = (id: string): Shape => ({
  id,
  kind: id.slice(0, id.indexOf('/')) as EntityKind,
  lines: [id.slice(id.indexOf('/') + 1), 'missing'],
  state: 'broken',
});

/** Only what is on the traced path, if one was asked for. */
const pathIds = (report: Report): ReadonlySet<string> | undefined => {
  const { traced } = report;
  return traced === undefined ? undefined : new Set(traced.trace.hops.map((hop) => hop.id));
};

/** Consecutive hops that the graph does not join: the path goes on across what is missing. */
const pathLinks = (report: Report, links: readonly Link[]): readonly Link[] => {
  const hops = (report.traced?.trace.hops ?? []).filter((hop) => hop.parallel !== true);
  const joined = new Set(links.flatMap((link) => [link.source, link.target]));
  return hops.flatMap((hop, index) => {
    const next = hops[index + 1];
    if (next === undefined || joined.has(next.id)) return [];
    return [{ source: next.id, target: hop.id, kind: 'attachment', state: next.state } as const];
  });
};

/** Linear in the entities and edges of the scope. */
export const toDrawing = (report: Report): Drawing => {
  const path = pathIds(report);
  const { entities, edges } = report.scope;
  const kept = entities.filter(
    (entity) => DRAWN.has(entity.kind) && (path?.has(entity.id) ?? true),
  );
  const known = new Set(kept.map((entity) => entity.id));
  const links: Link[] = edges.filter((edge) => known.has(edge.source) && known.has(edge.target));
  const linked = new Set(links.flatMap((link) => [link.source, link.target]));
  const missing = [...(path ?? [])].filter((id) => !known.has(id) && id.includes('/'));
  return {
    // A NIC that nothing is built on says nothing about the path of a VLAN.
    shapes: [
      ...kept.filter((entity) => entity.kind !== 'nic' || linked.has(entity.id)).map(shapeOf),
      ...missing.map(missingShape),
    ],
    links: [...links, ...pathLinks(report, links)],
    nodeTitles: new Map(),
    vmTitles: new Map(),
    notes: [],
  };
};
