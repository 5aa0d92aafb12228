/**
 * Which VLANs the frames of a path carry at each step, and which a step lets through.
 * Source: domain reference B.10.
 */
import type { NetworkGraph } from '../networkGraph';
import type { Hop, VlanUse } from '../trace';
import { oneVlan, vlansText } from './vlanFit';
import type { UsedVlans } from './vlanFit';

const listText = (value: unknown): string | undefined =>
  Array.isArray(value) ? value.join(', ') : undefined;

/**
 * Follows the frames, which leave the VM's network with these VLANs, down to the switch; undefined
 * where nobody knows how the network tags, so that nothing is called untagged.
 */
export const vlanUsage = (
  graph: NetworkGraph,
  hops: readonly Hop[],
  vlans: UsedVlans | undefined,
): readonly VlanUse[] => {
  if (vlans === undefined) return [];
  const uses: VlanUse[] = [];
  let current = vlans;
  for (const { id } of hops) {
    const entity = graph.entities.get(id);
    if (entity === undefined) continue;
    switch (entity.kind) {
      case 'network':
      case 'nad':
      case 'bridge':
      case 'bond':
      case 'nic':
        uses.push({ id, vlans: vlansText(current) });
        break;
      case 'vlanIf': {
        const inside = entity.attributes.vlan;
        uses.push({ id, vlans: vlansText(current) });
        if (typeof inside === 'number') current = oneVlan(inside);
        break;
      }
      case 'switchPort':
        uses.push({ id, vlans: vlansText(current), allowed: listText(entity.attributes.vlans) });
        break;
      default:
    }
  }
  return uses;
};
