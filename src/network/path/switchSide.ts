/**
 * The wire beyond the NICs, as far as LLDP tells. Switches advertise their VLANs partly or not
 * at all and never the native VLAN, so only a VLAN that is advertised is proven.
 * Source: domain reference A.3.5, E.2 (1, 2), NAD-015; rulings 3.
 */
import { text } from '../../cluster/text';
import { OK, broken, unknown, worse } from '../judgement';
import type { Judgement } from '../judgement';
import { chassisOf, portOf } from '../lldpNeighbors';
import type { LldpNeighbor } from '../../cluster/interfaceRecord';
import type { NodeView } from '../networkGraph';
import type { Hop } from '../trace';
import { vlansText } from './vlanFit';
import type { UsedVlans, VlanRange } from './vlanFit';

/** What has to be proven of the wire: VLANs, the native VLAN, or just that there is a switch. */
export type Wanted =
  | { readonly kind: 'vlans'; readonly vlans: UsedVlans }
  | { readonly kind: 'native' }
  | { readonly kind: 'link' };

const MAX_VLAN = 4094;

/** Whether every VLAN of the range is advertised; numbers that are no VLAN never are. */
const coversRange = (advertised: ReadonlySet<number>, { min, max }: VlanRange): boolean => {
  if (min < 1 || max > MAX_VLAN) return false;
  for (let vlan = min; vlan <= max; vlan += 1) if (!advertised.has(vlan)) return false;
  return true;
};

const neighborState = (
  nic: string,
  node: string,
  neighbor: LldpNeighbor,
  wanted: Wanted,
): Judgement => {
  if (wanted.kind === 'link') return OK;
  const values = {
    nic,
    node,
    switch: neighbor.systemName ?? neighbor.chassisId ?? '?',
    port: neighbor.portId ?? neighbor.portDescription ?? '?',
  };
  if (wanted.kind === 'native') {
    return unknown(
      text('Switch {{switch}} does not tell the native VLAN of port {{port}}.', values),
    );
  }
  if (neighbor.vlans === undefined || neighbor.vlans.length === 0) {
    return unknown(text('Switch {{switch}} advertises no VLANs on port {{port}}.', values));
  }
  const advertised = new Set(neighbor.vlans.map((vlan) => vlan.id));
  const lacking = wanted.vlans.filter((range) => !coversRange(advertised, range));
  if (lacking.length === 0) return OK;
  return broken(
    text(
      'Switch {{switch}} does not advertise VLAN {{vlan}} on port {{port}} ({{nic}} of {{node}}).',
      {
        ...values,
        vlan: vlansText(lacking),
      },
    ),
  );
};

const silentNic = (view: NodeView, nic: string): Judgement => {
  const values = { nic, node: view.name };
  return view.byName.get(nic)?.lldp?.enabled === true
    ? unknown(text('{{nic}} on {{node}} hears no LLDP neighbour.', values))
    : unknown(text('LLDP is off on {{nic}} of {{node}}.', values));
};

export interface SwitchSide {
  readonly judgement: Judgement;
  readonly hops: readonly Hop[];
}

/** Switch ports and switches behind the NICs, and whether they carry what is wanted. */
export const switchSide = (view: NodeView, nics: readonly string[], wanted: Wanted): SwitchSide => {
  const hops = new Map<string, Hop>();
  let judgement: Judgement | undefined;
  const take = (next: Judgement): void => {
    judgement = judgement === undefined ? next : worse(judgement, next);
  };
  for (const nic of nics) {
    const neighbors = view.neighbors.get(nic) ?? [];
    if (neighbors.length === 0) take(silentNic(view, nic));
    for (const neighbor of neighbors) {
      const state = neighborState(nic, view.name, neighbor, wanted);
      take(state);
      const chassis = chassisOf(neighbor);
      const port = portOf(neighbor);
      if (chassis === undefined || port === undefined) continue;
      const id = `switchPort/${chassis}/${port}`;
      hops.set(id, { id, state: state.state, reason: state.reason, parallel: true });
      hops.set(`switch/${chassis}`, { id: `switch/${chassis}`, state: 'ok', parallel: true });
    }
  }
  const none = unknown(text('No NIC of the path is known, so neither is the switch.'));
  return { judgement: judgement ?? none, hops: [...hops.values()] };
};
