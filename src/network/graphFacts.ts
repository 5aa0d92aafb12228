/**
 * The joined records and the indexes over them: everything that entities, edges, traces and
 * coverage are worked out from. Made once by `buildFacts`, brought forward by `updateFacts`.
 * Every value is immutable, so a fact that did not change is the same object as before.
 */
import type { EnactmentRecord } from '../cluster/enactmentRecord';
import type { NadRecord } from '../cluster/nadRecord';
import type { PolicyRecord } from '../cluster/policyRecord';
import type { Snapshot } from '../cluster/snapshot';
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
  /** CUDN name -> namespaces its selector matches, sorted; undefined: namespaces not readable. */
  readonly namespacesOfCudn: ReadonlyMap<string, readonly string[]> | undefined;
  /** NADs `ns/name` that multi-network policies name. */
  readonly nadsOfPolicies: ReadonlySet<string>;
}

/** Indexes over what the nodes report. */
export interface NodeFacts {
  /** By node name, sorted. */
  readonly nodes: ReadonlyMap<string, NodeView>;
  /** Localnet -> node -> bridge, as reported. */
  readonly mappings: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Localnets that only a policy asks for so far -> nodes it is asked for on. */
  readonly wantedMappings: ReadonlyMap<string, ReadonlySet<string>>;
  /** Bridge name -> nodes that have a bridge of that name. */
  readonly bridgeNodes: ReadonlyMap<string, ReadonlySet<string>>;
  /** OVN name of a network -> nodes whose patch port proves that it is plumbed there. */
  readonly liveNodes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Switch port id -> the NICs that hear it, sorted by node and NIC. */
  readonly portClaims: ReadonlyMap<string, readonly PortClaim[]>;
  /** Switch id -> ids of its ports that a NIC hears. */
  readonly portsOfSwitch: ReadonlyMap<string, ReadonlySet<string>>;
  /** CIDR of the node network -> nodes in it. */
  readonly machineNetworks: ReadonlyMap<string, ReadonlySet<string>>;
  /** Nodes whose bridge mappings are not known. */
  readonly silentNodes: ReadonlySet<string>;
  /** Policy name -> node -> enactment. */
  readonly enactments: ReadonlyMap<string, ReadonlyMap<string, EnactmentRecord>>;
  /** Sorted by name. */
  readonly policies: readonly PolicyRecord[];
}

/** Indexes over VMs. */
export interface VmFacts {
  /** By `ns/name`. */
  readonly vms: ReadonlyMap<string, VmView>;
  /** By `ns/vm/interface`. */
  readonly vnics: ReadonlyMap<string, VnicView>;
  /** NAD `ns/name` -> VM NICs that refer to it, in template or instance. */
  readonly vnicsByNad: ReadonlyMap<string, readonly VnicView[]>;
  /** Node -> VMs that run there or move there. */
  readonly vmsByNode: ReadonlyMap<string, readonly VmView[]>;
  readonly vmsByNamespace: ReadonlyMap<string, readonly VmView[]>;
}

export interface GraphFacts extends NetworkFacts, NodeFacts, VmFacts {
  readonly snapshot: Snapshot;
}
