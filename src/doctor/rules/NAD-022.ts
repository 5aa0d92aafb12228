/**
 * NAD-022: a VLAN interface of the host on the very NIC of the bridge takes the frames of its
 * VLAN before the bridge sees them. Inferred from the kernel's receive path, hence "likely".
 */
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NodeView } from '../../network/networkGraph';
import { fault, judge } from '../finding';
import type { Rule } from '../model';
import type { Carrier } from '../wiredNads';
import { carrierId, wiredNads } from '../wiredNads';

const id = 'NAD-022';

const vlanIndex = new WeakMap<NodeView, ReadonlyMap<string, InterfaceRecord>>();

/** Host VLAN interfaces that are up, by `base id`. */
const hostVlans = (node: NodeView): ReadonlyMap<string, InterfaceRecord> => {
  const known = vlanIndex.get(node);
  if (known !== undefined) return known;
  const index = new Map<string, InterfaceRecord>();
  for (const record of node.byName.values()) {
    if (record.type !== 'vlan' || record.vlan?.id === undefined || record.state !== 'up') continue;
    index.set(`${record.vlan.base} ${record.vlan.id}`, record);
  }
  vlanIndex.set(node, index);
  return index;
};

/** The device names on which the bridge itself stands: uplinks and members of its OVS bonds. */
const ownBases = ({ bridge }: Carrier): readonly string[] =>
  bridge.uplinks.flatMap((port) => (port.bond === undefined ? [port.name] : port.bond.members));

const thiefOf = (carrier: Carrier, vlan: number): InterfaceRecord | undefined => {
  const vlans = hostVlans(carrier.node);
  for (const base of ownBases(carrier)) {
    const thief = vlans.get(`${base} ${vlan}`);
    if (thief !== undefined) return thief;
  }
  return undefined;
};

export const NAD_022: Rule = {
  id,
  title: text('Host VLAN interface likely takes the same VLAN from the same NIC'),
  severity: 'warning',
  tier: 'N',
  reads: ['nads', 'nodeStates'],
  consults: ['nodes', 'vms', 'vmis'],
  source: 'Linux net/8021q vlan_do_receive before the receive handler (inferred)',
  check: ({ graph }) =>
    judge(id, wiredNads(graph), (wired) => {
      const { vlan } = wired;
      if (vlan === undefined) return undefined;
      const thefts = wired.carriers.flatMap((carrier) => {
        const thief = thiefOf(carrier, vlan);
        return thief === undefined ? [] : [{ carrier, thief }];
      });
      const first = thefts[0];
      if (first === undefined) return undefined;
      return fault({
        severity: 'warning',
        subject: wired.subject,
        related: [
          ...wired.related,
          ...thefts.map(({ carrier }) => carrierId(carrier)),
          ...thefts.map(({ carrier, thief }) => entityId('vlanIf', carrier.node.name, thief.name)),
        ],
        message: text(
          'VLAN {{vlan}} of {{nad}} is also taken by the host interface {{interface}} on {{node}}, from the same NIC (likely).',
          {
            vlan,
            nad: wired.label,
            interface: first.thief.name,
            node: first.carrier.node.name,
          },
        ),
        symptom: text('The host has traffic on that VLAN; frames to the VMs do not arrive.'),
        fix: text(
          'Give the host its address on an OVS internal port with that tag, or use another VLAN.',
        ),
      });
    }),
};
