/**
 * What the doctor says of one VM or NAD once its launcher pods and events are at hand, which are
 * read for one object at a time and never for the cluster (rulings 4): the checks that need them,
 * on a cluster cut down to that object, and every warning that they hold. Domain reference C.5,
 * VM-008 and VM-012; C.1, NAD-014.
 */
import type { EventRecord, PodRecord } from '../cluster/clusterRecords';
import type { Condition } from '../cluster/condition';
import { completeSnapshot } from '../cluster/snapshotOf';
import type { Listing, Snapshot } from '../cluster/snapshot';
import { buildGraph } from '../network/buildGraph';
import type { NetworkGraph, VmView } from '../network/networkGraph';
import { decodeMessage } from './decoders/decodeMessage';
import type { Finding, RuleContext } from './model';
import { NAD_014 } from './rules/NAD-014';
import { VM_008 } from './rules/VM-008';
import { VM_012 } from './rules/VM-012';
import { runDoctor } from './runDoctor';

export interface CloseEvidence {
  readonly pods: Listing<PodRecord>;
  readonly events: Listing<EventRecord>;
}

/** Words of another program about an object. */
export interface ObjectMessage {
  readonly kind: string;
  readonly name: string;
  readonly reason: string;
  readonly raw: string;
  /** Milliseconds since the epoch. */
  readonly at?: number;
}

export interface CloseLook {
  readonly findings: readonly Finding[];
  /** Newest first, each text once, without what the findings quote. */
  readonly messages: readonly ObjectMessage[];
}

const RULES = [NAD_014, VM_008, VM_012] as const;

const only = <T>(listing: Listing<T>, key: string): Listing<T> => {
  const record = listing.items.get(key);
  return { ...listing, items: new Map(record === undefined ? [] : [[key, record]]) };
};

/** The cluster as far as the checks above look at it for this object. */
const cutDown = ({ snapshot }: NetworkGraph, vmKey: string, evidence: CloseEvidence): Snapshot => ({
  ...completeSnapshot([]),
  clusterNetworks: snapshot.clusterNetworks,
  nads: snapshot.nads,
  vms: only(snapshot.vms, vmKey),
  vmis: only(snapshot.vmis, vmKey),
  ...evidence,
});

/** Conditions that tell of the network or the scheduler whoever wrote them. */
const TELLING: ReadonlySet<string> = new Set(['PodScheduled', 'Synchronized']);

const failing = (
  of: { readonly kind: string; readonly name: string },
  conditions: readonly Condition[],
): readonly ObjectMessage[] =>
  conditions
    .filter(
      ({ type, status, message }) =>
        status === 'False' &&
        message !== '' &&
        (TELLING.has(type) || decodeMessage(message) !== undefined),
    )
    .map(({ reason, message, changedAt }) => ({
      ...of,
      reason,
      raw: message,
      ...(changedAt === undefined ? {} : { at: changedAt }),
    }));

const warnings = ({ items }: Listing<EventRecord>): readonly ObjectMessage[] =>
  [...items.values()]
    .filter(({ type, message }) => type !== 'Normal' && message !== '')
    .map(({ involved, reason, message, at }) => ({
      kind: involved.kind,
      name: involved.name,
      reason,
      raw: message,
      ...(at === undefined ? {} : { at }),
    }));

const messagesOf = (
  vm: VmView | undefined,
  { pods, events }: CloseEvidence,
): readonly ObjectMessage[] => [
  ...warnings(events),
  ...[...pods.items.values()].flatMap(({ meta, conditions }) =>
    failing({ kind: 'Pod', name: meta.name }, conditions),
  ),
  ...failing({ kind: 'VirtualMachineInstance', name: vm?.name ?? '' }, vm?.vmi?.conditions ?? []),
];

const newestOnce = (
  messages: readonly ObjectMessage[],
  said: ReadonlySet<string>,
): readonly ObjectMessage[] => {
  const seen = new Set(said);
  return [...messages]
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
    .filter(({ raw }) => !seen.has(raw) && seen.add(raw));
};

/**
 * @param id entity id of a VM or NAD
 * @param evidence the launcher pods and events of that object and of what makes it; a listing that
 * could not be read says so, and the checks are then unknown
 */
export const closeLook = (
  { graph, now }: RuleContext,
  id: string,
  evidence: CloseEvidence,
): CloseLook => {
  const vm = id.startsWith('vm/') ? graph.vms.get(id.slice('vm/'.length)) : undefined;
  const near = buildGraph(cutDown(graph, vm?.key ?? '', evidence));
  const findings = runDoctor({ graph: near, now }, RULES).findings.filter(
    ({ subject, related }) => subject === id || (vm === undefined && related.includes(id)),
  );
  const said = new Set(findings.flatMap(({ quote }) => quote?.raw ?? []));
  return { findings, messages: newestOnce(messagesOf(vm, evidence), said) };
};
