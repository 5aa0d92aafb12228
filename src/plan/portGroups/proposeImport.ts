/**
 * A network for each port group, with what stands against it: a VLAN that is served already, a name
 * that no object may have or that another object has, two rows that want the same. What blocks is left
 * out; what is doubtful waits for a word of the user; what was changed for them is said.
 */
import { ovnName } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import { compareGuards } from '../compareGuards';
import type { GuardLevel } from '../model';
import { freeName, isNadName, isReservedNetworkName, toObjectName } from '../names';
import type { ImportTarget } from './importIntent';
import type { PortGroup, VlanReading } from './portGroup';
import { vlansServed } from './vlansServed';
import type { Service } from './vlansServed';

export interface Conflict {
  readonly field: 'name' | 'vlan';
  readonly level: GuardLevel;
  readonly message: Text;
}

export interface Proposal {
  readonly group: PortGroup;
  /** Name of the network: as typed, else one that is valid and free. */
  readonly name: string;
  /** Undefined where the port group has not exactly one. */
  readonly vlan?: number;
  /** Most severe first. */
  readonly conflicts: readonly Conflict[];
  /** Nothing blocks it: it may be chosen. */
  readonly isPossible: boolean;
  /** Nothing speaks against it: it is chosen unless the user says otherwise. */
  readonly isChosenByItself: boolean;
}

/** `typed`: names that the user gave, by line. */
export const proposeImport = (
  graph: NetworkGraph,
  groups: readonly PortGroup[],
  target: Pick<ImportTarget, 'bridge' | 'projects'>,
  typed: ReadonlyMap<number, string>,
): readonly Proposal[] => {
  const situation: Situation = {
    target,
    served: vlansServed(graph),
    taken: takenNames(graph, target.projects),
    vlanLines: new Map(),
    nameLines: new Map(),
    wanted: new Map(),
  };
  // What a person typed is theirs: names that are made up give way to it, wherever it stands.
  const reserved = new Set([...typed.values()].map(ovnName));
  return groups.map((group) => propose(situation, group, typed.get(group.line), reserved));
};

interface Situation {
  readonly target: Pick<ImportTarget, 'bridge' | 'projects'>;
  readonly served: ReadonlyMap<number, readonly Service[]>;
  /** Names inside OVN of what the cluster has. */
  readonly taken: ReadonlySet<string>;
  /** First line that wants a VLAN, and first line that has a name inside OVN. */
  readonly vlanLines: Map<number, number>;
  readonly nameLines: Map<string, number>;
  /** How many rows have wanted a name so far: hosts with switches of their own have them all alike. */
  readonly wanted: Map<string, number>;
}

const propose = (
  situation: Situation,
  group: PortGroup,
  typed: string | undefined,
  reserved: ReadonlySet<string>,
): Proposal => {
  const onVlan = vlanConflicts(situation, group);
  const { name, conflicts: onName } =
    typed === undefined
      ? proposedName(situation, group, reserved)
      : { name: typed, conflicts: typedConflicts(situation, typed) };
  if (!situation.nameLines.has(ovnName(name))) situation.nameLines.set(ovnName(name), group.line);
  const conflicts = [...onVlan, ...onName].sort(compareGuards);
  return {
    group,
    name,
    ...(group.vlan.type === 'access' ? { vlan: group.vlan.vlan } : {}),
    conflicts,
    isPossible: conflicts.every(({ level }) => level !== 'block'),
    isChosenByItself: conflicts.every(({ level }) => level === 'info'),
  };
};

const takenNames = (graph: NetworkGraph, projects: readonly string[]): ReadonlySet<string> => {
  const chosen = new Set(projects);
  const taken = new Set<string>();
  for (const name of graph.networks.keys()) taken.add(ovnName(name));
  for (const { meta } of graph.snapshot.cudns.items.values()) taken.add(ovnName(meta.name));
  for (const { meta } of graph.snapshot.nads.items.values()) {
    if (chosen.has(meta.namespace)) taken.add(ovnName(meta.name));
  }
  return taken;
};

const conflict = (field: Conflict['field'], level: GuardLevel, message: Text): Conflict => ({
  field,
  level,
  message,
});

const isTaken = ({ taken, nameLines }: Situation, name: string): boolean =>
  taken.has(ovnName(name)) || nameLines.has(ovnName(name)) || isReservedNetworkName(name);

const proposedName = (
  situation: Situation,
  { name: written, vlan }: PortGroup,
  reserved: ReadonlySet<string>,
): { readonly name: string; readonly conflicts: readonly Conflict[] } => {
  const wanted = validName(written, vlan);
  const isFree = (name: string): boolean =>
    !isTaken(situation, name) && !reserved.has(ovnName(name));
  const before = situation.wanted.get(wanted) ?? 0;
  situation.wanted.set(wanted, before + 1);
  // Each of the rows before has taken a number, so that the search need not begin anew.
  const from = Math.max(2, before + 1);
  const name = freeName(wanted, { has: (candidate) => !isFree(candidate) }, from);
  if (name === written) return { name, conflicts: [] };
  const values = { written, name };
  const message =
    name === wanted
      ? text('“{{written}}” is not a valid object name: {{name}} is proposed.', values)
      : text('A network named like “{{written}}” is there already: {{name}} is proposed.', values);
  return { name, conflicts: [conflict('name', 'info', message)] };
};

/** Room for a number behind the longest name. */
const LONGEST = 58;

/** Lower case, dashes, no zero or dash in front; of a name that has no letter at all, its VLAN. */
const validName = (written: string, vlan: VlanReading): string => {
  const name = toObjectName(written.normalize('NFKD').replace(/\p{M}/gu, ''))
    .replace(/^[0-]+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  if (name !== '') return name;
  return vlan.type === 'access' ? `vlan-${vlan.vlan}` : 'network';
};

const typedConflicts = (situation: Situation, name: string): readonly Conflict[] => {
  if (!isNadName(name)) {
    const message = text(
      'A network name has up to 63 lower-case letters, digits and dashes, and begins with a letter or 1 to 9.',
    );
    return [conflict('name', 'block', message)];
  }
  const line = situation.nameLines.get(ovnName(name));
  if (line !== undefined) {
    return [conflict('name', 'block', text('Line {{line}} has that name, too.', { line }))];
  }
  if (!isTaken(situation, name)) return [];
  const message = text('A network named {{name}} is there already.', { name });
  return [conflict('name', 'block', message)];
};

const vlanConflicts = (situation: Situation, { line, vlan }: PortGroup): readonly Conflict[] => {
  if (vlan.type !== 'access') return [conflict('vlan', 'block', unusable(vlan))];
  const first = situation.vlanLines.get(vlan.vlan);
  if (first === undefined) situation.vlanLines.set(vlan.vlan, line);
  return [
    ...(first === undefined
      ? []
      : [conflict('vlan', 'warn', text('Line {{line}} has that VLAN, too.', { line: first }))]),
    ...serviceConflicts(situation, vlan.vlan),
  ];
};

const unusable = (vlan: Exclude<VlanReading, { readonly type: 'access' }>): Text => {
  switch (vlan.type) {
    case 'none':
      return text('It has no VLAN. Attach a VM to the untagged network with the wizard.');
    case 'trunk':
      return text(
        '“{{written}}” is a trunk, which only a Linux bridge passes on to a VM. Make it with the wizard.',
        { written: vlan.written },
      );
    case 'private':
      return text('“{{written}}” is a private VLAN, which OVN-Kubernetes does not have.', {
        written: vlan.written,
      });
    case 'invalid':
      return text('“{{written}}” is no VLAN: a VLAN ID is a whole number from 1 to 4094.', {
        written: vlan.written,
      });
  }
};

const serviceConflicts = ({ served, target }: Situation, vlan: number): readonly Conflict[] => {
  const services = served.get(vlan) ?? [];
  const here = services.find(({ bridges }) => bridges.has(target.bridge));
  if (here !== undefined) {
    const message = text('VLAN {{vlan}} is served on {{bridge}} by {{network}} already.', {
      vlan,
      bridge: target.bridge,
      network: here.network,
    });
    return [conflict('vlan', 'warn', message)];
  }
  const [elsewhere] = services;
  if (elsewhere === undefined) return [];
  const message = text('VLAN {{vlan}} is served by {{network}}, too, over another bridge.', {
    vlan,
    network: elsewhere.network,
  });
  return [conflict('vlan', 'info', message)];
};
