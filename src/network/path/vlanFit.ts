/**
 * Do the frames of a network pass the VLAN filter of a bridge's uplink, and as which VLAN do
 * they leave. OVS: no entry means all VLANs. Linux: NMState's default allows 2 to 4094; an empty
 * entry turns filtering off, and then tagged frames are not kept apart.
 * Source: nmstate bridge_vlan.rs; domain reference A.1.3, B.10, NAD-020, NAD-021, NODE-012.
 */
import type { BridgePort, PortVlan } from '../../cluster/interfaceRecord';
import { text } from '../../cluster/text';
import { OK, broken, unknown } from '../judgement';
import type { Judgement } from '../judgement';
import type { BridgeView } from '../networkGraph';

export interface VlanRange {
  readonly min: number;
  readonly max: number;
}

/** VLANs a network uses; an empty list is untagged. One VLAN is a range of one. */
export type UsedVlans = readonly VlanRange[];

export const oneVlan = (vlan: number | undefined): UsedVlans =>
  vlan === undefined ? [] : [{ min: vlan, max: vlan }];

/** VLANs as a person writes them: "100", "101, 500-510". */
export const vlansText = (vlans: UsedVlans): string =>
  vlans.map(({ min, max }) => (min === max ? `${min}` : `${min}-${max}`)).join(', ');

const within = (range: VlanRange, allowed: readonly VlanRange[]): boolean =>
  allowed.some(({ min, max }) => min <= range.min && range.max <= max);

const overlaps = (range: VlanRange, allowed: readonly VlanRange[]): boolean =>
  allowed.some(({ min, max }) => min <= range.max && range.min <= max);

const allowedBy = (vlan: PortVlan): readonly VlanRange[] => {
  const native = vlan.mode === 'access' || vlan.enableNative ? oneVlan(vlan.tag) : [];
  return [...vlan.trunkTags, ...native];
};

interface Values {
  readonly [name: string]: string;
}

const untaggedFit = (ovs: boolean, vlan: PortVlan, values: Values): Judgement => {
  if (!ovs && vlan.mode === 'trunk') return OK;
  if (ovs && vlan.mode === 'trunk' && vlan.trunkTags.length === 0) return OK;
  return unknown(
    text(
      'Port {{port}} of {{bridge}} on {{node}} is limited to VLAN {{allowed}}: whether untagged frames pass is not known.',
      values,
    ),
  );
};

/** Whether frames of these VLANs pass the port's filter. */
export const portPasses = (bridge: BridgeView, port: BridgePort, used: UsedVlans): Judgement => {
  const { vlan } = port;
  const values = { port: port.name, bridge: bridge.name, node: bridge.node, vlan: vlansText(used) };
  if (vlan === undefined || vlan.mode === '') {
    if (bridge.ovs || used.length === 0) return OK;
    return unknown(
      text(
        'Port {{port}} of {{bridge}} on {{node}} does not filter VLANs, so frames of VLAN {{vlan}} may not leave it tagged.',
        values,
      ),
    );
  }
  const allowed = allowedBy(vlan);
  const withAllowed = { ...values, allowed: vlansText(allowed) };
  if (used.length === 0) return untaggedFit(bridge.ovs, vlan, withAllowed);
  if (bridge.ovs && vlan.mode === 'trunk' && vlan.trunkTags.length === 0) return OK;
  if (used.every((range) => within(range, allowed))) return OK;
  const problem = text(
    'Port {{port}} of {{bridge}} on {{node}} passes VLAN {{allowed}}, not {{vlan}}.',
    withAllowed,
  );
  return used.some((range) => overlaps(range, allowed)) ? unknown(problem) : broken(problem);
};

/** VLANs that the frames carry on the wire below a bridge with this `insideVlan`. */
export const vlansOnWire = (used: UsedVlans, insideVlan: number | undefined): UsedVlans =>
  used.length === 0 ? oneVlan(insideVlan) : used;
