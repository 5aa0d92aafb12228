/**
 * How br-ex leaves the chosen nodes: on the wire as it is, or inside a VLAN that stands on a NIC
 * or bond which may carry other VLANs too (domain reference B.6, D.3, D.4).
 */
import { BR_EX } from '../cluster/ovnNames';
import type { NodeView } from '../network/networkGraph';
import { perNodes } from './perNodes';

export interface BrExFacts {
  /** Chosen nodes that do not report br-ex. */
  readonly missingOn: readonly string[];
  /** VLAN that br-ex is inside of, per node, each once; empty where it is on the wire as it is. */
  readonly insideVlans: readonly number[];
  /** What br-ex's VLAN interface stands on, each name once. */
  readonly bases: readonly string[];
  /** Some nodes have br-ex inside a VLAN and some have not, or not the same. */
  readonly isMixed: boolean;
}

/** Worked out once for each array of nodes. */
export const brExFacts = (nodes: readonly NodeView[]): BrExFacts => facts(nodes, '');

const factsOf = (nodes: readonly NodeView[]): BrExFacts => {
  const missingOn: string[] = [];
  const vlans = new Set<number>();
  const bases = new Set<string>();
  let untagged = 0;
  for (const node of nodes) {
    const bridge = node.bridges.get(BR_EX);
    if (bridge === undefined) {
      missingOn.push(node.name);
      continue;
    }
    if (bridge.insideVlan === undefined) {
      untagged += 1;
      continue;
    }
    vlans.add(bridge.insideVlan);
    for (const port of bridge.uplinks) {
      const base = node.byName.get(port.name)?.vlan?.base;
      if (base !== undefined && base !== '') bases.add(base);
    }
  }
  return {
    missingOn,
    insideVlans: [...vlans].sort((a, b) => a - b),
    bases: [...bases].sort(),
    isMixed: vlans.size > 1 || bases.size > 1 || (vlans.size > 0 && untagged > 0),
  };
};

const facts = perNodes(factsOf);
