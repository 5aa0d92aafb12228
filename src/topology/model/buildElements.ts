/** Elements from the fold: one for each id that entities were folded to. */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { Entity, EntityKind, Origin } from '../../network/model';
import { pushTo } from '../../network/multiMap';
import { walkInSteps } from '../../network/steps';
import type { Steps } from '../../network/steps';
import { namespaceFrameId } from './buildFrames';
import { describeElement } from './describeElement';
import { switchOf } from './foldEntities';
import type { Fold, FoldContext } from './foldEntities';
import type { VmGroup } from './foldVms';
import { worstOf } from './health';
import type { Column, Element } from './picture';

const COLUMN: Readonly<Partial<Record<EntityKind, Column>>> = {
  switchPort: 'port',
  nic: 'nic',
  bond: 'bond',
  vlanIf: 'vlanIf',
  bridge: 'bridge',
  mapping: 'mapping',
  localnet: 'mapping',
  network: 'network',
  cudn: 'network',
  udn: 'network',
  clusterNetwork: 'network',
  serviceNetwork: 'network',
  machineNetwork: 'network',
  nad: 'nad',
  vnic: 'vm',
};

/** br-int stands beside the mappings: both are what hangs on a bridge. */
const columnOf = (entity: Entity): Column | undefined =>
  entity.kind === 'bridge' && entity.name === 'br-int' ? 'mapping' : COLUMN[entity.kind];

/** Definitions first: they give a network its name. */
const KINDS: readonly EntityKind[] = [
  'switchPort',
  'nic',
  'bond',
  'vlanIf',
  'bridge',
  'mapping',
  'localnet',
  'machineNetwork',
  'clusterNetwork',
  'serviceNetwork',
  'cudn',
  'udn',
  'network',
  'nad',
];

/** "ge-0/0/9" before "ge-0/0/10". */
const NATURAL = new Intl.Collator('en', { numeric: true });

const COUNTED: Readonly<Partial<Record<EntityKind, (count: number) => Text>>> = {
  switchPort: (count) => text('{{count}} ports', { count }),
  mapping: (count) => text('{{count}} mappings', { count }),
  network: (count) => text('{{count}} networks', { count }),
  cudn: (count) => text('{{count}} networks', { count }),
  udn: (count) => text('{{count}} networks', { count }),
  nad: (count) => text('{{count}} NADs', { count }),
};

const originOf = (members: readonly Entity[]): Origin => {
  const origins = new Set(members.map(({ origin }) => origin));
  return origins.size === 1 ? (members[0]?.origin ?? 'both') : 'both';
};

const switchesOf = ({ graph }: FoldContext, ports: readonly Entity[]): ReadonlySet<string> =>
  new Set(ports.flatMap(({ id }) => switchOf(graph, id) ?? []));

const frameOf = (
  context: FoldContext,
  members: readonly Entity[],
  column: Column,
): string | undefined => {
  const [first] = members;
  if (first === undefined) {
    return undefined;
  }
  if (column === 'port') {
    const switches = switchesOf(context, members);
    return switches.size === 1 ? [...switches][0] : undefined;
  }
  if (column === 'nad') {
    const namespaces = new Set(members.map(({ namespace }) => namespace));
    const namespace = first.namespace ?? '';
    return namespaces.size === 1 ? namespaceFrameId('nad', namespace) : undefined;
  }
  return first.node === undefined ? undefined : context.profileOfNode.get(first.node)?.id;
};

/** Different names in one fold mean that it is a crowd; equal ones, the same thing on equal nodes. */
const isCrowd = (members: readonly Entity[]): boolean =>
  new Set(members.map(({ name }) => name)).size > 1;

/** Length of what two names share, up to a separator: "ge-0/0/" of ports. */
const sharedLength = (one: string, other: string): number => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) {
    length += 1;
  }
  const shared = one.slice(0, length);
  return Math.max(shared.lastIndexOf('/'), shared.lastIndexOf('-')) + 1;
};

/** Which ones a crowd is of: its first and last name, the last without what they share. */
const firstToLast = (members: readonly Entity[]): Text => {
  const definitions = members.filter(({ kind }) => definitionKinds.has(kind));
  const named = definitions.length > 0 ? definitions : members;
  let first = named[0]?.name ?? '';
  let last = first;
  for (const { name } of named) {
    if (NATURAL.compare(name, first) < 0) first = name;
    else if (NATURAL.compare(name, last) > 0) last = name;
  }
  return text('{{first}}…{{last}}', { first, last: last.slice(sharedLength(first, last)) });
};

/** Equal things on equal nodes share their facts; of VM NICs every one has its own address. */
const detailOf = (
  context: FoldContext,
  members: readonly Entity[],
  sample: Entity,
  isCrowded: boolean,
): Text | undefined => {
  const switches = sample.kind === 'switchPort' ? switchesOf(context, members).size : 1;
  if (switches > 1) {
    return text('{{switches}} switches', { switches });
  }
  if (isCrowded) {
    return firstToLast(members);
  }
  return sample.kind === 'vnic' && members.length > 1 ? undefined : describeElement(sample);
};

const definitionKinds: ReadonlySet<EntityKind> = new Set<EntityKind>(['cudn', 'udn']);

const makeElement = (
  context: FoldContext,
  id: string,
  members: readonly Entity[],
): Element | undefined => {
  const [sample] = members;
  const column = sample && columnOf(sample);
  if (sample === undefined || column === undefined) {
    return undefined;
  }
  const isOneNetwork = definitionKinds.has(sample.kind) && id === sample.id;
  const title =
    members.length > 1 && !isOneNetwork && isCrowd(members)
      ? COUNTED[sample.kind]?.(countOf(members))
      : undefined;
  const detail = detailOf(context, members, sample, title !== undefined);
  const frame = frameOf(context, members, column);
  return {
    id,
    kind: sample.kind,
    column,
    members: members.map((member) => member.id).sort(),
    name: sample.name,
    ...(title ? { title } : {}),
    ...worstOf(members, context.findings),
    origin: originOf(members),
    ...(detail ? { detail } : {}),
    ...(frame === undefined ? {} : { frame }),
    sample,
  };
};

/** A defined network counts once, not as network and as definition. */
const countOf = (members: readonly Entity[]): number => {
  const [first] = members;
  const isNetwork = first?.kind === 'network' || (first && definitionKinds.has(first.kind));
  return isNetwork ? members.filter(({ kind }) => kind === 'network').length : members.length;
};

/** Elements of everything but VM NICs, in the order of the columns, piece by piece. */
export function* elementSteps(context: FoldContext, fold: Fold): Steps<readonly Element[]> {
  const members = new Map<string, Entity[]>();
  for (const kind of KINDS) {
    yield* walkInSteps(context.byKind.get(kind) ?? [], (entity) => {
      const id = fold.get(entity.id);
      if (id !== undefined) pushTo(members, id, entity);
    });
  }
  const elements: Element[] = [];
  for (const [id, list] of members) {
    const element = makeElement(context, id, list);
    if (element !== undefined) elements.push(element);
    yield;
  }
  return elements;
}

/** Id of the row of a VM or of a fold of VMs. */
export const rowId = (group: VmGroup, row: number): string => {
  const nics = group.rows[row] ?? [];
  const [first] = nics;
  return group.vms.length === 1 && first !== undefined ? first.id : `${group.id}#${row}`;
};

/** Elements of the NICs of a VM or of a fold of VMs. */
export const buildRows = (context: FoldContext, group: VmGroup): readonly Element[] =>
  group.rows.flatMap((nics, row) => {
    const element = makeElement(context, rowId(group, row), nics);
    return element === undefined ? [] : [{ ...nameRow(element), frame: group.id }];
  });

/** The NICs of a fold often share a name; where they do not, their number is the name. */
const nameRow = (element: Element): Element => {
  const names = new Set(element.members.map((id) => id.slice(id.lastIndexOf('/') + 1)));
  return names.size > 1
    ? { ...element, title: text('{{count}} NICs', { count: element.members.length }) }
    : element;
};
