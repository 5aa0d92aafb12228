/**
 * The contract of the graph: what trace, coverage, doctor, plan, topology and pages may ask of
 * it. Every question is a Map lookup or is computed once and remembered; none scans the cluster.
 * Views are plain joins of the records of `cluster/`, so that a check reads as its rule reads.
 */
import type { BridgePort, InterfaceRecord, LldpNeighbor } from '../cluster/interfaceRecord';
import type { EnactmentRecord } from '../cluster/enactmentRecord';
import type { NadRecord } from '../cluster/nadRecord';
import type { NodeRecord } from '../cluster/nodeRecord';
import type { NodeStateRecord } from '../cluster/nodeStateRecord';
import type { PolicyRecord } from '../cluster/policyRecord';
import type { Snapshot } from '../cluster/snapshot';
import type { CudnRecord, UdnRecord } from '../cluster/udnRecord';
import type {
  NetworkSpec,
  NicSpec,
  VmRecord,
  VmiInterfaceStatus,
  VmiRecord,
} from '../cluster/vmRecord';
import type { Text } from '../cluster/text';
import type { Edge, Entity, State } from './model';
import type { GraphDifference } from './graphDifference';
import type { Steps } from './steps';
import type { UplinkStack } from './uplinkParts';

/** A bridge as NodeNetworkState shows it, with its ports sorted by what they are. */
export interface BridgeView {
  readonly node: string;
  readonly name: string;
  readonly record: InterfaceRecord;
  readonly ovs: boolean;
  /** Ports minus patch, internal and pod ports (B.6 `uplinks`). */
  readonly uplinks: readonly BridgePort[];
  /** Physical NIC names under all uplinks (B.6 `leaves`), each once. */
  readonly leaves: readonly string[];
  /** The devices under the uplinks, each with what it stands on. */
  readonly stack: UplinkStack;
  /** An uplink is a VLAN interface or an OVS access port: everything on it is inside that VLAN. */
  readonly insideVlan?: number;
  /** Smallest MTU over uplinks and their members, in bytes. */
  readonly uplinkMtu?: number;
}

/** Everything known of one node. Exists for every name that a Node, an NNS or an NNCE mentions. */
export interface NodeView {
  readonly name: string;
  readonly record?: NodeRecord;
  readonly state?: NodeStateRecord;
  /** First interface of a name that is not an `ovs-interface`; else the ovs-interface. */
  readonly byName: ReadonlyMap<string, InterfaceRecord>;
  /** Key `type name` (type, one space, name). */
  readonly byTypeAndName: ReadonlyMap<string, InterfaceRecord>;
  readonly bridges: ReadonlyMap<string, BridgeView>;
  /** Physical NICs by name (A.3.3 test). */
  readonly nics: ReadonlyMap<string, InterfaceRecord>;
  /** Localnet -> bridge; undefined when the node does not report mappings. */
  readonly mappings?: ReadonlyMap<string, string>;
  /** NIC -> neighbours without the NIC's own reflection. */
  readonly neighbors: ReadonlyMap<string, readonly LldpNeighbor[]>;
  /** Names that carry the node's own traffic: br-ex, its uplinks and members, node IP, default route (B.6). */
  readonly protectedInterfaces: ReadonlySet<string>;
  /** Interface name -> bridge or bond that holds it as port or member. */
  readonly controllerOf: ReadonlyMap<string, string>;
  /** Policies whose selector matches the node's labels, by name. */
  readonly policies: readonly PolicyRecord[];
  readonly enactments: ReadonlyMap<string, EnactmentRecord>;
  readonly isControlPlane: boolean;
  /** Ready, not cordoned, label kubevirt.io/schedulable=true. */
  readonly runsVms: boolean;
}

/** One VM NIC: template joined with the running instance. */
export interface VnicView {
  /** `ns/vm/interface`. */
  readonly key: string;
  readonly id: string;
  readonly namespace: string;
  readonly vmName: string;
  readonly name: string;
  readonly vm?: VmRecord;
  readonly vmi?: VmiRecord;
  /** From the VM template, else from the VMI. */
  readonly nic?: NicSpec;
  readonly network?: NetworkSpec;
  readonly instanceNic?: NicSpec;
  readonly instanceNetwork?: NetworkSpec;
  readonly status?: VmiInterfaceStatus;
  /** Resolved `ns/name` of the NAD (B.2); undefined for the pod network. */
  readonly nadKey?: string;
  /** NAD that the running instance uses, when it differs from the template's. */
  readonly instanceNadKey?: string;
}

/** One VM, with or without a VirtualMachine object behind its instance. */
export interface VmView {
  /** `ns/name`. */
  readonly key: string;
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly vm?: VmRecord;
  readonly vmi?: VmiRecord;
  readonly vnics: readonly VnicView[];
  /** Node of the running instance; '' when none. */
  readonly node: string;
  /** `node`, and the target while a migration runs. */
  readonly nodes: readonly string[];
}

/** An OVN network: all NADs that share one config `name`, and the CUDN or UDN that defines it. */
export interface NetworkView {
  readonly name: string;
  readonly id: string;
  readonly nads: readonly NadRecord[];
  readonly cudn?: CudnRecord;
  readonly udn?: UdnRecord;
  readonly topology: string;
  /** Effective physical name of a localnet: physicalNetworkName, else the name (B.1). '' otherwise. */
  readonly physicalName: string;
  /** Access VLAN, 1–4094; undefined = untagged. A malformed vlanID counts as undefined. */
  readonly vlan?: number;
  /** Bytes; the defaults of B and A.4.3 applied where the cluster's overlay MTU is known. */
  readonly mtu?: number;
  readonly mtuStated: boolean;
  readonly subnets: readonly string[];
  readonly primary: boolean;
}

export interface LocalnetView {
  readonly name: string;
  readonly id: string;
  readonly networks: readonly NetworkView[];
  /** Node -> bridge, actual. */
  readonly mappings: ReadonlyMap<string, string>;
}

/** Is a network usable on a node, and if not, why. */
export interface NodeCoverage {
  readonly node: string;
  readonly state: State;
  /** Present unless ok. */
  readonly reason?: Text;
  /** The bridge that carries it, where known. */
  readonly bridge?: string;
}

export interface NetworkGraph {
  readonly snapshot: Snapshot;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly edges: ReadonlyMap<string, Edge>;
  /** All of them in their order, one by one: for walks that pause. */
  eachEntity(): Iterable<Entity>;
  eachEdge(): Iterable<Edge>;
  /** Works out all entities and edges piece by piece; walking through them does it at once otherwise. */
  workOut(): Steps<void>;
  /**
   * What differs from another graph, piece by piece; undefined where that cannot be told without looking at
   * everything.
   */
  differenceFrom(before: NetworkGraph): Iterable<GraphDifference> | undefined;
  /** Edges that leave an entity, towards the VM. */
  outgoing(id: string): readonly Edge[];
  /** Edges that reach an entity, from the switch side. */
  incoming(id: string): readonly Edge[];

  readonly nodes: ReadonlyMap<string, NodeView>;
  readonly networks: ReadonlyMap<string, NetworkView>;
  readonly localnets: ReadonlyMap<string, LocalnetView>;
  /** Key `ns/name`. */
  readonly vms: ReadonlyMap<string, VmView>;
  /** Key `ns/vm/interface`. */
  readonly vnics: ReadonlyMap<string, VnicView>;

  /** VMs whose template or instance refers to the NAD `ns/name`, by key. */
  vmsOfNad(nadKey: string): readonly VmView[];
  /** VM NICs whose template or instance refers to the NAD `ns/name`. */
  vnicsOfNad(nadKey: string): readonly VnicView[];
  /** VM NICs of all NADs of an OVN network. */
  vnicsOfNetwork(networkName: string): readonly VnicView[];
  /** VMs whose instance is on the node or is moving there. */
  vmsOnNode(node: string): readonly VmView[];
  /** Nodes whose labels match the policy and that could run a handler. */
  nodesOfPolicy(policyName: string): readonly NodeView[];
  enactmentsOfPolicy(policyName: string): readonly EnactmentRecord[];
  /** OVN network of a NAD, undefined for other plugin types or an unreadable config. */
  networkOfNad(nadKey: string): NetworkView | undefined;
  /** Network that takes the place of the cluster network for the pods of a namespace. */
  primaryNetworkOf(namespace: string): NetworkView | undefined;
  /** Namespaces that a CUDN's selector matches; undefined when namespaces are not readable. */
  namespacesOfCudn(cudnName: string): readonly string[] | undefined;
  /** Nodes on which the VM may run (B.5); undefined when nodes are not readable. */
  eligibleNodes(vmKey: string): readonly string[] | undefined;
  /** Node by node: does the NAD's network reach it (mapping and bridge, or Linux bridge). */
  coverageOfNad(nadKey: string): ReadonlyMap<string, NodeCoverage>;
  /** The same for an OVN localnet network by name. */
  coverageOfNetwork(networkName: string): ReadonlyMap<string, NodeCoverage>;
}
