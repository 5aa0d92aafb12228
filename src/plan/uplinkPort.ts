/**
 * The port below a new bridge: the NIC itself, or a bond over several with the first name of the
 * form `bond1`, `bond2`, ... that no chosen node uses.
 */
import type { NodeView } from '../network/networkGraph';
import type { UplinkChoice } from './attachIntent';
import type { UplinkPort } from './desiredStates';

export const uplinkPort = (
  uplink: UplinkChoice & { readonly type: 'newBridge' },
  nodes: readonly NodeView[],
): UplinkPort => {
  const [first = '', ...others] = uplink.nics;
  if (others.length === 0) return { name: first };
  return {
    name: freeBondName(nodes),
    bond: { mode: uplink.bondMode ?? 'active-backup', members: [...uplink.nics].sort() },
  };
};

const freeBondName = (nodes: readonly NodeView[]): string => {
  let number = 1;
  while (nodes.some((node) => isTaken(node, `bond${number}`))) number += 1;
  return `bond${number}`;
};

/** An OVS bond is no interface of its own: it shows only as what holds its members. */
const isTaken = (node: NodeView, name: string): boolean =>
  node.byName.has(name) || [...node.controllerOf.values()].includes(name);
