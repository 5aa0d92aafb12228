/**
 * The network a node itself lives in, from the address on br-ex: that is where pod traffic
 * leaves the cluster. Source: domain reference B.6, E.2 (23), the article's first diagram.
 */
import { parseCidr } from '../cluster/cidr';
import { BR_EX } from '../cluster/ovnNames';
import { networkAddress } from './networkAddress';
import type { NodeView } from './networkGraph';

/** CIDRs of the node's own addresses on br-ex, each once; link-local ones are left out. */
export const machineNetworksOf = (view: NodeView): readonly string[] => {
  const record = view.state?.interfaces.find((i) => i.type === 'ovs-interface' && i.name === BR_EX);
  if (record === undefined) return [];
  const cidrs = new Set<string>();
  for (const stack of [record.ipv4, record.ipv6]) {
    for (const { ip, prefix } of stack?.addresses ?? []) {
      if (ip.startsWith('169.254.') || /^fe80:|^fd69:/i.test(ip)) continue;
      const cidr = parseCidr(`${ip}/${prefix}`);
      const hostOnly = cidr?.prefix === (cidr?.family === 4 ? 32 : 128);
      if (cidr !== undefined && !hostOnly) cidrs.add(networkAddress(cidr));
    }
  }
  return [...cidrs];
};
