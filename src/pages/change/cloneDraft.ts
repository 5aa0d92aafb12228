/**
 * The state of the form "Clone with changes" as its fields hold it, its defaults from the network, and
 * what it asks for. Pure, so that the rules of the form can be tested without a browser.
 */
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { checkClone } from '../../plan/clone/checkClone';
import type { CloneSource } from '../../plan/clone/cloneSource';
import { planClone } from '../../plan/clone/planClone';
import type { CloneIntent } from '../../plan/clone/planClone';
import type { Guard } from '../../plan/model';
import { freeName } from '../../plan/names';
import { typedList } from '../../ui/typedList';
import { typedNumber } from '../../ui/typedNumber';
import type { ChangeDraft } from './useChangeReview';
import { vmObjectsOf } from './vmObjectsOf';
import { vmRef } from './vmRef';

export interface CloneFields {
  readonly name: string;
  /** As typed; '' is untagged. */
  readonly vlan: string;
  /** As typed; '' leaves it to OVN-Kubernetes. */
  readonly mtu: string;
  /** '' for an overlay. */
  readonly localnet: string;
  /** As typed, separated by commas; '' where OVN-Kubernetes gives no addresses. */
  readonly subnets: string;
  /** Keys of the VM NICs that move. */
  readonly moved: ReadonlySet<string>;
  readonly old: CloneIntent['old'];
}

export const initialClone = (graph: NetworkGraph, source: CloneSource): CloneFields => {
  const { spec, users, ref, network } = source;
  const taken = new Set([...graph.snapshot.nads.items.values()].map(({ meta }) => meta.name));
  for (const { meta } of graph.snapshot.cudns.items.values()) taken.add(meta.name);
  return {
    name: freeName(ref.name, taken),
    vlan: spec.vlanId === undefined ? '' : String(spec.vlanId),
    mtu: spec.mtu === undefined ? '' : String(spec.mtu),
    localnet: network.physicalName,
    subnets: spec.subnets.join(', '),
    moved: new Set(users.map(({ key }) => key)),
    old: 'keep',
  };
};

/** Localnets that some node maps, sorted, and the network's own. */
export const localnetChoices = (
  graph: NetworkGraph,
  { network }: CloneSource,
): readonly string[] => {
  const mapped = [...graph.localnets.values()].filter(({ mappings }) => mappings.size > 0);
  return [...new Set([network.physicalName, ...mapped.map(({ name }) => name)])].sort();
};

/** Without any change a clone would only be a second network of the same kind. */
export const isChanged = ({ spec, network }: CloneSource, fields: CloneFields): boolean =>
  fields.vlan.trim() !== (spec.vlanId === undefined ? '' : String(spec.vlanId)) ||
  fields.mtu.trim() !== (spec.mtu === undefined ? '' : String(spec.mtu)) ||
  fields.localnet !== network.physicalName ||
  typedList(fields.subnets).join() !== spec.subnets.join();

export const cloneIntent = (
  { spec, users, network }: CloneSource,
  fields: CloneFields,
  jobId: string,
): CloneIntent => {
  const vlan = typedNumber(fields.vlan);
  const mtu = typedNumber(fields.mtu);
  return {
    jobId,
    name: fields.name.trim(),
    values: {
      ...(network.topology !== 'localnet' || vlan === undefined ? {} : { vlan }),
      ...(mtu === undefined ? {} : { mtu }),
      ...(fields.localnet === '' ? {} : { localnet: fields.localnet }),
      ...(spec.subnets.length === 0 ? {} : { subnets: typedList(fields.subnets) }),
    },
    nics: users.filter(({ key }) => fields.moved.has(key)).map(choiceOf),
    old: fields.old,
  };
};

const choiceOf = ({ namespace, vmName, name }: VnicView) => ({
  namespace,
  name: vmName,
  nic: name,
});

export interface DraftedClone {
  readonly draft: ChangeDraft;
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
      source.ref,
      ...new Map(intent.nics.map((nic) => [`${nic.namespace}/${nic.name}`, vmRef(nic)])).values(),
    ],
    plan: (objects) => planClone(graph, source, intent, objects, vmObjectsOf(objects)),
  },
});
