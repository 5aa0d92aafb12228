/**
 * The OVN view of a node as shapes in columns and rows. The cluster's default network is the first
 * band (external switch, gateway router, join switch, cluster router, node switch), each user's network
 * is a band of its own below it; VM NICs stand at the right. Networks without a VM here are one shape.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { pushTo } from '../../network/multiMap';
import type { OvnEdge, OvnEntity, OvnEntityKind, OvnView } from '../../network/ovn/ovnModel';
import { attributeList } from '../model/attributeList';
import { OVN_DETAILS } from './ovnNames';

export type OvnShapeKind = OvnEntityKind | 'peers' | 'networks';

export interface OvnShape {
  readonly id: string;
  readonly kind: OvnShapeKind;
  /** As OVN or the cluster names it; `title` takes its place for a crowd. */
  readonly name: string;
  readonly title?: Text;
  readonly detail?: Text;
  readonly state: OvnEntity['state'];
  readonly reason?: Text;
  readonly column: number;
  readonly row: number;
  /** The entity, where it is one. */
  readonly entity?: OvnEntity;
}

export interface OvnLink {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly edge?: OvnEdge;
}

export interface OvnDrawing {
  readonly shapes: readonly OvnShape[];
  readonly links: readonly OvnLink[];
  readonly rows: number;
}

const COLUMN: Readonly<Record<OvnEntityKind, number>> = {
  nic: 0,
  bridge: 1,
  extSwitch: 2,
  localnetPort: 2,
  gatewayRouter: 3,
  joinSwitch: 4,
  transitSwitch: 4,
  internalIf: 5,
  clusterRouter: 5,
  transitRouter: 5,
  nodeSwitch: 6,
  localnetSwitch: 6,
  layer2Switch: 6,
  vmPort: 7,
};

/** Where the view touches the host; placed beside what hangs on it. */
const ON_HOST: ReadonlySet<OvnEntityKind> = new Set<OvnEntityKind>(['nic', 'bridge']);

const SWITCHES: ReadonlySet<OvnEntityKind> = new Set<OvnEntityKind>([
  'nodeSwitch',
  'localnetSwitch',
  'layer2Switch',
]);

/** VM NICs on one switch that are drawn one by one. */
const PORTS_SHOWN = 8;
/** Networks that are drawn one by one, those with VMs on the node first. */
const BANDS_SHOWN = 24;

const DETAILS: readonly (readonly [string, (value: string) => Text])[] = [
  ['tag', (value) => text('VLAN {{vlan}}', { vlan: value })],
  ['subnets', (value) => text('{{value}}', { value })],
  ['subnet', (value) => text('{{value}}', { value })],
  ['addresses', (value) => text('{{value}}', { value })],
  ['transitAddresses', (value) => text('{{value}}', { value })],
  ['ips', (value) => text('{{value}}', { value })],
  ['physicalNetwork', (value) => text('{{value}}', { value })],
];

const detailOf = ({ attributes }: OvnEntity): Text | undefined => {
  for (const [key, say] of DETAILS) {
    const [word = ''] = attributeList(attributes[key]);
    if (word !== '') return say(word);
  }
  return undefined;
};

class Drawing {
  private readonly shapes = new Map<string, OvnShape>();
  private readonly links: OvnLink[] = [];
  private readonly incoming = new Map<string, OvnEdge[]>();
  private readonly outgoing = new Map<string, OvnEdge[]>();
  private row = 0;

  constructor(private readonly view: OvnView) {
    for (const edge of view.edges.values()) {
      pushTo(this.incoming, edge.target, edge);
      pushTo(this.outgoing, edge.source, edge);
    }
  }

  draw(): OvnDrawing {
    const switches = [...this.view.entities.values()].filter(({ kind }) => SWITCHES.has(kind));
    const [own, ...others] = switches;
    if (own !== undefined) this.defaultBand(own);
    // Stable: within each part the networks keep their order.
    const busy = others.filter(({ id }) => this.portsOf(id).length > 0);
    const idle = others.filter(({ id }) => this.portsOf(id).length === 0);
    const shown = [...busy, ...idle].slice(0, BANDS_SHOWN);
    shown.forEach((entity) => this.band(entity));
    this.foldNetworks([...busy, ...idle].slice(BANDS_SHOWN));
    this.placeHost('bridge');
    this.placeHost('nic');
    for (const edge of this.view.edges.values()) {
      if (this.shapes.has(edge.source) && this.shapes.has(edge.target)) {
        const { id, source, target } = edge;
        this.links.push({ id, source, target, edge });
      }
    }
    return { shapes: [...this.shapes.values()], links: this.links, rows: this.row };
  }

  private portsOf(switchId: string): readonly OvnEntity[] {
    return (this.outgoing.get(switchId) ?? [])
      .map(({ target }) => this.view.entities.get(target))
      .filter((entity) => entity !== undefined);
  }

  private put(entity: OvnEntity, row: number): void {
    if (this.shapes.has(entity.id)) return;
    const { id, kind, name, state, reason } = entity;
    const detail = detailOf(entity);
    this.shapes.set(id, {
      id,
      kind,
      name,
      state,
      column: COLUMN[kind],
      row,
      entity,
      ...(detail ? { detail } : {}),
      ...(reason ? { reason } : {}),
    });
  }

  /** Everything a switch hangs on, up to the bridge, in the row of the switch. */
  private putChain(id: string, row: number): void {
    for (const { source } of this.incoming.get(id) ?? []) {
      const entity = this.view.entities.get(source);
      if (entity === undefined || ON_HOST.has(entity.kind)) continue;
      const isBeside = entity.kind === 'transitSwitch' || entity.kind === 'internalIf';
      this.put(entity, isBeside ? row + 1 : row);
      this.putChain(source, row);
    }
  }

  /** @returns rows that the ports take */
  private putPorts(switchId: string, row: number): number {
    const ports = this.portsOf(switchId);
    if (ports.length <= PORTS_SHOWN) {
      ports.forEach((port, index) => this.put(port, row + index));
      return ports.length;
    }
    const id = `ports@${switchId}`;
    this.shapes.set(id, {
      id,
      kind: 'vmPort',
      name: '',
      title: text('{{count}} VM NICs', { count: ports.length }),
      state: 'ok',
      column: COLUMN.vmPort,
      row,
    });
    this.links.push({ id: `${switchId}|${id}`, source: switchId, target: id });
    return 1;
  }

  private defaultBand(own: OvnEntity): void {
    this.put(own, 0);
    this.putChain(own.id, 0);
    const { peers } = this.view;
    if (peers.length > 0) {
      const [first] = peers;
      this.shapes.set('peers', {
        id: 'peers',
        kind: 'peers',
        name: first?.node ?? '',
        title: text('{{count}} other nodes', { count: peers.length }),
        detail: OVN_DETAILS.peers,
        state: 'ok',
        column: 3,
        row: 1,
      });
      const transit = [...this.view.entities.values()].find(({ kind }) => kind === 'transitSwitch');
      if (transit !== undefined) {
        this.links.push({ id: `peers|${transit.id}`, source: 'peers', target: transit.id });
      }
    }
    this.row = Math.max(2, this.putPorts(own.id, 0));
  }

  private band(entity: OvnEntity): void {
    this.put(entity, this.row);
    this.putChain(entity.id, this.row);
    this.row += Math.max(1, this.putPorts(entity.id, this.row));
  }

  private foldNetworks(rest: readonly OvnEntity[]): void {
    if (rest.length === 0) return;
    this.shapes.set('networks', {
      id: 'networks',
      kind: 'networks',
      name: rest[0]?.name ?? '',
      title: text('{{count}} more networks', { count: rest.length }),
      detail: OVN_DETAILS.networks,
      state: 'ok',
      column: COLUMN.localnetSwitch,
      row: this.row,
    });
    this.row += 1;
  }

  /** Each bridge, and then each NIC, beside the first thing that hangs on it. */
  private placeHost(kind: 'bridge' | 'nic'): void {
    const taken = new Set<number>();
    for (const entity of this.view.entities.values()) {
      if (entity.kind !== kind) continue;
      const rows = (this.outgoing.get(entity.id) ?? []).flatMap(
        ({ target }) => this.shapes.get(target)?.row ?? [],
      );
      let row = rows.length === 0 ? 0 : Math.min(...rows);
      while (taken.has(row)) row += 1;
      taken.add(row);
      this.put(entity, row);
      this.row = Math.max(this.row, row + 1);
    }
  }
}

/** Pure and deterministic; at most some two hundred shapes, whatever the cluster. */
export const ovnDrawing = (view: OvnView): OvnDrawing => new Drawing(view).draw();
