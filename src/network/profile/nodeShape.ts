/**
 * The network shape of a node as a set of plain facts: things (a NIC in use, a bond, a bridge, a
 * port, a mapping) with a few settings each. What differs from node to node by nature, such as
 * addresses, MACs, pod ports and neighbours, is left out, so equal nodes have equal shapes.
 * Source: domain reference E.4; the fold of the picture.
 */
import { isKnown } from '../evidence';
import { whyNoState } from '../nodeEvidence';
import type { BridgePort, InterfaceRecord } from '../../cluster/interfaceRecord';
import type { Snapshot } from '../../cluster/snapshot';
import type { BridgeView, NodeView } from '../networkGraph';
import { isVirtualFunction } from '../physicalNic';

/** One thing of a node with its settings. */
export interface ShapeFact {
  /** What kind of thing, for sentences. */
  readonly kind: 'NIC' | 'bond' | 'VLAN interface' | 'bridge' | 'port' | 'mapping' | 'report';
  readonly name: string;
  /** The bridge of a port; '' otherwise. */
  readonly under: string;
  readonly settings: Readonly<Record<string, string>>;
  /** A NIC that nothing stands on: it may be set as it likes, and its settings are left out. */
  readonly idle: boolean;
}

/** Setting `missing` of a node whose report may only not have been read yet. */
export const NOT_KNOWN = 'not known';

/** Facts by a key that is the same on every node. */
export type NodeShape = ReadonlyMap<string, ShapeFact>;

const settingsOf = (
  loose: Readonly<Record<string, string | number | boolean | undefined>>,
): Readonly<Record<string, string>> => {
  const settings: Record<string, string> = {};
  for (const key in loose) {
    const value = loose[key];
    if (value !== undefined && value !== '') settings[key] = String(value);
  }
  return settings;
};

class ShapeBuilder {
  readonly facts = new Map<string, ShapeFact>();

  add(
    kind: ShapeFact['kind'],
    name: string,
    settings: Readonly<Record<string, string | number | boolean | undefined>>,
    under = '',
  ): void {
    const fact: ShapeFact = { kind, name, under, settings: settingsOf(settings), idle: false };
    this.facts.set(`${kind} ${under} ${name}`, fact);
  }

  addIdleNic(name: string): void {
    this.facts.set(`NIC  ${name}`, { kind: 'NIC', name, under: '', settings: {}, idle: true });
  }
}

const vlansOf = (port: BridgePort): string | undefined => {
  const vlan = port.vlan;
  if (vlan === undefined || vlan.empty) return undefined;
  const tags = vlan.trunkTags.map(({ min, max }) => `${min}-${max}`);
  return [vlan.mode, vlan.tag ?? '', vlan.enableNative ? 'native' : '', ...tags].join(' ').trim();
};

const addBridge = (shape: ShapeBuilder, view: NodeView, bridge: BridgeView): void => {
  const { record } = bridge;
  const inner = view.byTypeAndName.get(`ovs-interface ${bridge.name}`);
  shape.add('bridge', bridge.name, {
    type: record.type,
    state: record.state,
    mtu: bridge.ovs ? inner?.mtu : record.mtu,
    stp: record.bridge?.stp,
    'multicast snooping': record.bridge?.mcastSnooping,
  });
  for (const port of bridge.uplinks) {
    shape.add('port', port.name, { vlans: vlansOf(port) }, bridge.name);
    if (port.bond === undefined) continue;
    shape.add('bond', port.name, {
      mode: port.bond.mode,
      members: [...port.bond.members].sort().join(', '),
    });
  }
};

const addInterface = (shape: ShapeBuilder, view: NodeView, record: InterfaceRecord): void => {
  const { name, state, mtu } = record;
  if (record.type === 'bond') {
    const members = [...(record.bond?.members ?? [])].sort().join(', ');
    shape.add('bond', name, { state, mtu, mode: record.bond?.mode, members });
  } else if (record.type === 'vlan') {
    shape.add('VLAN interface', name, {
      state,
      mtu,
      vlan: record.vlan?.id,
      base: record.vlan?.base,
    });
  } else if (view.nics.has(name) && !isVirtualFunction(record, view.nics)) {
    if (!view.controllerOf.has(name)) shape.addIdleNic(name);
    else shape.add('NIC', name, { state, mtu, speed: record.ethernet?.speed });
  }
};

/** The shape of one node; of a node without state, the fact that there is none. */
export const nodeShapeOf = (snapshot: Snapshot, view: NodeView): NodeShape => {
  const shape = new ShapeBuilder();
  const why = whyNoState(snapshot, view, view.name);
  if (why !== undefined) {
    const missing = isKnown(snapshot.nodeStates) ? why.template : NOT_KNOWN;
    shape.add('report', 'NodeNetworkState', { missing });
    return shape.facts;
  }
  for (const record of view.state?.interfaces ?? []) addInterface(shape, view, record);
  for (const bridge of view.bridges.values()) addBridge(shape, view, bridge);
  if (view.mappings === undefined) shape.add('report', 'bridge mappings', { missing: 'yes' });
  for (const [localnet, bridge] of view.mappings ?? []) {
    shape.add('mapping', localnet, { bridge });
  }
  return shape.facts;
};

/** One text for one shape, the same whatever order things were reported in. */
export const fingerprintOf = (shape: NodeShape): string => {
  const lines: string[] = [];
  for (const [key, { settings, idle }] of shape) {
    if (idle) {
      lines.push(key);
      continue;
    }
    const parts = Object.keys(settings).sort();
    lines.push(`${key}: ${parts.map((part) => `${part}=${settings[part] ?? ''}`).join('; ')}`);
  }
  return lines.sort().join('\n');
};
