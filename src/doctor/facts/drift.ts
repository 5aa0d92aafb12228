/**
 * What an applied policy wants and a node does not show: bridge, bridge port, bond member, mapping
 * or MTU. Only what is lacking counts; extra things are somebody else's (domain reference
 * NNCP-016).
 */
import type { DesiredMapping, DesiredState } from '../../cluster/desiredState';
import type { BridgePort, InterfaceRecord } from '../../cluster/interfaceRecord';
import { interfaceId } from '../../network/interfaceState';
import { entityId } from '../../network/model';
import type { NodeView } from '../../network/networkGraph';
import { isBridgeEntry, isNamedByMac, isWanted } from './policyIntent';

export interface Drift {
  readonly what: 'bridge' | 'port' | 'member' | 'mapping' | 'mtu';
  /** The thing that is not as wanted. */
  readonly id: string;
  /** Its name: bridge, port, member, localnet or interface. */
  readonly name: string;
  /** The bridge, bond, or MTU in bytes that goes with the name. */
  readonly wanted: string;
}

const key = (wanted: InterfaceRecord): string => `${wanted.type} ${wanted.name}`;

const actualOf = (node: NodeView, wanted: InterfaceRecord): InterfaceRecord | undefined =>
  wanted.type === '' ? node.byName.get(wanted.name) : node.byTypeAndName.get(key(wanted));

const lackingMembers = (
  node: NodeView,
  bond: string,
  wanted: readonly string[],
  actual: readonly string[] | undefined,
): readonly Drift[] => {
  const present = new Set(actual);
  return wanted
    .filter((name) => !present.has(name) && node.byName.get(name)?.controller !== bond)
    .map((name) => ({ what: 'member', id: interfaceId(node, name), name, wanted: bond }));
};

const lackingPorts = (
  node: NodeView,
  wanted: InterfaceRecord,
  actual: InterfaceRecord,
  aliases: ReadonlySet<string>,
): readonly Drift[] => {
  const present = new Map<string, BridgePort>();
  for (const port of actual.bridge?.ports ?? []) present.set(port.name, port);
  return (wanted.bridge?.ports ?? []).flatMap((port): readonly Drift[] => {
    const found = present.get(port.name);
    const isAttached = node.byName.get(port.name)?.controller === wanted.name;
    if (found === undefined && !isAttached && !aliases.has(port.name)) {
      const id = interfaceId(node, port.name);
      return [{ what: 'port', id, name: port.name, wanted: wanted.name }];
    }
    if (port.bond === undefined || found === undefined) return [];
    return lackingMembers(node, port.name, port.bond.members, found.bond?.members);
  });
};

const interfaceDrift = (
  node: NodeView,
  wanted: InterfaceRecord,
  aliases: ReadonlySet<string>,
): readonly Drift[] => {
  if (!isWanted(wanted) || isNamedByMac(wanted)) return [];
  const actual = actualOf(node, wanted);
  if (isBridgeEntry(wanted)) {
    const id = entityId('bridge', node.name, wanted.name);
    if (actual === undefined) return [{ what: 'bridge', id, name: wanted.name, wanted: '' }];
    return lackingPorts(node, wanted, actual, aliases);
  }
  const drifts = [
    ...lackingMembers(node, wanted.name, wanted.bond?.members ?? [], actual?.bond?.members),
  ];
  if (wanted.mtu !== undefined && actual?.mtu !== undefined && actual.mtu !== wanted.mtu) {
    const id = interfaceId(node, wanted.name);
    drifts.push({ what: 'mtu', id, name: wanted.name, wanted: String(wanted.mtu) });
  }
  return drifts;
};

const mappingDrift = (node: NodeView, wanted: DesiredMapping): readonly Drift[] => {
  if (node.mappings === undefined || wanted.state === 'absent') return [];
  if (node.mappings.get(wanted.localnet) === wanted.bridge) return [];
  const id = entityId('mapping', node.name, wanted.localnet);
  return [{ what: 'mapping', id, name: wanted.localnet, wanted: wanted.bridge }];
};

/** Everything the node lacks of the document; the node must have a state. */
export const driftOf = (node: NodeView, intent: DesiredState): readonly Drift[] => {
  const aliases = new Set(intent.interfaces.filter(isNamedByMac).map((wanted) => wanted.name));
  return [
    ...intent.interfaces.flatMap((wanted) => interfaceDrift(node, wanted, aliases)),
    ...intent.mappings.flatMap((wanted) => mappingDrift(node, wanted)),
  ];
};
