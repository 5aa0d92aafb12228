/**
 * The joined records and the indexes over them: everything that entities, edges, traces and
 * coverage are worked out from. Made once by `buildFacts`, brought forward by `updateFacts`.
 * Every value is immutable, so a fact that did not change is the same object as before.
 */
import type { EnactmentRecord } from '../cluster/enactmentRecord';
import type { NadRecord } from '../cluster/nadRecord';
import type { PolicyRecord } from '../cluster/policyRecord';
import type { Snapshot } from '../cluster/snapshot';
import type { ChunkedMap } from './chunkedMap';
import type { NetworkView, NodeView, VmView, VnicView } from './networkGraph';
import type { PortClaim } from './portClaims';

/** Indexes over NADs, CUDNs, UDNs and the networks they make. */
export interface NetworkFacts {
  /** By network name, sorted. */
  readonly networks: ReadonlyMap<string, NetworkView>;
  /** Effective physical name -> networks, sorted by name. */
  readonly byPhysicalName: ReadonlyMap<string, readonly NetworkView[]>;
  /** Name as it stands in OVN's own names -> networks; more than one collide. */
  readonly byOvnName: ReadonlyMap<string, readonly NetworkView[]>;
  /** Bridge name -> bridge-CNI NADs on it, sorted by key. */
  readonly nadsByBridge: ReadonlyMap<string, readonly NadRecord[]>;
  /** Id of the CUDN or UDN -> its generated NADs, sorted by key. */
  readonly nadsByDefinition: ReadonlyMap<string, readonly NadRecord[]>;
  /** Namespace -> the network that takes the place of the cluster network there. */
  readonly primaryByNamespace: ReadonlyMap<string, NetworkView>;
  /** NAD `ns/name` -> id of the CUDN or UDN that generated it. */
  readonly definitionByNad: ReadonlyMap<string, string>;
  /** NAD `ns/name` that a CUDN or UDN should have generated and that is not there -> its id. */
  readonly expectedNads: ReadonlyMap<string, string>;
  /** The same the other way round. */
  readonly expectedByDefinition: ReadonlyMap<string, readonly string[]>;
  /** CUDN name -> namespaces its selector matches, sorted; undefined: namespaces not readable. */
  readonly namespacesOfCudn: ReadonlyMap<string, readonly string[]> | undefined;
  /** CIDRs of the cluster's pod and service networks, each once. */
  readonly clusterCidrs: readonly string[];
  readonly serviceCidrs: readonly string[];
  /** NADs `ns/name` that multi-network policies name. */
  readonly nadsOfPolicies: ReadonlySet<string>;
}

/** Outer key -> node (or node and NIC) -> value; inner maps are sorted by key. */
export type NestedIndex<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

/** Key -> names, sorted, each once. */
export type NameIndex = ReadonlyMap<string, readonly string[]>;

/** Indexes over what the nodes report. */
export interface ReportFacts {
  /** Localnet -> node -> bridge, as reported. */
  readonly mappings: NestedIndex<string>;
  /** Localnet that policies ask for -> nodes it is asked for on. */
  readonly wantedMappings: NameIndex;
  /** Bridge name -> nodes that have a bridge of that name. */
  readonly bridgeNodes: NameIndex;
  /** OVN name of a network -> nodes whose patch port proves that it is plumbed there. */
  readonly liveNodes: NameIndex;
  /** CIDR of the node network -> nodes in it. */
  readonly machineNetworks: NameIndex;
  /** Switch port id -> what NICs hear from it, sorted by node and NIC. */
  readonly portClaims: ReadonlyMap<string, readonly PortClaim[]>;
  /** Switch id -> ids of its ports that a NIC hears. */
  readonly portsOfSwitch: NameIndex;
  /** Nodes whose bridge mappings are not known. */
  readonly silentNodes: ReadonlySet<string>;
}

export interface NodeFacts extends ReportFacts {
  /** By node name, sorted. */
  readonly nodes: ReadonlyMap<string, NodeView>;
  /** Policy name -> node -> enactment. */
  readonly enactments: NestedIndex<EnactmentRecord>;
  /** Sorted by name. */
  readonly policies: readonly PolicyRecord[];
}

/** Indexes over VMs. */
export interface VmFacts {
  /** By `ns/name`, sorted. */
  readonly vms: ChunkedMap<VmView>;
  /** By `ns/vm/interface`. */
  readonly vnics: ReadonlyMap<string, VnicView>;
  /** NAD `ns/name` -> VMs that refer to it, in template or instance, sorted. */
  readonly vmsByNad: ReadonlyMap<string, readonly VmView[]>;
  /** Node -> VMs that run there or move there. */
  readonly vmsByNode: ReadonlyMap<string, readonly VmView[]>;
  readonly vmsByNamespace: ReadonlyMap<string, readonly VmView[]>;
}

export interface GraphFacts extends NetworkFacts, NodeFacts, VmFacts {
  readonly snapshot: Snapshot;
}
