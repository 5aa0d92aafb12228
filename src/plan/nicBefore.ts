/**
 * What a NIC was before a bridge took it, so that undo can give it back. One policy serves all
 * chosen nodes, so a static address can only be restored where a single node is chosen; written
 * to several it would become a duplicate.
 */
import type { InterfaceRecord, IpStack } from '../cluster/interfaceRecord';
import type { NodeView } from '../network/networkGraph';

export interface NicBefore {
  /** up or down. */
  readonly state: string;
  /** Bytes; undefined where nodes differ. */
  readonly mtu?: number;
  readonly ipv4?: IpStack;
  readonly ipv6?: IpStack;
}

/** `type` is nmstate's, because a bridge and its internal interface share a name. */
export const nicBefore = (
  nodes: readonly NodeView[],
  name: string,
  type = 'ethernet',
): NicBefore => {
  const nics = nodes.flatMap((node) => node.byTypeAndName.get(`${type} ${name}`) ?? []);
  const [first, ...rest] = nics;
  if (first === undefined) return { state: 'up' };
  const mtu = rest.every((nic) => nic.mtu === first.mtu) ? first.mtu : undefined;
  const ipv4 = commonStack(nics, (nic) => nic.ipv4);
  const ipv6 = commonStack(nics, (nic) => nic.ipv6);
  return {
    state: nics.every((nic) => nic.state === 'down') ? 'down' : 'up',
    ...(mtu === undefined ? {} : { mtu }),
    ...(ipv4 === undefined ? {} : { ipv4 }),
    ...(ipv6 === undefined ? {} : { ipv6 }),
  };
};

const commonStack = (
  nics: readonly InterfaceRecord[],
  stackOf: (nic: InterfaceRecord) => IpStack | undefined,
): IpStack | undefined => {
  const stacks = nics.map(stackOf);
  const [only] = stacks;
  if (stacks.length === 1) return only;
  return only !== undefined && stacks.every((stack) => stack?.enabled === true && stack.dhcp)
    ? { enabled: true, dhcp: true, addresses: [] }
    : undefined;
};
