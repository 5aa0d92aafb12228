/**
 * The graph as its readers see it: views straight from the facts, entities and edges worked out
 * from parts when they are first asked for.
 */
import type { EnactmentRecord } from '../cluster/enactmentRecord';
import type { Snapshot } from '../cluster/snapshot';
import type { Parts } from './cell';
import { coverageOfNetwork, coverageOfPlugin } from './coverageCache';
import { isKnown } from './evidence';
import { graphDifference } from './graphDifference';
import type { GraphDifference } from './graphDifference';
import type { GraphFacts } from './graphFacts';
import { EdgeMap, EntityMap, PartReader, edgesOf, entitiesOf } from './graphTables';
import type { Edge, Entity } from './model';
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
import { nodesByPolicy } from './nodesByPolicy';
import { eligibleNodes } from './scheduling';
import type { Steps } from './steps';

const NO_VMS: readonly VmView[] = [];

/** A graph over facts; `parts` holds the cells of exactly these facts. */
export class FactGraph implements NetworkGraph {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly edges: ReadonlyMap<string, Edge>;
  private readonly reader: PartReader;
  private readonly nadVnics = new Map<string, readonly VnicView[]>();
  private localnetViews?: ReadonlyMap<string, LocalnetView>;

  constructor(
    readonly facts: GraphFacts,
    readonly parts: Parts,
  ) {
    this.reader = new PartReader(facts, parts);
    this.entities = new EntityMap(this.reader);
    this.edges = new EdgeMap(this.reader);
  }

  eachEntity(): Iterable<Entity> {
    return this.reader.each(entitiesOf);
  }

  eachEdge(): Iterable<Edge> {
    return this.reader.each(edgesOf);
  }

  workOut(): Steps<void> {
    return this.reader.workOut();
  }

  differenceFrom(before: NetworkGraph): Iterable<GraphDifference> | undefined {
    return before instanceof FactGraph ? graphDifference(before, this) : undefined;
  }

  get snapshot(): Snapshot {
    return this.facts.snapshot;
  }

  outgoing(id: string): readonly Edge[] {
    return this.reader.edgesAt('source', id);
  }

  incoming(id: string): readonly Edge[] {
    return this.reader.edgesAt('target', id);
  }

  get nodes(): ReadonlyMap<string, NodeView> {
    return this.facts.nodes;
  }

  get networks(): ReadonlyMap<string, NetworkView> {
    return this.facts.networks;
  }

  get localnets(): ReadonlyMap<string, LocalnetView> {
    if (this.localnetViews !== undefined) return this.localnetViews;
    const { mappings, byPhysicalName } = this.facts;
    const views = new Map<string, LocalnetView>();
    for (const name of [...new Set([...mappings.keys(), ...byPhysicalName.keys()])].sort()) {
      views.set(name, {
        name,
        id: `localnet/${name}`,
        networks: byPhysicalName.get(name) ?? [],
        mappings: mappings.get(name) ?? new Map<string, string>(),
      });
    }
    this.localnetViews = views;
    return views;
  }

  get vms(): ReadonlyMap<string, VmView> {
    return this.facts.vms;
  }

  get vnics(): ReadonlyMap<string, VnicView> {
    return this.facts.vnics;
  }

  vmsOfNad(nadKey: string): readonly VmView[] {
    return this.facts.vmsByNad.get(nadKey) ?? NO_VMS;
  }

  vnicsOfNad(nadKey: string): readonly VnicView[] {
    const known = this.nadVnics.get(nadKey);
    if (known !== undefined) return known;
    const vnics: VnicView[] = [];
    for (const vm of this.vmsOfNad(nadKey)) {
      for (const vnic of vm.vnics) {
        if (vnic.nadKey === nadKey || vnic.instanceNadKey === nadKey) vnics.push(vnic);
      }
    }
    this.nadVnics.set(nadKey, vnics);
    return vnics;
  }

  vnicsOfNetwork(networkName: string): readonly VnicView[] {
    const found = new Set<VnicView>();
    for (const { meta } of this.facts.networks.get(networkName)?.nads ?? []) {
      for (const vnic of this.vnicsOfNad(`${meta.namespace}/${meta.name}`)) found.add(vnic);
    }
    return [...found];
  }

  vmsOnNode(node: string): readonly VmView[] {
    return this.facts.vmsByNode.get(node) ?? NO_VMS;
  }

  nodesOfPolicy(policyName: string): readonly NodeView[] {
    return nodesByPolicy(this.facts.nodes).get(policyName) ?? [];
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
    if (!isKnown(this.facts.snapshot.nodes)) return undefined;
    const vm = this.facts.vms.get(vmKey);
    return vm === undefined ? [] : eligibleNodes(this.facts.nodes, vm);
  }

  coverageOfNad(nadKey: string): ReadonlyMap<string, NodeCoverage> {
    const network = this.networkOfNad(nadKey);
    return network === undefined
      ? coverageOfPlugin(this.facts, nadKey)
      : coverageOfNetwork(this.facts, network);
  }

  coverageOfNetwork(networkName: string): ReadonlyMap<string, NodeCoverage> {
    const network = this.facts.networks.get(networkName);
    return network === undefined
      ? new Map<string, NodeCoverage>()
      : coverageOfNetwork(this.facts, network);
  }
}
