/**
 * What an applied policy wants and a node does not show: bridge, bridge port, bond member, mapping
 * or MTU. Only what is lacking counts; extra things are somebody else's (domain reference
 * NNCP-016).
 */
import type { DesiredMapping, DesiredState } from '../../cluster/desiredState';
import type { BridgePort, InterfaceRecord } from '../../cluster/interfaceRecord';
import { interfaceId } from '../interfaceState';
import { entityId } from '../model';
import type { NodeView } from '../networkGraph';
import { isBridgeEntry, isNamedByMac, isWanted } from '../policyIntent';

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

const actualOf = (node: NodeView, wanted: InterfaceRecord): InterfaceRecord | undefined => {
  const named = node.byName.get(wanted.name);
  // Names are rarely shared: only then the index by type is needed, and made.
  if (named === undefined || wanted.type === '' || named.type === wanted.type) return named;
  return node.byTypeAndName.get(key(wanted));
};

/** Collects what one node lacks; plain loops, as every policy meets every node. */
class DriftSearch {
  readonly found: Drift[] = [];

  constructor(
    private readonly node: NodeView,
    private readonly aliases: ReadonlySet<string>,
  ) {}

  private add(what: Drift['what'], id: string, name: string, wanted: string): void {
    this.found.push({ what, id, name, wanted });
  }

  private members(bond: string, wanted: readonly string[], actual: readonly string[]): void {
    for (const name of wanted) {
      if (actual.includes(name) || this.node.byName.get(name)?.controller === bond) continue;
      this.add('member', interfaceId(this.node, name), name, bond);
    }
  }

  private port(bridge: string, port: BridgePort, actual: readonly BridgePort[]): void {
    const found = actual.find((candidate) => candidate.name === port.name);
    if (found === undefined) {
      const attached = this.node.byName.get(port.name)?.controller === bridge;
      if (attached || this.aliases.has(port.name)) return;
      this.add('port', interfaceId(this.node, port.name), port.name, bridge);
      return;
    }
    if (port.bond === undefined) return;
    this.members(port.name, port.bond.members, found.bond?.members ?? []);
  }

  private bridge(wanted: InterfaceRecord): void {
    const actual = actualOf(this.node, wanted);
    if (actual === undefined) {
      this.add('bridge', entityId('bridge', this.node.name, wanted.name), wanted.name, '');
      return;
    }
    for (const port of wanted.bridge?.ports ?? []) {
      this.port(wanted.name, port, actual.bridge?.ports ?? []);
    }
  }

  interface(wanted: InterfaceRecord): void {
    if (!isWanted(wanted) || isNamedByMac(wanted)) return;
    if (isBridgeEntry(wanted)) {
      this.bridge(wanted);
      return;
    }
    if (wanted.bond === undefined && wanted.mtu === undefined) return;
    const actual = actualOf(this.node, wanted);
    this.members(wanted.name, wanted.bond?.members ?? [], actual?.bond?.members ?? []);
    if (wanted.mtu === undefined || actual?.mtu === undefined) return;
    if (wanted.mtu === actual.mtu) return;
    this.add('mtu', interfaceId(this.node, wanted.name), wanted.name, String(wanted.mtu));
  }

  mapping(wanted: DesiredMapping): void {
    const { mappings, name } = this.node;
    if (mappings === undefined || wanted.state === 'absent') return;
    if (mappings.get(wanted.localnet) === wanted.bridge) return;
    this.add('mapping', entityId('mapping', name, wanted.localnet), wanted.localnet, wanted.bridge);
  }
}

const NO_ALIASES: ReadonlySet<string> = new Set();

const aliasesOf = (intent: DesiredState): ReadonlySet<string> => {
  const named = intent.interfaces.filter(isNamedByMac);
  return named.length === 0 ? NO_ALIASES : new Set(named.map((wanted) => wanted.name));
};

/** Everything the node lacks of the document; the node must have a state. */
export const driftOf = (node: NodeView, intent: DesiredState): readonly Drift[] => {
  const search = new DriftSearch(node, aliasesOf(intent));
  for (const wanted of intent.interfaces) search.interface(wanted);
  for (const wanted of intent.mappings) search.mapping(wanted);
  return search.found;
};
