/**
 * Everything the pure layers know of a cluster at one moment: per kind a listing that says how
 * far it can be trusted. A kind that is still loading, forbidden or not installed gives
 * `unknown` downstream, never `none`.
 */
import type {
  ClusterNetworkRecord,
  ClusterVersionRecord,
  DaemonSetRecord,
  EventRecord,
  KubeVirtRecord,
  MultiNetworkPolicyRecord,
  NamespaceRecord,
  NmstateRecord,
  OperatorNetworkRecord,
  PodRecord,
  ServiceRecord,
} from './clusterRecords';
import type { EnactmentRecord } from './enactmentRecord';
import type { NadRecord } from './nadRecord';
import type { NodeRecord } from './nodeRecord';
import type { NodeStateRecord } from './nodeStateRecord';
import type { PolicyRecord } from './policyRecord';
import type { CudnRecord, UdnRecord } from './udnRecord';
import type { VmRecord, VmiRecord } from './vmRecord';

/** The record type of each kind the product reads; the key is the kind's short name. */
export interface RecordByKind {
  readonly nodes: NodeRecord;
  readonly namespaces: NamespaceRecord;
  readonly policies: PolicyRecord;
  readonly enactments: EnactmentRecord;
  readonly nodeStates: NodeStateRecord;
  readonly nmstates: NmstateRecord;
  readonly nads: NadRecord;
  readonly udns: UdnRecord;
  readonly cudns: CudnRecord;
  readonly vms: VmRecord;
  readonly vmis: VmiRecord;
  readonly clusterNetworks: ClusterNetworkRecord;
  readonly clusterVersions: ClusterVersionRecord;
  readonly operatorNetworks: OperatorNetworkRecord;
  readonly kubevirts: KubeVirtRecord;
  readonly multiNetworkPolicies: MultiNetworkPolicyRecord;
  readonly pods: PodRecord;
  readonly events: EventRecord;
  readonly daemonSets: DaemonSetRecord;
  readonly services: ServiceRecord;
}

export type KindKey = keyof RecordByKind;

/**
 * - `complete`: every item is here.
 * - `loading`: some pages are missing; `total` when the server said how many there will be.
 * - `stale`: complete once, the connection is lost.
 * - `forbidden`: the user may not list it (in one namespace or at all).
 * - `absent`: the API server does not serve the kind, or a dump does not hold it.
 * - `failed`: another error, in `reason`.
 */
export type ListingState = 'complete' | 'loading' | 'stale' | 'forbidden' | 'absent' | 'failed';

/** What a writer of a listing knows of its last edit, so that readers need not look for it. */
export interface ListingEdit {
  /** The items before and after; a reader that holds other ones has to compare them itself. */
  readonly from: ReadonlyMap<string, unknown>;
  readonly to: ReadonlyMap<string, unknown>;
  /** Every key that was added, removed or replaced in between. */
  readonly keys: ReadonlySet<string>;
}

export interface Listing<T> {
  readonly state: ListingState;
  readonly items: ReadonlyMap<string, T>;
  /** The last edit, where the writer keeps account of it. */
  readonly edit?: ListingEdit;
  readonly total?: number;
  /** Read for one object at a time only, never as a list; the state is `absent`. */
  readonly onDemand?: boolean;
  /** A sentence, where the state needs one. */
  readonly reason?: string;
  /** Namespaces that were read when the user may not list the whole cluster. */
  readonly namespaces?: readonly string[];
}

export type Snapshot = { readonly [K in KindKey]: Listing<RecordByKind[K]> };
