/**
 * NAD-021: the uplink of the bridge is itself inside a VLAN, so a network with a VLAN of its own
 * would be tagged twice, which no ordinary switch port expects.
 */
import { BR_EX } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import { memoBy } from '../../network/memoBy';
import { nameList } from '../facts/nameList';
import { fault, judge } from '../finding';
import type { Rule } from '../model';
import type { Carrier, WiredNad } from '../wiredNads';
import { carrierId, wiredNads, wiredRelated } from '../wiredNads';
import { changesAttachments, changesWires } from '../facts/changesWires';

const id = 'NAD-021';

/** VLAN that everything on the bridge is in; br-ex may only show it in the gateway annotation. */
const outerVlan = ({ node, bridge }: Carrier): number | undefined => {
  if (bridge.insideVlan !== undefined) return bridge.insideVlan;
  const gateway = bridge.name === BR_EX ? (node.record?.ovn.gateway?.vlanId ?? 0) : 0;
  return gateway === 0 ? undefined : gateway;
};

/** An OVS access port of the very VLAN: the tag comes off once, and traffic flows. */
const isSamePort = ({ bridge }: Carrier, vlan: number): boolean =>
  bridge.uplinks.some((port) => port.vlan?.mode === 'access' && port.vlan.tag === vlan);

/** The bridges that are inside a VLAN at all. */
const insideVlan = memoBy((carriers: readonly Carrier[]) =>
  carriers.filter((carrier) => outerVlan(carrier) !== undefined),
);

const doubled = (wired: WiredNad, vlan: number): readonly Carrier[] =>
  insideVlan(wired.carriers).filter((carrier) => !isSamePort(carrier, vlan));

export const NAD_021: Rule = {
  id,
  title: text('VLAN over VLAN (double tagging)'),
  severity: 'error',
  tier: 'N',
  reads: ['nads', 'nodeStates'],
  consults: ['nodes', 'vms', 'vmis'],
  heeds: { vms: changesAttachments, vmis: changesAttachments, nodeStates: changesWires },
  source: 'machine-config-operator configure-ovs (VLAN uplink of br-ex); 802.1Q',
  check: ({ graph }) =>
    judge(id, wiredNads(graph), (wired) => {
      const { vlan } = wired;
      if (vlan === undefined) return undefined;
      const carriers = doubled(wired, vlan);
      const first = carriers[0];
      if (first === undefined) return undefined;
      const outer = outerVlan(first) ?? 0;
      return fault({
        severity: 'error',
        subject: wired.subject,
        related: [...wiredRelated(graph, wired), ...carriers.map(carrierId)],
        message: text(
          '{{nad}} has VLAN {{vlan}}, but {{bridge}} on {{nodes}} already stands in VLAN {{outer}}: frames are tagged twice.',
          {
            nad: wired.label,
            vlan,
            outer,
            bridge: first.bridge.name,
            nodes: nameList(carriers.map(({ node }) => node.name)),
          },
        ),
        symptom: text('No traffic.'),
        fix:
          outer === vlan
            ? text('Drop the VLAN id: the bridge is in VLAN {{outer}} already.', { outer })
            : text('Put the trunk NIC into a bridge of its own, and map the network to that.'),
      });
    }),
};
