/**
 * NAD-023: two networks of one VLAN on one bridge are one segment on the wire, but two switches to
 * OVN: policies and spoof protection are separate, and address pools may overlap.
 */
import { cidrsOverlap, parseCidr } from '../../cluster/cidr';
import { text } from '../../cluster/text';
import { vlanProblem } from '../../network/nadState';
import type { NetworkGraph, NetworkView } from '../../network/networkGraph';
import { nameList } from '../facts/nameList';
import { wireOf } from '../facts/segments';
import { fault, judge } from '../finding';
import type { Rule } from '../model';
import { asOvn, nadId } from '../nadFacts';
import { changesWires } from '../facts/changesWires';

const id = 'NAD-023';

/** Its VLAN is no VLAN (NAD-010), so it is on no segment: certainly not on the untagged one. */
const isRefused = ({ vlan, nads }: NetworkView): boolean =>
  vlan === undefined &&
  nads.some((nad) => vlanProblem('vlanID', asOvn(nad)?.plugin.vlanID) !== undefined);

const bySegment = (graph: NetworkGraph): ReadonlyMap<string, NetworkView[]> => {
  const groups = new Map<string, NetworkView[]>();
  for (const network of graph.networks.values()) {
    if (network.topology !== 'localnet' || isRefused(network)) continue;
    if ((graph.localnets.get(network.physicalName)?.mappings.size ?? 0) === 0) continue;
    const key = `${wireOf(graph, network.physicalName)} ${network.vlan ?? 0}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [network]);
    else group.push(network);
  }
  return groups;
};

/** Two networks of the group whose address pools share an address. */
const overlapIn = (group: readonly NetworkView[]): readonly [string, string] | undefined => {
  const pools = group.flatMap((network) =>
    network.subnets.flatMap((subnet) => {
      const cidr = parseCidr(subnet);
      return cidr === undefined ? [] : [{ name: network.name, cidr }];
    }),
  );
  for (const [index, a] of pools.entries()) {
    const b = pools
      .slice(index + 1)
      .find((other) => other.name !== a.name && cidrsOverlap(a.cidr, other.cidr));
    if (b !== undefined) return [a.name, b.name];
  }
  return undefined;
};

export const NAD_023: Rule = {
  id,
  title: text('Several networks are the same VLAN on the same bridge'),
  severity: 'warning',
  tier: 'N',
  reads: ['nads', 'nodeStates'],
  consults: ['cudns', 'nodes'],
  heeds: { nodeStates: changesWires },
  source: 'ovn-kubernetes multi-homing: one logical switch per network name',
  check: ({ graph }) =>
    judge(id, bySegment(graph).values(), (group) => {
      const sorted = [...group].sort((a, b) => (a.name < b.name ? -1 : 1));
      const first = sorted[0];
      if (first === undefined || sorted.length < 2) return undefined;
      const overlap = overlapIn(sorted);
      const common = {
        subject: first.id,
        related: [
          ...sorted.map((network) => network.id),
          ...sorted.flatMap((n) => n.nads.map(nadId)),
        ],
      };
      const names = nameList(sorted.map((network) => network.name));
      if (overlap !== undefined) {
        return fault({
          ...common,
          severity: 'warning',
          message: text('{{a}} and {{b}} are one segment and hand out overlapping addresses.', {
            a: overlap[0],
            b: overlap[1],
          }),
          symptom: text('Two VMs can get one address.'),
          fix: text('Give them disjoint subnets, or make them one network.'),
        });
      }
      return fault({
        ...common,
        severity: 'info',
        message:
          first.vlan === undefined
            ? text('{{names}} are the same untagged segment of one bridge.', { names })
            : text('{{names}} are the same VLAN {{vlan}} of one bridge.', {
                names,
                vlan: first.vlan,
              }),
        symptom: text('Nothing on the wire; network policies of one do not see the other.'),
        fix: text('Use one network for both, if they are meant to be one.'),
      });
    }),
};
