/**
 * The graph as its readers see it: views straight from the facts, entities and edges worked out
 * from fragments when they are first asked for.
 */
import type { EnactmentRecord } from '../cluster/enactmentRecord';
import type { Snapshot } from '../cluster/snapshot';
import { networkCoverage, nadCoverage } from './coverage';
import { isKnown } from './evidence';
import type { Fragment } from './fragment';
import type { GraphFacts } from './graphFacts';
import type { Edge, Entity } from './model';
import { pushTo } from './multiMap';
import type {
  LocalnetView,
  NetworkGraph,
  NetworkView,
  NodeCoverage,
  NodeView,
  VmView,
  VnicView,
} from './networkGraph';
import { ovnNetworkNameOf } from './networkView';
import { Scheduler } from './scheduling';

const NO_EDGES: readonly Edge[] = [];
const NO_VNICS: readonly VnicView[] = [];

/** A graph over facts; `fragments` gives every part of it exactly once. */
export class FactGraph implements NetworkGraph {
  private readonly scheduler: Scheduler;
  private readonly nadCoverages = new Map<string, ReadonlyMap<string, NodeCoverage>>();
  private readonly networkCoverages = new Map<string, ReadonlyMap<string, NodeCoverage>>();
  private parts?: readonly Fragment[];
  private entityIndex?: ReadonlyMap<string, Entity>;
  private edgeIndex?: ReadonlyMap<string, Edge>;
  private bySource?: ReadonlyMap<string, readonly Edge[]>;
  private byTarget?: ReadonlyMap<string, readonly Edge[]>;
  private localnetIndex?: ReadonlyMap<string, LocalnetView>;
  private policyNodes?: ReadonlyMap<string, readonly NodeView[]>;

  constructor(
    readonly facts: GraphFacts,
    private readonly makeFragments: (facts: GraphFacts) => readonly Fragment[],
  ) {
    this.scheduler = new Scheduler(facts.nodes);
  }

  get snapshot(): Snapshot {
    return this.facts.snapshot;
  }

  private get fragments(): readonly Fragment[] {
    this.parts ??= this.makeFragments(this.facts);
    return this.parts;
  }

  get entities(): ReadonlyMap<string, Entity> {
    if (this.entityIndex !== undefined) return this.entityIndex;
    const index = new Map<string, Entity>();
    for (const part of this.fragments)
      for (const entity of part.entities) index.set(entity.id, entity);
    this.entityIndex = index;
    return index;
  }

  get edges(): ReadonlyMap<string, Edge> {
    if (this.edgeIndex !== undefined) return this.edgeIndex;
    const index = new Map<string, Edge>();
    for (const part of this.fragments) for (const edge of part.edges) index.set(edge.id, edge);
    this.edgeIndex = index;
    return index;
  }

  outgoing(id: string): readonly Edge[] {
    if (this.bySource === undefined) {
      const index = new Map<string, Edge[]>();
      for (const edge of this.edges.values()) pushTo(index, edge.source, edge);
      this.bySource = index;
    }
    return this.bySource.get(id) ?? NO_EDGES;
  }

  incoming(id: string): readonly Edge[] {
    if (this.byTarget === undefined) {
      const index = new Map<string, Edge[]>();
      for (const edge of this.edges.values()) pushTo(index, edge.target, edge);
      this.byTarget = index;
    }
    return this.byTarget.get(id) ?? NO_EDGES;
  }

  get nodes(): ReadonlyMap<string, NodeView> {
    return this.facts.nodes;
  }

  get networks(): ReadonlyMap<string, NetworkView> {
    return this.facts.networks;
  }

  get localnets(): ReadonlyMap<string, LocalnetView> {
    if (this.localnetIndex !== undefined) return this.localnetIndex;
    const { mappings, byPhysicalName } = this.facts;
    const index = new Map<string, LocalnetView>();
    for (const name of [...new Set([...mappings.keys(), ...byPhysicalName.keys()])].sort()) {
      index.set(name, {
        name,
        id: `localnet/${name}`,
        networks: byPhysicalName.get(name) ?? [],
        mappings: mappings.get(name) ?? new Map(),
      });
    }
    this.localnetIndex = index;
    return index;
  }

  get vms(): ReadonlyMap<string, VmView> {
    return this.facts.vms;
  }

  get vnics(): ReadonlyMap<string, VnicView> {
    return this.facts.vnics;
  }

  vnicsOfNad(nadKey: string): readonly VnicView[] {
    return this.facts.vnicsByNad.get(nadKey) ?? NO_VNICS;
  }

  vnicsOfNetwork(networkName: string): readonly VnicView[] {
    const network = this.facts.networks.get(networkName);
    const found = new Set<VnicView>();
    for (const { meta } of network?.nads ?? []) {
      for (const vnic of this.vnicsOfNad(`${meta.namespace}/${meta.name}`)) found.add(vnic);
    }
    return [...found];
  }

  vmsOnNode(node: string): readonly VmView[] {
    return this.facts.vmsByNode.get(node) ?? [];
  }

  nodesOfPolicy(policyName: string): readonly NodeView[] {
    if (this.policyNodes === undefined) {
      const index = new Map<string, NodeView[]>();
      for (const view of this.facts.nodes.values()) {
        for (const policy of view.policies) pushTo(index, policy.meta.name, view);
      }
      this.policyNodes = index;
    }
    return this.policyNodes.get(policyName) ?? [];
  }

  enactmentsOfPolicy(policyName: string): readonly EnactmentRecord[] {
    return [...(this.facts.enactments.get(policyName)?.values() ?? [])];
  }

  networkOfNad(nadKey: string): NetworkView | undefined {
    const nad = this.facts.snapshot.nads.items.get(nadKey);
    const name = nad && ovnNetworkNameOf(nad);
    return name === undefined ? undefined : this.facts.networks.get(name);
  }

  primaryNetworkOf(namespace: string): NetworkView | undefined {
    return this.facts.primaryByNamespace.get(namespace);
  }

  namespacesOfCudn(cudnName: string): readonly string[] | undefined {
    const selected = this.facts.namespacesOfCudn;
    return selected === undefined ? undefined : (selected.get(cudnName) ?? []);
  }

  eligibleNodes(vmKey: string): readonly string[] | undefined {
    const vm = this.facts.vms.get(vmKey);
    if (!isKnown(this.facts.snapshot.nodes)) return undefined;
    return vm === undefined ? [] : this.scheduler.eligible(vm);
  }

  coverageOfNad(nadKey: string): ReadonlyMap<string, NodeCoverage> {
    const known = this.nadCoverages.get(nadKey);
    if (known !== undefined) return known;
    const network = this.networkOfNad(nadKey);
    const coverage =
      network === undefined
        ? nadCoverage(this.facts, nadKey)
        : this.coverageOfNetwork(network.name);
    this.nadCoverages.set(nadKey, coverage);
    return coverage;
  }

  coverageOfNetwork(networkName: string): ReadonlyMap<string, NodeCoverage> {
    const known = this.networkCoverages.get(networkName);
    if (known !== undefined) return known;
    const network = this.facts.networks.get(networkName);
    const coverage = network === undefined ? new Map() : networkCoverage(this.facts, network);
    this.networkCoverages.set(networkName, coverage);
    return coverage;
  }
}
