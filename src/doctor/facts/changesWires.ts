/**
 * Does a change alter what the bridges for VMs stand on, or which VM NICs there are? Checks of
 * MTU, VLAN and LLDP compare hundreds of networks over all nodes; most reports of a node and most
 * changes of a VM leave all of that alone.
 */
import { jsonEqual } from '../../cluster/jsonEqual';
import type { BridgeView, NodeView, VmView } from '../../network/networkGraph';
import type { GraphChange } from '../change';
import { memoBy } from '../../network/memoBy';
import { staleSince } from '../../network/applied/staleSince';

/** What the node hears and reports of one device under a bridge. */
const linkOf = (node: NodeView, name: string): readonly unknown[] => {
  const record = node.byName.get(name);
  return [
    name,
    record?.mtu,
    record?.state,
    record?.ethernet?.speed,
    record?.lldp?.enabled,
    node.neighbors.get(name),
  ];
};

const bridgeTraits = (node: NodeView, bridge: BridgeView): readonly unknown[] => [
  bridge.name,
  bridge.ovs,
  bridge.insideVlan,
  bridge.uplinkMtu,
  bridge.uplinks,
  bridge.stack.all.map(({ kind, name, bond }) => [kind, bond, linkOf(node, name)]),
];

const hostVlans = (node: NodeView): readonly unknown[] =>
  (node.state?.interfaces ?? [])
    .filter(({ type }) => type === 'vlan')
    .map(({ name, state, vlan }) => [name, state, vlan]);

/** Everything that checks of wires read of a node. */
const wiresOf = memoBy((node: NodeView): readonly unknown[] => [
  node.state?.hasState,
  node.record?.ready,
  node.record?.meta.labels,
  node.record?.taints,
  node.record?.ovn,
  staleSince(node) === undefined,
  [...(node.mappings ?? [])],
  [...node.bridges.values()].map((bridge) => bridgeTraits(node, bridge)),
  hostVlans(node),
]);

/** Some node's bridges, their uplinks, or what these hear are not what they were. */
export const changesWires = memoBy(({ before, after, nodes }: GraphChange): boolean => {
  for (const name of nodes) {
    const old = before.nodes.get(name);
    const now = after.nodes.get(name);
    if (old === undefined || now === undefined) return true;
    if (!jsonEqual(wiresOf(old), wiresOf(now))) return true;
  }
  return false;
});

const attachmentsOf = (vm: VmView | undefined): string =>
  (vm?.vnics ?? [])
    .map((nic) => `${nic.id} ${nic.nadKey ?? ''} ${nic.instanceNadKey ?? ''}`)
    .join('\n');

/** Some VM has other NICs, or has them on other NADs, than before. */
export const changesAttachments = memoBy(({ before, after, vms }: GraphChange): boolean => {
  for (const key of vms) {
    if (attachmentsOf(before.vms.get(key)) !== attachmentsOf(after.vms.get(key))) return true;
  }
  return false;
});
