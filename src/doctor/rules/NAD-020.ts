/**
 * NAD-020: a Linux bridge with VLAN filtering passes only the VLANs of its ports. The operator's
 * default opens 2–4094 on every uplink; an own list, or `vlan: {}`, may not.
 */
import type { BridgePort, PortVlan } from '../../cluster/interfaceRecord';
import { text } from '../../cluster/text';
import { nameList } from '../facts/nameList';
import { fault, judge } from '../finding';
import type { Rule } from '../model';
import type { Carrier, WiredNad } from '../wiredNads';
import { carrierId, wiredNads, wiredRelated } from '../wiredNads';
import { changesAttachments, changesWires } from '../facts/changesWires';

const id = 'NAD-020';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** VLANs of the NAD, as ranges: its access VLAN, or what it trunks to the guest. */
const wantedOf = ({ vlan, trunk }: WiredNad): readonly Range[] =>
  vlan === undefined ? trunk : [{ min: vlan, max: vlan }];

const isInside = (range: Range, allowed: readonly Range[]): boolean => {
  let next = range.min;
  for (const { min, max } of [...allowed].sort((a, b) => a.min - b.min)) {
    if (min <= next && max >= next) next = max + 1;
  }
  return next > range.max;
};

const allowedOf = (vlan: PortVlan): readonly Range[] => {
  const tag = vlan.tag === undefined ? [] : [{ min: vlan.tag, max: vlan.tag }];
  if (vlan.mode === 'access') return tag;
  return [...vlan.trunkTags, ...tag];
};

type PortAnswer = 'passes' | 'blocks' | 'noFilter';

const answerOf = (port: BridgePort, wanted: readonly Range[]): PortAnswer => {
  const { vlan } = port;
  if (vlan === undefined || vlan.empty || vlan.mode === '') return 'noFilter';
  const allowed = allowedOf(vlan);
  return wanted.every((range) => isInside(range, allowed)) ? 'passes' : 'blocks';
};

const show = (ranges: readonly Range[]): string =>
  ranges.map(({ min, max }) => (min === max ? `${min}` : `${min}–${max}`)).join(', ');

const carriersThat = (wired: WiredNad, answer: PortAnswer): readonly Carrier[] => {
  const wanted = wantedOf(wired);
  return wired.carriers.filter(({ bridge }) =>
    bridge.uplinks.some((port) => answerOf(port, wanted) === answer),
  );
};

export const NAD_020: Rule = {
  id,
  title: text('VLAN is not allowed on the uplink of the Linux bridge'),
  severity: 'error',
  tier: 'N',
  reads: ['nads', 'nodeStates'],
  consults: ['nodes', 'vms', 'vmis'],
  heeds: { vms: changesAttachments, vmis: changesAttachments, nodeStates: changesWires },
  source: 'kubernetes-nmstate pkg/bridge/bridge.go; nmstate bridge_vlan.rs',
  check: ({ graph }) =>
    judge(id, wiredNads(graph), (wired) => {
      const wanted = wantedOf(wired);
      if (wired.family !== 'bridge' || wanted.length === 0) return undefined;
      const blocking = carriersThat(wired, 'blocks');
      const carriers = blocking.length > 0 ? blocking : carriersThat(wired, 'noFilter');
      const first = carriers[0];
      if (first === undefined) return undefined;
      const values = {
        nad: wired.label,
        vlan: show(wanted),
        bridge: first.bridge.name,
        nodes: nameList(carriers.map(({ node }) => node.name)),
      };
      const isBlocked = blocking.length > 0;
      return fault({
        severity: isBlocked ? 'error' : 'warning',
        subject: wired.subject,
        related: [...wiredRelated(graph, wired), ...carriers.map(carrierId)],
        message: isBlocked
          ? text(
              'The uplink of {{bridge}} on {{nodes}} does not pass VLAN {{vlan}} of {{nad}}.',
              values,
            )
          : text(
              'The uplink of {{bridge}} on {{nodes}} has no VLAN filtering, while {{nad}} uses VLAN {{vlan}}.',
              values,
            ),
        symptom: text('VMs of one node see each other, and nothing beyond.'),
        fix: isBlocked
          ? text('Add {{vlan}} to the trunk-tags of the port in the policy.', values)
          : text(
              'Remove "vlan: {}" from the port in the policy: the default then opens VLANs 2–4094.',
            ),
      });
    }),
};
