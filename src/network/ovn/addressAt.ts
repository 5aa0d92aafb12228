/**
 * The n-th address of a range, as OVN-Kubernetes hands them out: `.1` of a node's subnet to the
 * router, `.2` to the management port, `.<node id>` of the join and transit ranges to the node.
 * Source: ovn-kubernetes go-controller/pkg/util; domain reference A.8, E.3.
 */
import { parseCidr } from '../../cluster/cidr';
import { hostAddress } from '../networkAddress';

/** `address/prefix` at this offset from the start of the range; undefined when it has no room. */
export const addressAt = (range: string, offset: number): string | undefined => {
  const cidr = parseCidr(range);
  if (cidr === undefined || offset < 0 || !Number.isInteger(offset)) return undefined;
  const room = (cidr.family === 4 ? 32 : 128) - cidr.prefix;
  if (offset >= 2 ** Math.min(room, 32)) return undefined;
  return hostAddress(cidr, offset);
};
