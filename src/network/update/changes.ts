/**
 * What differs between two snapshots: per kind the keys whose record is another object. A
 * listing that changed its state (finished loading, became forbidden) changes what absences
 * mean everywhere, and so do the cluster's own networks and the nodes that NMState handles; then
 * everything is worked out again. Only of VMs and their instances, which are the last to be
 * loaded, is it known what hangs on their listings: who asks for it is told that they changed.
 */
import { KIND_KEYS } from '../../cluster/models';
import type { KindKey, Listing, Snapshot } from '../../cluster/snapshot';
import { jsonEqual } from '../../cluster/jsonEqual';
import { handlerSelector } from '../handlerSelector';
import { changedKeys } from './diffListing';

export type Changes = Readonly<Record<KindKey, ReadonlySet<string>>>;

/** What a listing proves: absences mean the same as long as this is the same. */
const evidenceOf = ({ state, reason, namespaces }: Listing<unknown>): string =>
  [state, reason ?? '', namespaces === undefined ? '*' : namespaces.join(' ')].join('\n');

const sameEvidence = (a: Listing<unknown>, b: Listing<unknown>): boolean =>
  a === b || evidenceOf(a) === evidenceOf(b);

/** Kinds whose absent objects prove something else than before. */
export const evidenceChanges = (before: Snapshot, after: Snapshot): readonly KindKey[] =>
  KIND_KEYS.filter((kind) => !sameEvidence(before[kind], after[kind]));

/**
 * Kinds on whose evidence hang only the VMs' own parts of the graph, and of the checks those that say
 * that they read or consult the kind.
 */
const OF_VMS: ReadonlySet<KindKey> = new Set(['vms', 'vmis']);

/** The edit that leads from one listing to the other, if the writer told it. */
const toldEdit = (
  before: Listing<unknown>,
  after: Listing<unknown>,
): ReadonlySet<string> | undefined => {
  const { edit, items } = after;
  return edit?.from === before.items && edit.to === items ? edit.keys : undefined;
};

const changedIn = (before: Listing<unknown>, after: Listing<unknown>): ReadonlySet<string> => {
  const told = toldEdit(before, after);
  if (told === undefined) return changedKeys<unknown>(before.items, after.items);
  return new Set([...told].filter((key) => before.items.get(key) !== after.items.get(key)));
};

/** NMState handles other nodes than before: any node's policies may be others. */
const movesHandlers = (changes: Changes, before: Snapshot, after: Snapshot): boolean =>
  changes.nmstates.size > 0 && !jsonEqual(handlerSelector(before), handlerSelector(after));

/**
 * The changed keys of every kind, or undefined when the change is one that touches everything. What
 * the listings of VMs and instances prove may have changed all the same: see `evidenceChanges`.
 * Linear in the edit where the listing tells it, else in the records of the kinds whose listing
 * is another object.
 */
export const changesBetween = (before: Snapshot, after: Snapshot): Changes | undefined => {
  if (evidenceChanges(before, after).some((kind) => !OF_VMS.has(kind))) return undefined;
  const entries = KIND_KEYS.map((kind) => [kind, changedIn(before[kind], after[kind])] as const);
  const changes = Object.fromEntries(entries) as Record<KindKey, ReadonlySet<string>>;
  const isBroad = changes.clusterNetworks.size > 0 || movesHandlers(changes, before, after);
  return isBroad ? undefined : changes;
};
