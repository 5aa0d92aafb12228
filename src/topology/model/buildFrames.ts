/**
 * Frames: what is around elements. Switches around their ports, nodes (or profiles of equal nodes)
 * around NICs, bridges and mappings, namespaces around NADs and around VMs, VMs around their NICs.
 * A namespace has one frame per column, so that a new VM never moves a NAD.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { Entity } from '../../network/model';
import type { FoldContext } from './foldEntities';
import type { VmGroup } from './foldVms';
import { worstOf } from './health';
import type { NodeProfile } from './nodeProfiles';
import { outlierDifferences } from './outlierDifferences';
import type { Frame } from './picture';

const plainTitle = (name: string): Text => text('{{name}}', { name });

export const namespaceFrameId = (column: 'nad' | 'vm', namespace: string): string =>
  `${column}@namespace/${namespace}`;

/** A host name without its domain; addresses stay whole. The full name is a hover away. */
const hostName = (name: string): string => {
  const [host = name] = name.split('.');
  return /^\d*$/.test(host) ? name : host;
};

export const switchFrame = (context: FoldContext, entity: Entity): Frame => ({
  id: entity.id,
  kind: 'switch',
  members: [entity.id],
  title: plainTitle(hostName(entity.name)),
  ...(hostName(entity.name) === entity.name ? {} : { note: plainTitle(entity.name) }),
  ...worstOf([entity], context.findings),
  isFold: false,
});

const profileTitle = ({ nodes, isControlPlane }: NodeProfile): Text => {
  const count = nodes.length;
  if (count === 1) {
    return plainTitle(nodes[0] ?? '');
  }
  return isControlPlane
    ? text('{{count}} control-plane nodes', { count })
    : text('{{count}} workers', { count });
};

/** What the names of the nodes begin with, when that says something: "hub-cnv-" of many workers. */
const commonStart = (names: readonly string[]): string => {
  const [first = '', ...others] = names;
  let length = first.length;
  for (const name of others) {
    while (!name.startsWith(first.slice(0, length))) {
      length -= 1;
    }
  }
  return first.slice(0, first.slice(0, length).lastIndexOf('-') + 1);
};

const profileNote = (
  { nodes, isControlPlane }: NodeProfile,
  differences: readonly Text[],
): Text | undefined => {
  if (differences.length > 1) {
    return text('+{{count}} more', { count: differences.length - 1 });
  }
  if (nodes.length === 1) {
    return isControlPlane ? text('Control plane') : undefined;
  }
  const start = commonStart(nodes);
  return start === '' ? undefined : plainTitle(`${start}…`);
};

export const nodeFrame = (context: FoldContext, profile: NodeProfile): Frame => {
  const entities = profile.nodes.flatMap(
    (node) => context.graph.entities.get(`node/${node}`) ?? [],
  );
  const [first = ''] = profile.nodes;
  const differences = outlierDifferences(context.graph, first);
  const note = profileNote(profile, differences);
  return {
    id: profile.id,
    kind: 'node',
    members: profile.nodes.map((node) => `node/${node}`),
    // What stands apart says why: the sentence begins with the names of the nodes.
    title: differences[0] ?? profileTitle(profile),
    ...(profile.opened === undefined ? {} : { opened: profile.opened }),
    ...worstOf(entities, context.findings),
    ...(note ? { note } : {}),
    isFold: profile.nodes.length > 1,
  };
};

export const namespaceFrame = (column: 'nad' | 'vm', namespace: string): Frame => ({
  id: namespaceFrameId(column, namespace),
  kind: 'namespace',
  members: [`namespace/${namespace}`],
  title: plainTitle(namespace),
  health: 'ok',
  isFold: false,
});

const vmNote = (group: VmGroup): Text | undefined => {
  const [vm] = group.vms;
  if (group.vms.length > 1 || vm === undefined) {
    return undefined;
  }
  return vm.node === undefined ? text('Not running') : plainTitle(vm.node);
};

export const vmFrame = (group: VmGroup): Frame => {
  const [vm] = group.vms;
  const count = group.vms.length;
  const reason = group.vms.find((entity) => entity.reason !== undefined)?.reason;
  const note = vmNote(group);
  return {
    id: group.id,
    kind: 'vm',
    members: group.vms.map(({ id }) => id),
    title: count === 1 ? plainTitle(vm?.name ?? '') : text('{{count}} VMs', { count }),
    health: group.health,
    ...(group.opened === undefined ? {} : { opened: group.opened }),
    ...(reason ? { reason } : {}),
    ...(note ? { note } : {}),
    ...(group.namespace === '' ? {} : { parent: namespaceFrameId('vm', group.namespace) }),
    isFold: count > 1,
  };
};
