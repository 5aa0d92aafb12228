/**
 * The interfaces of one node while a desired state is merged into them. An OVS bridge and its
 * internal interface share one name, so bridges of Open vSwitch live in a map of their own, as
 * nmstate itself keeps kernel and user space interfaces apart (rust/src/lib/ifaces/inter_ifaces.rs).
 */
import type { BridgePort, NmInterface } from '../nmstateTypes';

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** As deep as edits go: the entry itself, and the objects that hold its port lists. */
function copied(entry: NmInterface): NmInterface {
  const copy = { ...entry };
  if (entry.bridge) copy.bridge = { ...entry.bridge };
  const bond = entry['link-aggregation'];
  if (bond) copy['link-aggregation'] = { ...bond };
  return copy;
}

export class InterfaceTable {
  readonly kernel = new Map<string, NmInterface>();
  readonly ovsBridges = new Map<string, NmInterface>();

  /** Takes interfaces as a NodeNetworkState lists them; they are never changed. */
  constructor(interfaces: readonly NmInterface[]) {
    for (const entry of interfaces) this.put(copied(entry));
  }

  put(entry: NmInterface): void {
    this.mapOf(entry.type).set(entry.name, entry);
  }

  find(name: string, type: string | undefined): NmInterface | undefined {
    if (type === 'ovs-bridge') return this.ovsBridges.get(name);
    if (type !== undefined) return this.kernel.get(name);
    return this.kernel.get(name) ?? this.ovsBridges.get(name);
  }

  delete(entry: NmInterface): void {
    this.mapOf(entry.type).delete(entry.name);
  }

  /** The kernel interfaces whose controller is `name`. */
  portsOf(name: string): NmInterface[] {
    return [...this.kernel.values()].filter((entry) => entry.controller === name);
  }

  /** The bridge or bond called `name`; an OVS bridge wins, its internal interface is no controller. */
  controller(name: string): NmInterface | undefined {
    return this.ovsBridges.get(name) ?? this.kernel.get(name);
  }

  /** Takes `port` out of the port list of the bridge or bond that holds it. */
  dropFromController(port: NmInterface): void {
    const holder = port.controller === undefined ? undefined : this.controller(port.controller);
    delete port.controller;
    if (holder?.bridge?.port) {
      holder.bridge.port = holder.bridge.port.flatMap((entry) => withoutMember(entry, port.name));
    }
    const bond = holder?.['link-aggregation'];
    if (bond?.port) bond.port = bond.port.filter((member) => member !== port.name);
  }

  /** All interfaces by name, an OVS bridge before its internal interface, as nmstate prints them. */
  toList(): NmInterface[] {
    return [...this.ovsBridges.values(), ...this.kernel.values()].sort(
      (left, right) => compare(left.name, right.name) || compare(left.type, right.type),
    );
  }

  private mapOf(type: string): Map<string, NmInterface> {
    return type === 'ovs-bridge' ? this.ovsBridges : this.kernel;
  }
}

/** An OVS bond loses the member and keeps the rest; any other port entry of that name goes. */
function withoutMember(entry: BridgePort, member: string): BridgePort[] {
  if (entry.name === member) return [];
  const bond = entry['link-aggregation'];
  if (!bond?.port?.some((port) => port.name === member)) return [entry];
  const port = bond.port.filter((candidate) => candidate.name !== member);
  return [{ ...entry, 'link-aggregation': { ...bond, port } }];
}
