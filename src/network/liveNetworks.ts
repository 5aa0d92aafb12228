/**
 * Which localnet networks are plumbed on a node: ovn-controller makes a patch port per network
 * on the mapped bridge as soon as a VM of the network runs there, and NodeNetworkState shows it
 * by name. Its absence proves nothing on a node without such VMs.
 * Source: ovn-kubernetes go-controller/pkg/types/const.go; domain reference A.3.2, E.2 (19).
 */
import type { NodeView } from './networkGraph';

const PREFIX = 'patch-';
const SUFFIX = '_ovn_localnet_port-to-br-int';

/** Names of plumbed networks as they stand inside OVN's names (`-` and `/` are `.` there). */
export const liveOvnNames = (view: NodeView): readonly string[] => {
  const names: string[] = [];
  for (const { type, name } of view.state?.interfaces ?? []) {
    if (type !== 'ovs-interface' || !name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) continue;
    const network = name.slice(PREFIX.length, -SUFFIX.length);
    if (!names.includes(network)) names.push(network);
  }
  return names;
};
