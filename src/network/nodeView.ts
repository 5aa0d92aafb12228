/**
 * Everything known of one node, joined from Node, NodeNetworkState, enactments and the policies
 * that select it. The maps are worked out when first asked for: a cluster has tens of thousands
 * of interfaces and most questions touch a few. Rules: domain reference A.3.3, B.4–B.6.
 */
import type { EnactmentRecord } from '../cluster/enactmentRecord';
import type { InterfaceRecord, LldpNeighbor } from '../cluster/interfaceRecord';
import type { NodeRecord } from '../cluster/nodeRecord';
import type { NodeStateRecord } from '../cluster/nodeStateRecord';
import type { PolicyRecord } from '../cluster/policyRecord';
import { bridgeViewOf } from './bridgeView';
import { lldpNeighborsOf } from './lldpNeighbors';
import { memoBy } from './memoBy';
import type { BridgeView, NodeView } from './networkGraph';
import { physicalNicsOf } from './physicalNic';
import { protectedInterfacesOf } from './protectedInterfaces';

/** What a node view is made of. Two views of equal parts are interchangeable. */
export interface NodeParts {
  readonly name: string;
  readonly record?: NodeRecord;
  readonly state?: NodeStateRecord;
  readonly policies: readonly PolicyRecord[];
  readonly enactments: ReadonlyMap<string, EnactmentRecord>;
}

const NO_INTERFACES: readonly InterfaceRecord[] = [];
const isBridge = ({ type }: InterfaceRecord): boolean =>
  type === 'ovs-bridge' || type === 'linux-bridge';

const CONTROL_PLANE_LABELS = [
  'node-role.kubernetes.io/control-plane',
  'node-role.kubernetes.io/master',
];

/** Ready, not cordoned, and marked by KubeVirt as able to run VMs (B.5). */
const canRunVms = (record: NodeRecord | undefined): boolean =>
  record?.ready === true &&
  !record.unschedulable &&
  record.meta.labels['kubevirt.io/schedulable'] === 'true';

/** What follows from the report of a node alone; kept with the report, whatever else changes there. */
class Reported {
  private names?: ReadonlyMap<string, InterfaceRecord>;
  private typesAndNames?: ReadonlyMap<string, InterfaceRecord>;
  private bridgeViews?: ReadonlyMap<string, BridgeView>;
  private physical?: ReadonlyMap<string, InterfaceRecord>;
  private heard?: ReadonlyMap<string, readonly LldpNeighbor[]>;
  private holders?: ReadonlyMap<string, string>;

  constructor(
    private readonly name: string,
    private readonly interfaces: readonly InterfaceRecord[],
  ) {}

  get byName(): ReadonlyMap<string, InterfaceRecord> {
    if (this.names !== undefined) return this.names;
    const names = new Map<string, InterfaceRecord>();
    for (const record of this.interfaces) {
      const known = names.get(record.name);
      if (known === undefined || (known.type === 'ovs-interface' && record.type !== known.type)) {
        names.set(record.name, record);
      }
    }
    this.names = names;
    return names;
  }

  get byTypeAndName(): ReadonlyMap<string, InterfaceRecord> {
    if (this.typesAndNames !== undefined) return this.typesAndNames;
    const found = new Map<string, InterfaceRecord>();
    for (const record of this.interfaces) {
      const key = `${record.type} ${record.name}`;
      if (!found.has(key)) found.set(key, record);
    }
    this.typesAndNames = found;
    return found;
  }

  /** Of a Linux and an OVS bridge of one name, the OVS one (they cannot both live). */
  get bridges(): ReadonlyMap<string, BridgeView> {
    if (this.bridgeViews !== undefined) return this.bridgeViews;
    const found = new Map<string, BridgeView>();
    const byName = (): ReadonlyMap<string, InterfaceRecord> => this.byName;
    for (const record of this.interfaces) {
      if (!isBridge(record)) continue;
      const known = found.get(record.name);
      if (known === undefined || (!known.ovs && record.type === 'ovs-bridge')) {
        found.set(record.name, bridgeViewOf(this.name, record, byName));
      }
    }
    this.bridgeViews = found;
    return found;
  }

  get nics(): ReadonlyMap<string, InterfaceRecord> {
    if (this.physical !== undefined) return this.physical;
    const bases = new Set<string>();
    for (const { vlan } of this.interfaces) if (vlan !== undefined) bases.add(vlan.base);
    const isUsed = (name: string): boolean => bases.has(name) || this.controllerOf.has(name);
    this.physical = physicalNicsOf(this.interfaces, isUsed);
    return this.physical;
  }

  get neighbors(): ReadonlyMap<string, readonly LldpNeighbor[]> {
    this.heard ??= lldpNeighborsOf(this.name, this.interfaces);
    return this.heard;
  }

  get controllerOf(): ReadonlyMap<string, string> {
    if (this.holders !== undefined) return this.holders;
    const holders = new Map<string, string>();
    for (const record of this.interfaces) {
      if (record.controller !== undefined && record.controller !== 'ovs-system') {
        holders.set(record.name, record.controller);
      }
    }
    for (const record of this.interfaces) {
      for (const member of record.type === 'bond' ? (record.bond?.members ?? []) : []) {
        holders.set(member, record.name);
      }
      for (const port of record.bridge?.ports ?? []) {
        if (port.name !== record.name && port.bond === undefined)
          holders.set(port.name, record.name);
        for (const member of port.bond?.members ?? []) holders.set(member, port.name);
      }
    }
    this.holders = holders;
    return holders;
  }
}

const reports = memoBy(
  ({ meta, interfaces }: NodeStateRecord) => new Reported(meta.name, interfaces),
);

class LazyNodeView implements NodeView {
  readonly name: string;
  readonly record?: NodeRecord;
  readonly state?: NodeStateRecord;
  readonly policies: readonly PolicyRecord[];
  readonly enactments: ReadonlyMap<string, EnactmentRecord>;
  readonly mappings?: ReadonlyMap<string, string>;
  readonly isControlPlane: boolean;
  readonly runsVms: boolean;

  private readonly reported: Reported;
  private ownTraffic?: ReadonlySet<string>;

  constructor(parts: NodeParts) {
    this.name = parts.name;
    this.record = parts.record;
    this.state = parts.state;
    this.policies = parts.policies;
    this.enactments = parts.enactments;
    this.mappings =
      parts.state?.mappings && new Map(parts.state.mappings.map((m) => [m.localnet, m.bridge]));
    const labels = parts.record?.meta.labels ?? {};
    this.isControlPlane = CONTROL_PLANE_LABELS.some((label) => label in labels);
    this.runsVms = canRunVms(parts.record);
    this.reported =
      parts.state === undefined ? new Reported(parts.name, NO_INTERFACES) : reports(parts.state);
  }

  get byName(): ReadonlyMap<string, InterfaceRecord> {
    return this.reported.byName;
  }

  get byTypeAndName(): ReadonlyMap<string, InterfaceRecord> {
    return this.reported.byTypeAndName;
  }

  get bridges(): ReadonlyMap<string, BridgeView> {
    return this.reported.bridges;
  }

  get nics(): ReadonlyMap<string, InterfaceRecord> {
    return this.reported.nics;
  }

  get neighbors(): ReadonlyMap<string, readonly LldpNeighbor[]> {
    return this.reported.neighbors;
  }

  get controllerOf(): ReadonlyMap<string, string> {
    return this.reported.controllerOf;
  }

  get protectedInterfaces(): ReadonlySet<string> {
    if (this.ownTraffic !== undefined) return this.ownTraffic;
    const ips = this.record?.internalIps ?? [];
    this.ownTraffic =
      this.state === undefined
        ? new Set()
        : protectedInterfacesOf(this.state, this.byName, this.bridges, ips);
    return this.ownTraffic;
  }
}

/** Joins the parts of a node; every map of the view is computed once, on demand. */
export const nodeViewOf = (parts: NodeParts): NodeView => new LazyNodeView(parts);
