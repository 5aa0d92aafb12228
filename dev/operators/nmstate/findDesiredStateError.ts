/**
 * The refusals nmstate answers before it touches the node. Texts that users meet in the wild
 * (`does not exists`, `is overbooked by two controller`, `is holding unknown port`, `Found duplicate
 * localnet`) are quoted from nmstate rust/src/lib/ifaces and ovn.rs; the others keep its form.
 */
import type { BridgePort, DesiredInterface, DesiredState } from '../nmstateTypes';
import { duplicateLocalnet } from './bridgeMappings';
import { bondMembers, bridgePorts, desiredMembers, portMembers } from './bridgePorts';
import type { InterfaceTable } from './InterfaceTable';

const invalid = (text: string) => `NmstateError: InvalidArgument: ${text}`;

const MAX_INTERFACE_NAME = 15;

const isUp = (entry: DesiredInterface) => entry.state === undefined || entry.state === 'up';

type Check = (
  entry: DesiredInterface,
  table: InterfaceTable,
  wish: ReadonlySet<string>,
) => string | undefined;

/** Kernel and OVS names end at 15 characters; OVN's own patch ports are longer and not checked. */
const nameFits: Check = (entry) => {
  if (entry.patch) return undefined;
  if (entry.name.length > MAX_INTERFACE_NAME) {
    return `Invalid interface name ${entry.name}: interface name is longer than 15 characters`;
  }
  if (/[/\s]/.test(entry.name)) {
    return `Invalid interface name ${entry.name}: '/' and white space are not allowed`;
  }
  return undefined;
};

const ethernetExists: Check = (entry, table) => {
  if (entry.type !== 'ethernet' || !isUp(entry) || table.kernel.has(entry.name)) return undefined;
  return `Ethernet interface ${entry.name} does not exists`;
};

/** An OVS bridge makes an internal port of an unknown name; Linux bridges and bonds refuse it. */
const portsExist: Check = (entry, table, wish) => {
  if (!isUp(entry)) return undefined;
  const members =
    entry.type === 'ovs-bridge'
      ? (bridgePorts(entry) ?? [])
          .filter((port) => port['link-aggregation'])
          .flatMap(ovsBondMembers)
      : desiredMembers(entry);
  const unknown = members.find((member) => !table.kernel.has(member) && !wish.has(member));
  if (unknown === undefined) return undefined;
  return `Controller interface ${entry.name} is holding unknown port ${unknown}`;
};

const ovsBondMembers = (port: BridgePort) => portMembers([port]);

const ovsBondHasTwoPorts: Check = (entry) => {
  const short = (bridgePorts(entry) ?? []).find(
    (port) => port['link-aggregation'] && portMembers([port]).length < 2,
  );
  return short && `OVS bond ${short.name} should have at least 2 ports`;
};

const bondHasMode: Check = (entry, table) => {
  if (entry.type !== 'bond' || !isUp(entry) || table.kernel.has(entry.name)) return undefined;
  if (entry['link-aggregation']?.mode !== undefined) return undefined;
  return `Bond mode is mandatory when creating new bond: ${entry.name}`;
};

const vlanHasBase: Check = (entry, table, wish) => {
  if (entry.type !== 'vlan' || !isUp(entry)) return undefined;
  const base = entry.vlan?.['base-iface'];
  if (base === undefined || table.kernel.has(base) || wish.has(base)) return undefined;
  return `Interface ${entry.name} has unknown parent interface ${base}`;
};

const portVlanIsSound: Check = (entry) => {
  if (entry.type !== 'linux-bridge') return undefined;
  for (const { name, vlan } of bridgePorts(entry) ?? []) {
    const problem = vlan && linuxVlanProblem(vlan);
    if (problem) return `Bridge port ${name}: ${problem}`;
  }
  return undefined;
};

function linuxVlanProblem(vlan: Record<string, unknown>): string | undefined {
  const tags = vlan['trunk-tags'];
  const hasTags = Array.isArray(tags) && tags.length > 0;
  if (vlan['mode'] === 'access' && hasTags) return 'access mode cannot have trunk-tags';
  if (vlan['mode'] !== 'trunk') return undefined;
  if (!hasTags) return 'trunk mode needs trunk-tags';
  if (vlan['tag'] && vlan['enable-native'] !== true)
    return 'a trunk with a tag needs enable-native';
  return undefined;
}

const mtuFits: Check = (entry, table) => {
  const limit = table.find(entry.name, entry.type)?.['max-mtu'];
  if (entry.mtu === undefined || limit === undefined || entry.mtu <= limit) return undefined;
  return `Desired MTU ${entry.mtu} for interface ${entry.name} is bigger than maximum allowed MTU ${limit}`;
};

const checks: readonly Check[] = [
  nameFits,
  ethernetExists,
  portsExist,
  ovsBondHasTwoPorts,
  bondHasMode,
  vlanHasBase,
  portVlanIsSound,
  mtuFits,
];

/** One NIC that two bridges or bonds of the same document claim. */
function overbooked(interfaces: readonly DesiredInterface[]): string | undefined {
  const holders = new Map<string, string>();
  for (const entry of interfaces.filter(isUp)) {
    for (const member of bondMembers(entry) ?? portMembers(bridgePorts(entry) ?? [])) {
      const other = holders.get(member);
      if (other !== undefined && other !== entry.name) {
        return `Port ${member} is overbooked by two controller: ${other}, ${entry.name}`;
      }
      holders.set(member, entry.name);
    }
  }
  return undefined;
}

/** nmstate's own error line for a document it refuses on this node, or undefined. */
export function findDesiredStateError(
  table: InterfaceTable,
  desired: DesiredState,
): string | undefined {
  const interfaces = Array.isArray(desired.interfaces) ? desired.interfaces : [];
  const twice = duplicateLocalnet(desired.ovn?.['bridge-mappings'] ?? []);
  if (twice !== undefined) return invalid(`Found duplicate \`localnet\` key ${twice}`);
  const clash = overbooked(interfaces);
  if (clash !== undefined) return invalid(clash);
  const wish = new Set(
    interfaces.filter((entry) => entry.state !== 'absent').map((entry) => entry.name),
  );
  for (const entry of interfaces) {
    for (const check of checks) {
      const problem = check(entry, table, wish);
      if (problem !== undefined) return invalid(problem);
    }
  }
  return undefined;
}
