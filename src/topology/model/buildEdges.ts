/**
 * Edges between elements: the flow edges of the graph, led to the elements that stand for their
 * ends, equal ones merged, the worst state winning. A localnet that nodes map is passed through: its
 * mappings lead straight to its networks.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { Edge, EdgeKind, State } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { walkInSteps } from '../../network/steps';
import type { Steps } from '../../network/steps';
import { isFlow } from './flow';
import type { DrawnEdge } from './picture';

const DRAWN: ReadonlySet<EdgeKind> = new Set<EdgeKind>([
  'link',
  'member',
  'base',
  'port',
  'patch',
  'mapping',
  'nad',
  'attachment',
  'primary',
  'clusterNetwork',
  'machineNetwork',
]);

const RANK: Readonly<Record<State, number>> = { broken: 0, unknown: 1, ok: 2 };

const vlanText = (vlans: Edge['attributes'][string]): Text => {
  if (Array.isArray(vlans)) {
    return vlans.length > 3
      ? text('{{count}} VLANs', { count: vlans.length })
      : text('VLANs {{vlans}}', { vlans: vlans.join(', ') });
  }
  return text('VLAN {{vlan}}', { vlan: String(vlans) });
};

const labelOf = (graph: NetworkGraph, edge: Edge): Text | undefined => {
  const { kind, source, target, attributes } = edge;
  const mode = kind === 'member' ? graph.entities.get(target)?.attributes.mode : undefined;
  if (typeof mode === 'string' && mode !== '') {
    return text('{{mode}}', { mode });
  }
  const vlans = attributes.vlan ?? attributes.vlans;
  if (vlans !== undefined) {
    return vlanText(vlans);
  }
  if (kind !== 'port' && kind !== 'member') {
    return undefined;
  }
  const mtu = graph.entities.get(source)?.attributes.mtu;
  return typeof mtu === 'number' ? text('MTU {{mtu}}', { mtu }) : undefined;
};

/** What edges between the same two elements add up to. */
interface Sum {
  state: State;
  reason: Text | undefined;
  isIntended: boolean;
  label?: Text | undefined;
}

const sumOf = ({ state, reason, origin }: Edge): Sum => ({
  state,
  reason,
  isIntended: origin === 'intended',
});

/** The worst state wins, with its reason; wanted only is what nothing of is there. */
const addUp = (sum: Sum, { state, reason, isIntended }: Sum): void => {
  sum.isIntended &&= isIntended;
  if (RANK[state] >= RANK[sum.state]) return;
  sum.state = state;
  sum.reason = reason ?? sum.reason;
};

/**
 * The sums between elements. They are changed in place: a large cluster has a hundred edges for each line
 * that is drawn.
 */
class EdgeSums {
  private readonly bySource = new Map<string, Map<string, Sum>>();
  /** Sums of the mappings that lead to a localnet, by the element they are drawn as. */
  private readonly toLocalnet = new Map<string, ReadonlyMap<string, Sum>>();

  constructor(
    private readonly graph: NetworkGraph,
    private readonly elementOf: (entityId: string) => string | undefined,
  ) {}

  add(edge: Edge): void {
    const { kind, source, target } = edge;
    if (kind === 'physicalNetwork' && this.elementOf(source) === undefined) {
      this.addThroughLocalnet(edge);
    } else if (kind === 'machineNetwork') {
      // The machine network is what br-ex leads to; drawn to the right of it like the other networks.
      this.put(target, source, edge);
    } else if (kind === 'physicalNetwork' || (DRAWN.has(kind) && isFlow(edge))) {
      this.put(source, target, edge);
    }
  }

  drawn(): readonly DrawnEdge[] {
    const edges: DrawnEdge[] = [];
    for (const [source, targets] of this.bySource) {
      for (const [target, { state, reason, isIntended, label }] of targets) {
        edges.push({
          id: `${source}|${target}`,
          source,
          target,
          state,
          isIntended,
          ...(reason ? { reason } : {}),
          ...(label ? { label } : {}),
        });
      }
    }
    return edges.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  private put(from: string, to: string, edge: Edge): void {
    const target = this.elementOf(to);
    const source = target === undefined ? undefined : this.elementOf(from);
    if (source !== undefined && target !== undefined) {
      this.addSum(source, target, sumOf(edge), edge);
    }
  }

  private addSum(source: string, target: string, sum: Sum, edge: Edge): void {
    if (source === target) return;
    const targets = this.bySource.get(source) ?? new Map<string, Sum>();
    this.bySource.set(source, targets);
    const known = targets.get(target);
    if (known === undefined) {
      targets.set(target, { ...sum, label: labelOf(this.graph, edge) });
      return;
    }
    addUp(known, sum);
    known.label ??= labelOf(this.graph, edge);
  }

  /** Mapping to network, through the localnet between them: both edges count. */
  private addThroughLocalnet(edge: Edge): void {
    const target = this.elementOf(edge.target);
    if (target === undefined) return;
    const own = sumOf(edge);
    for (const [source, before] of this.mappingsOf(edge.source)) {
      const worst = RANK[before.state] <= RANK[own.state] ? before : own;
      const { state, reason } = worst;
      this.addSum(source, target, { state, reason, isIntended: before.isIntended }, edge);
    }
  }

  private mappingsOf(localnet: string): ReadonlyMap<string, Sum> {
    const known = this.toLocalnet.get(localnet);
    if (known !== undefined) return known;
    const sums = new Map<string, Sum>();
    for (const edge of this.graph.incoming(localnet)) {
      const source = edge.kind === 'localnet' ? this.elementOf(edge.source) : undefined;
      if (source === undefined) continue;
      const sum = sums.get(source);
      if (sum === undefined) sums.set(source, sumOf(edge));
      else addUp(sum, sumOf(edge));
    }
    this.toLocalnet.set(localnet, sums);
    return sums;
  }
}

/**
 * The edges of a picture, piece by piece. O(number of edges of the graph).
 * @param elementOf element that stands for an entity; undefined for what is not in the picture
 */
export function* edgeSteps(
  graph: NetworkGraph,
  elementOf: (entityId: string) => string | undefined,
): Steps<readonly DrawnEdge[]> {
  const sums = new EdgeSums(graph, elementOf);
  yield* walkInSteps(graph.eachEdge(), (edge) => sums.add(edge));
  return sums.drawn();
}
