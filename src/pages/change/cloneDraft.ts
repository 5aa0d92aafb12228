/**
 * The state of the form "Clone with changes" as its fields hold it, its defaults from the network, and
 * what it asks for. Pure, so that the rules of the form can be tested without a browser.
 */
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { checkClone } from '../../plan/clone/checkClone';
import type { CloneValues } from '../../plan/clone/clonedBody';
import type { CloneSource } from '../../plan/clone/cloneSource';
import { clonedRefs, planClone } from '../../plan/clone/planClone';
import type { CloneIntent } from '../../plan/clone/planClone';
import type { Guard } from '../../plan/model';
import { freeName, isVlanId } from '../../plan/names';
import { typedList } from '../../ui/typedList';
import { typedNumber } from '../../ui/typedNumber';
import { typedRanges } from '../attach/typedRanges';
import type { PlanDraft } from '../review/usePlanReview';
import { vmObjectsOf } from '../review/vmObjectsOf';
import { vmRef } from '../review/vmRef';

export interface CloneFields {
  /** As typed; undefined takes the proposed one. */
  readonly name?: string;
  /** As typed; '' is untagged. */
  readonly vlan: string;
  /** VLANs that the guest tags, as typed, of a trunk. */
  readonly ranges: string;
  /** As typed; '' leaves it to OVN-Kubernetes. */
  readonly mtu: string;
  /** Localnet or Linux bridge; '' for an overlay. */
  readonly uplink: string;
  /** As typed, separated by commas; '' where OVN-Kubernetes gives no addresses. */
  readonly subnets: string;
  /** Those in which NADs are cloned; a definition has its own. */
  readonly projects: readonly string[];
  /** Keys of the VM NICs that move. */
  readonly moved: ReadonlySet<string>;
  readonly old: CloneIntent['old'];
}

export const initialClone = (source: CloneSource): CloneFields => {
  const { present, users, id, projects } = source;
  const [kind, project = ''] = id.split('/');
  return {
    vlan: asTyped(present.vlan),
    ranges: asRanges(present),
    mtu: asTyped(present.mtu),
    uplink: uplinkOf(present),
    subnets: present.subnets?.join(', ') ?? '',
    projects: kind === 'nad' ? [project] : projects,
    moved: new Set(users.map(({ key }) => key)),
    old: 'keep',
  };
};

/** The name that was typed, else the old one with the new VLAN in it where it names the old one. */
export const cloneName = (
  graph: NetworkGraph,
  { name, present }: CloneSource,
  fields: CloneFields,
): string => {
  if (fields.name !== undefined) return fields.name;
  const { nads, cudns } = graph.snapshot;
  const taken = new Set(graph.networks.keys());
  for (const { meta } of [...nads.items.values(), ...cudns.items.values()]) taken.add(meta.name);
  const vlan = typedNumber(fields.vlan);
  const tag = new RegExp(`(?<!\\d)${present.vlan ?? ''}(?!\\d)`);
  const isNamed = present.vlan !== undefined && vlan !== undefined && isVlanId(vlan);
  return freeName(isNamed ? name.replace(tag, String(vlan)) : name, taken);
};

const asTyped = (value: number | undefined): string => (value === undefined ? '' : String(value));

const asRanges = ({ guestVlans = [] }: CloneValues): string =>
  guestVlans.map(({ min, max }) => (min === max ? String(min) : `${min}-${max}`)).join(', ');

const uplinkOf = ({ localnet, bridge }: CloneValues): string => localnet ?? bridge ?? '';

/** Localnets that some node maps, or Linux bridges that some node has, and the network's own; sorted. */
export const uplinkChoices = (
  graph: NetworkGraph,
  { medium, present }: CloneSource,
): readonly string[] => {
  const names = new Set([uplinkOf(present)]);
  if (medium === 'bridge') {
    for (const { bridges } of graph.nodes.values()) {
      for (const { name, ovs } of bridges.values()) if (!ovs) names.add(name);
    }
  } else {
    for (const { name, mappings } of graph.localnets.values()) {
      if (mappings.size > 0) names.add(name);
    }
  }
  return [...names].sort();
};

/** Without any change a clone would only be a second network of the same kind. */
export const isChanged = ({ present }: CloneSource, fields: CloneFields): boolean =>
  fields.vlan.trim() !== asTyped(present.vlan) ||
  fields.ranges.trim() !== asRanges(present) ||
  fields.mtu.trim() !== asTyped(present.mtu) ||
  fields.uplink !== uplinkOf(present) ||
  typedList(fields.subnets).join() !== (present.subnets ?? []).join();

/** Users of the NADs that are cloned. */
export const cloneUsers = (
  { users, origin }: CloneSource,
  { projects }: Pick<CloneFields, 'projects'>,
): readonly VnicView[] =>
  origin.type === 'definition'
    ? users
    : users.filter(({ nadKey = '' }) => projects.includes(nadKey.split('/')[0] ?? ''));

export const cloneIntent = (
  graph: NetworkGraph,
  source: CloneSource,
  fields: CloneFields,
  jobId: string,
): CloneIntent => {
  const { medium, origin, present } = source;
  const vlan = medium === 'layer2' ? undefined : typedNumber(fields.vlan);
  const mtu = typedNumber(fields.mtu);
  return {
    jobId,
    name: cloneName(graph, source, fields).trim(),
    values: {
      ...(vlan === undefined ? {} : { vlan }),
      ...(mtu === undefined ? {} : { mtu }),
      // What nobody changed stays as it is written.
      ...(fields.ranges.trim() === asRanges(present)
        ? {}
        : { guestVlans: typedRanges(fields.ranges) }),
      ...(medium === 'localnet' ? { localnet: fields.uplink } : {}),
      ...(medium === 'bridge' ? { bridge: fields.uplink } : {}),
      ...(present.subnets === undefined ? {} : { subnets: typedList(fields.subnets) }),
    },
    ...(origin.type === 'nads' ? { projects: fields.projects } : {}),
    nics: cloneUsers(source, fields)
      .filter(({ key }) => fields.moved.has(key))
      .map(choiceOf),
    old: fields.old,
  };
};

const choiceOf = ({ namespace, vmName, name }: VnicView) => ({
  namespace,
  name: vmName,
  nic: name,
});

export interface DraftedClone {
  readonly draft: PlanDraft;
  readonly guards: readonly Guard[];
}

export const draftClone = (
  graph: NetworkGraph,
  source: CloneSource,
  intent: CloneIntent,
): DraftedClone => ({
  guards: checkClone(graph, source, intent),
  draft: {
    key: intent.jobId,
    refs: [
      ...clonedRefs(source, intent.projects),
      ...new Map(intent.nics.map((nic) => [`${nic.namespace}/${nic.name}`, vmRef(nic)])).values(),
    ],
    plan: (objects) => planClone(graph, source, intent, objects, vmObjectsOf(objects)),
  },
});
