/**
 * A name for a new network that says what it is and is nobody's yet: `vlan-1926`, `untagged`,
 * `trunk`, `overlay`, with a number behind it where that is taken.
 */
import { ovnName } from '../cluster/ovnNames';
import type { NetworkGraph } from '../network/networkGraph';
import type { FlowId } from './attachIntent';
import { freeName, isVlanId } from './names';
import type { Wish } from './wish';

/** Of a VLAN that is not said yet, the kind alone. */
export const wantedNetworkName = ({ reach }: Pick<Wish, 'reach'>): string =>
  reach.type === 'vlan' && isVlanId(reach.vlan) ? `vlan-${reach.vlan}` : reach.type;

export const freeNetworkName = (
  graph: NetworkGraph,
  wish: Pick<Wish, 'reach' | 'projects'>,
  flow: FlowId,
): string => {
  const wanted = wantedNetworkName(wish);
  const taken = new Set<string>();
  for (const { meta } of graph.snapshot.cudns.items.values()) taken.add(meta.name);
  for (const project of wish.projects) {
    for (const candidate of numbered(wanted)) {
      if (graph.snapshot.nads.items.has(`${project}/${candidate}`)) taken.add(candidate);
    }
  }
  if (flow !== 'linuxBridge' && flow !== 'sharedTagged') {
    const inside = new Map(numbered(wanted).map((name) => [ovnName(name), name]));
    for (const name of graph.networks.keys()) {
      const candidate = inside.get(ovnName(name));
      if (candidate !== undefined) taken.add(candidate);
    }
  }
  return freeName(wanted, taken);
};

/** As many as anybody will have of one VLAN. */
const numbered = (wanted: string): readonly string[] => [
  wanted,
  ...Array.from({ length: 98 }, (_, index) => `${wanted}-${index + 2}`),
];
