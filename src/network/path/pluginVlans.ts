/**
 * The VLANs that a CNI plugin puts on the frames of its VM NICs: the bridge plugin as a port of the
 * Linux bridge, the SR-IOV plugin as the VLAN of the virtual function, which the NIC then tags
 * itself. macvtap has no such field. Source: domain reference A.4.4, A.4.5.
 */
import type { CniPlugin } from '../../cluster/cniConfig';
import { oneVlan } from './vlanFit';
import type { UsedVlans } from './vlanFit';

const UNTAGGED: UsedVlans = [];

/** Takes a plugin that is not OVN's; VLAN 0 and what is no number are untagged, as to the plugins. */
export const pluginVlans = (plugin: Exclude<CniPlugin, { family: 'ovn' }>): UsedVlans => {
  if (plugin.family === 'bridge' && plugin.vlanTrunk.length > 0) return plugin.vlanTrunk;
  if (plugin.family !== 'bridge' && plugin.family !== 'sriov') return UNTAGGED;
  const { vlan } = plugin;
  return vlan === undefined || vlan.malformed || vlan.value === 0 ? UNTAGGED : oneVlan(vlan.value);
};
