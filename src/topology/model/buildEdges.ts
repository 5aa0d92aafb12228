/**
 * Edges between elements: the flow edges of the graph, led to the elements that stand for their
 * ends, equal ones merged, the worst state winning. A localnet that nodes map is passed through: its
 * mappings lead straight to its networks.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { Edge, EdgeKind, State } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
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

/** The part of an edge that is drawn, before equal ones are merged. */
type Piece = Pick<Edge, 'state' | 'reason' | 'origin' | 'attributes' | 'kind'> & {
  readonly source: string;
  readonly target: string;
};

const vlanText = (vlans: Edge['attributes'][string]): Text => {
  if (Array.isArray(vlans)) {
    return vlans.length > 3
      ? text('{{count}} VLANs', { count: vlans.length })
      : text('VLANs {{vlans}}', { vlans: vlans.join(', ') });
  }
  return text('VLAN {{vlan}}', { vlan: String(vlans) });
};

const labelOf = (graph: NetworkGraph, piece: Piece, sourceEntity: string): Text | undefined => {
  const mode =
    piece.kind === 'member' ? graph.entities.get(piece.target)?.attributes.mode : undefined;
  if (typeof mode === 'string' && mode !== '') {
    return text('{{mode}}', { mode });
  }
  const vlans = piece.attributes.vlan ?? piece.attributes.vlans;
  if (vlans !== undefined) {
    return vlanText(vlans);
  }
  const mtu = graph.entities.get(sourceEntity)?.attributes.mtu;
  return (piece.kind === 'port' || piece.kind === 'member') && typeof mtu === 'number'
    ? text('MTU {{mtu}}', { mtu })
    : undefined;
};

/** Mapping to network, through the localnet between them: both edges count. */
const throughLocalnet = (graph: NetworkGraph, edge: Edge): Piece[] =>
  graph
    .incoming(edge.source)
    .filter(({ kind }) => kind === 'localnet')
    .map((before) => {
      const worst = RANK[before.state] <= RANK[edge.state] ? before : edge;
      return {
        source: before.source,
        target: edge.target,
        kind: edge.kind,
        state: worst.state,
        ...(worst.reason ? { reason: worst.reason } : {}),
        origin: before.origin,
        attributes: edge.attributes,
      };
    });

const piecesOf = (graph: NetworkGraph, edge: Edge, isDrawn: (id: string) => boolean): Piece[] => {
  if (edge.kind === 'physicalNetwork') {
    return isDrawn(edge.source) ? [edge] : throughLocalnet(graph, edge);
  }
  if (edge.kind === 'machineNetwork') {
    // The machine network is what br-ex leads to; drawn to the right of it like the other networks.
    return [{ ...edge, source: edge.target, target: edge.source }];
  }
  return DRAWN.has(edge.kind) && isFlow(edge) ? [edge] : [];
};

const merge = (known: DrawnEdge | undefined, piece: Piece, label: Text | undefined): DrawnEdge => {
  const { source, target, state, reason } = piece;
  const isIntended = piece.origin === 'intended';
  if (known === undefined) {
    return {
      id: `${source}|${target}`,
      source,
      target,
      state,
      isIntended,
      ...(reason ? { reason } : {}),
      ...(label ? { label } : {}),
    };
  }
  const isWorse = RANK[state] < RANK[known.state];
  return {
    ...known,
    state: isWorse ? state : known.state,
    isIntended: known.isIntended && isIntended,
    ...(isWorse && reason ? { reason } : {}),
    ...(known.label === undefined && label ? { label } : {}),
  };
};

/**
 * @param elementOf element that stands for an entity; undefined for what is not in the picture
 * O(number of edges of the graph).
 */
export const buildEdges = (
  graph: NetworkGraph,
  elementOf: (entityId: string) => string | undefined,
): readonly DrawnEdge[] => {
  const drawn = new Map<string, DrawnEdge>();
  const isDrawn = (id: string): boolean => elementOf(id) !== undefined;
  const add = (piece: Piece): void => {
    const source = elementOf(piece.source);
    const target = elementOf(piece.target);
    if (source === undefined || target === undefined || source === target) {
      return;
    }
    const key = `${source}|${target}`;
    const label = labelOf(graph, piece, piece.source);
    drawn.set(key, merge(drawn.get(key), { ...piece, source, target }, label));
  };
  for (const edge of graph.edges.values()) {
    if (elementOf(edge.target) !== undefined || edge.kind === 'machineNetwork') {
      piecesOf(graph, edge, isDrawn).forEach(add);
    }
  }
  return [...drawn.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
};
