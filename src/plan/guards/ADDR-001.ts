/**
 * ADDR-001: where OVN-Kubernetes shall give the addresses, it needs subnets that are CIDRs, at
 * most one per family, and not the cluster's own (domain reference A.6, C.2 CUDN-006).
 */
import { cidrsOverlap, parseCidr } from '../../cluster/cidr';
import type { Cidr } from '../../cluster/cidr';
import { text } from '../../cluster/text';
import type { FlowContext } from '../flows/flow';
import type { Guard } from '../model';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'ADDR-001';

export const ADDR_001: GuardRule = {
  id: ID,
  check: (context) => {
    const { addressing } = context.intent;
    if (addressing.type === 'outside') return [];
    if (addressing.subnets.length === 0) {
      return [guard(ID, 'block', 'addresses', text('Give a subnet, such as 10.200.0.0/24.'))];
    }
    return addressing.subnets.flatMap((subnet) => checkSubnet(context, subnet));
  },
};

const checkSubnet = (context: FlowContext, subnet: string): readonly Guard[] => {
  const cidr = parseCidr(subnet);
  if (cidr === undefined) {
    return [
      guard(
        ID,
        'block',
        'addresses',
        text('{{subnet}} is no subnet; write it like 10.200.0.0/24.', { subnet }),
      ),
    ];
  }
  const taken = clusterCidrs(context).find(([, own]) => cidrsOverlap(own, cidr));
  if (taken === undefined) return [];
  return [
    guard(
      ID,
      'block',
      'addresses',
      text('{{subnet}} overlaps {{own}}, which the cluster uses itself.', {
        subnet,
        own: taken[0],
      }),
    ),
  ];
};

const clusterCidrs = ({ graph }: FlowContext): readonly (readonly [string, Cidr])[] => {
  const network = graph.snapshot.clusterNetworks.items.get('cluster');
  const own = [
    ...(network?.clusterNetworks.map(({ cidr }) => cidr) ?? []),
    ...(network?.serviceNetworks ?? []),
  ];
  return own.flatMap((written) => {
    const cidr = parseCidr(written);
    return cidr === undefined ? [] : [[written, cidr] as const];
  });
};
