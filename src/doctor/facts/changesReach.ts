/**
 * Does a change alter where networks are? Nodes report often, mostly the same mappings and
 * bridges as before; checks that look at nothing else need not be asked again then.
 */
import { staleSince } from '../../network/applied/staleSince';
import type { NodeView } from '../../network/networkGraph';
import type { GraphChange } from '../change';
import { memoBy } from '../../network/memoBy';
import { bridgeOwners } from './bridgeOwners';

const mappingsOf = memoBy((node: NodeView): string =>
  node.mappings === undefined ? '?' : JSON.stringify([...node.mappings].sort()),
);

const reachOf = memoBy((node: NodeView): string =>
  JSON.stringify([
    mappingsOf(node),
    node.state?.hasState === true,
    node.record?.ready === false,
    staleSince(node) === undefined,
    [...node.bridges.values()].map(({ name, ovs }) => `${String(ovs)} ${name}`).sort(),
  ]),
);

/** Every device of the node by name and type, which bridges have an uplink, and which policies make. */
const devicesOf = memoBy((node: NodeView): string =>
  [
    reachOf(node),
    ...(node.state?.interfaces ?? []).map(({ name, type }) => `${type} ${name}`),
    ...[...node.bridges.values()].map(({ uplinks }) => String(uplinks.length > 0)),
    ...[...bridgeOwners(node).keys()].sort(),
  ].join('\n'),
);

/** Which bridges snoop multicast, and whether the node is there at all. */
const snoopingOf = memoBy((node: NodeView): string =>
  [...node.bridges.values()]
    .map(({ name, record }) => `${name} ${String(record.bridge?.mcastSnooping)}`)
    .join('\n'),
);

const differs = (
  { before, after, nodes }: GraphChange,
  traitOf: (node: NodeView) => string,
): boolean => {
  for (const name of nodes) {
    const old = before.nodes.get(name);
    const now = after.nodes.get(name);
    if (old === undefined || now === undefined || traitOf(old) !== traitOf(now)) return true;
  }
  return false;
};

/** Some node came, went, or maps localnets otherwise than before. */
export const changesMappings = memoBy((change: GraphChange) => differs(change, mappingsOf));

/** The same, or some node has other bridges. */
export const changesReach = memoBy((change: GraphChange) => differs(change, reachOf));

/** The same, or some node has other devices, an uplink more or less, or other bridges by policy. */
export const changesDevices = memoBy((change: GraphChange) => differs(change, devicesOf));

/** Some node came, went, or has other bridges or other multicast snooping on them. */
export const changesSnooping = memoBy((change: GraphChange) => differs(change, snoopingOf));
