/**
 * NAD-022: a VLAN interface of the host on the very NIC of the bridge takes the frames of its
 * VLAN before the bridge sees them. Inferred from the kernel's receive path, hence "likely".
 */
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { memoBy } from '../../network/memoBy';
import type { NodeView } from '../../network/networkGraph';
import { fault, judge } from '../finding';
import type { Rule } from '../model';
import type { Carrier } from '../wiredNads';
import { carrierId, wiredNads, wiredRelated } from '../wiredNads';
import { changesAttachments, changesWires } from '../facts/changesWires';

const id = 'NAD-022';

interface Theft {
  readonly carrier: Carrier;
  readonly thief: InterfaceRecord;
}

/** The device names on which the bridge itself stands: uplinks and members of its OVS bonds. */
const ownBases = ({ bridge }: Carrier): ReadonlySet<string> =>
  new Set(
    bridge.uplinks.flatMap((port) => (port.bond === undefined ? [port.name] : port.bond.members)),
  );

/** VLAN interfaces of a node that are up. */
const hostVlans = memoBy((node: NodeView): readonly InterfaceRecord[] =>
  (node.state?.interfaces ?? []).filter(({ type, state }) => type === 'vlan' && state === 'up'),
);

/** VLAN id -> where a host VLAN interface that is up stands on the uplink of the bridge. */
const theftsOf = memoBy((carriers: readonly Carrier[]): ReadonlyMap<number, readonly Theft[]> => {
  const byVlan = new Map<number, Theft[]>();
  for (const carrier of carriers) {
    if (hostVlans(carrier.node).length === 0) continue;
    const bases = ownBases(carrier);
    for (const record of hostVlans(carrier.node)) {
      const { vlan } = record;
      if (vlan?.id === undefined || !bases.has(vlan.base)) continue;
      const thefts = byVlan.get(vlan.id);
      if (thefts === undefined) byVlan.set(vlan.id, [{ carrier, thief: record }]);
      else thefts.push({ carrier, thief: record });
    }
  }
  return byVlan;
});

export const NAD_022: Rule = {
  id,
  title: text('Host VLAN interface likely takes the same VLAN from the same NIC'),
  severity: 'warning',
  tier: 'N',
  reads: ['nads', 'nodeStates'],
  consults: ['nodes', 'vms', 'vmis'],
  heeds: { vms: changesAttachments, vmis: changesAttachments, nodeStates: changesWires },
  source: 'Linux net/8021q vlan_do_receive before the receive handler (inferred)',
  check: ({ graph }) =>
    judge(id, wiredNads(graph), (wired) => {
      const { vlan } = wired;
      if (vlan === undefined) return undefined;
      const thefts = theftsOf(wired.carriers).get(vlan) ?? [];
      const first = thefts[0];
      if (first === undefined) return undefined;
      return fault({
        severity: 'warning',
        subject: wired.subject,
        related: [
          ...wiredRelated(graph, wired),
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
