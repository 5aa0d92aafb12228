/**
 * Reads the ports of a bridge or bond whichever way they are written: `port` or its alias `ports`,
 * and for a bond also the old key `slaves`. Source: nmstate rust/src/lib/ifaces/{ovs,bond}.rs.
 */
import type { BridgePort, DesiredInterface } from '../nmstateTypes';

/** The port entries of a bridge, or undefined when the interface says nothing about ports. */
export function bridgePorts(entry: DesiredInterface): BridgePort[] | undefined {
  return entry.bridge?.port ?? entry.bridge?.ports;
}

/** The kernel interfaces behind a list of bridge ports: an OVS bond stands for its members. */
export function portMembers(ports: readonly BridgePort[]): string[] {
  return ports.flatMap(
    (port) => port['link-aggregation']?.port?.map((member) => member.name) ?? [port.name],
  );
}

/** The member names of a bond, or undefined when the interface says nothing about members. */
export function bondMembers(entry: DesiredInterface): string[] | undefined {
  const bond = entry['link-aggregation'];
  if (!bond) return undefined;
  const listed = bond.port ?? bond['ports'] ?? bond['slaves'] ?? bond['ports-config'];
  if (!Array.isArray(listed)) return undefined;
  return listed.flatMap((member: unknown) => {
    if (typeof member === 'string') return [member];
    const name = (member as { name?: unknown } | null)?.name;
    return typeof name === 'string' ? [name] : [];
  });
}

/** Everything a bridge or bond of the wish takes as a port. */
export function desiredMembers(entry: DesiredInterface): string[] {
  return [...portMembers(bridgePorts(entry) ?? []), ...(bondMembers(entry) ?? [])];
}
