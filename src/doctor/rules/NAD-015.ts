/**
 * NAD-015: the switch port behind an uplink advertises its VLANs by LLDP, and the network's is
 * not among them. Switches may list VLANs partly, so it stays a warning; without LLDP nothing is
 * known.
 */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { chassisOf, portOf } from '../../network/lldpNeighbors';
import { lldpVlans } from '../facts/lldpVlans';
import { memoBy } from '../../network/memoBy';
import { nameList } from '../facts/nameList';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import type { Carrier, WiredNad } from '../wiredNads';
import { wiredNads, wiredRelated } from '../wiredNads';
import { changesAttachments, changesWires } from '../facts/changesWires';

const id = 'NAD-015';

interface Link {
  readonly carrier: Carrier;
  readonly nic: string;
}

/** One entry per network, which several NADs may share. */
const byNetwork = (graph: NetworkGraph): ReadonlyMap<string, readonly WiredNad[]> => {
  const groups = new Map<string, WiredNad[]>();
  for (const wired of wiredNads(graph)) {
    const subject = wired.network === '' ? wired.subject : entityId('network', wired.network);
    const group = groups.get(subject);
    if (group === undefined) groups.set(subject, [wired]);
    else group.push(wired);
  }
  return groups;
};

/** Links that advertise the same VLANs and stand in the same VLAN: judged once. */
interface LinkGroup {
  /** Undefined: no VLAN list is heard. */
  readonly vlans: ReadonlySet<number> | undefined;
  readonly insideVlan: number | undefined;
  readonly links: Link[];
}

/** Equal for equal VLAN lists; worked out once per list. */
const listKey = memoBy((vlans: ReadonlySet<number>): string => [...vlans].sort().join());

const linkGroups = memoBy((carriers: readonly Carrier[]): readonly LinkGroup[] => {
  const groups = new Map<string, LinkGroup>();
  for (const carrier of carriers) {
    const { insideVlan, leaves } = carrier.bridge;
    for (const nic of leaves) {
      const vlans = lldpVlans(carrier.node, nic);
      const list = vlans === undefined ? '' : listKey(vlans);
      const key = insideVlan === undefined ? list : `${insideVlan} ${list}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { vlans, insideVlan, links: [{ carrier, nic }] });
      else group.links.push({ carrier, nic });
    }
  }
  return [...groups.values()];
});

/** VLAN on the wire: the network's own, or the one its bridge stands in. Both: NAD-021. */
const wireVlan = (wired: WiredNad, insideVlan: number | undefined): number | undefined => {
  if (wired.vlan !== undefined && insideVlan !== undefined) return undefined;
  return wired.vlan ?? insideVlan;
};

const switchPorts = ({ carrier, nic }: Link): string[] =>
  (carrier.node.neighbors.get(nic) ?? []).flatMap((neighbor) => {
    const chassis = chassisOf(neighbor);
    const port = portOf(neighbor);
    return chassis === undefined || port === undefined
      ? []
      : [entityId('switchPort', chassis, port)];
  });

const portName = ({ carrier, nic }: Link): string => {
  const neighbor = carrier.node.neighbors.get(nic)?.[0];
  const name = neighbor?.systemName ?? neighbor?.chassisId ?? '';
  return `${name} ${(neighbor && portOf(neighbor)) ?? ''} (${carrier.node.name} ${nic})`.trim();
};

const countOf = (groups: readonly LinkGroup[]): number =>
  groups.reduce((sum, { links }) => sum + links.length, 0);

const silenceOf = (subject: string, silent: readonly Link[], isEverywhere: boolean): Judgement => {
  const isOff = ({ carrier, nic }: Link): boolean =>
    carrier.node.byName.get(nic)?.lldp?.enabled !== true;
  if (isEverywhere && silent.every(isOff)) {
    return unclear(subject, text('LLDP is off on every uplink'));
  }
  return unclear(
    subject,
    text('No VLAN list is heard by LLDP on {{nics}}', {
      nics: nameList(silent.map(({ carrier, nic }) => `${carrier.node.name} ${nic}`)),
    }),
  );
};

const judgeNetwork = (
  graph: NetworkGraph,
  subject: string,
  group: readonly WiredNad[],
): readonly Judgement[] => {
  const wired = group[0];
  if (wired === undefined) return [];
  const groups = linkGroups(wired.carriers).filter(
    ({ insideVlan }) => wireVlan(wired, insideVlan) !== undefined,
  );
  if (groups.length === 0) return [];
  const silent = groups.filter(({ vlans }) => vlans === undefined).flatMap(({ links }) => links);
  const lacking = groups.filter(({ vlans, insideVlan }) => {
    const vlan = wireVlan(wired, insideVlan);
    return vlans !== undefined && vlan !== undefined && !vlans.has(vlan);
  });
  const first = lacking[0];
  if (first === undefined) {
    return silent.length === 0
      ? []
      : [silenceOf(subject, silent, silent.length === countOf(groups))];
  }
  const vlan = wireVlan(wired, first.insideVlan) ?? 0;
  const links = lacking.flatMap((group) => group.links);
  return [
    fault({
      severity: 'warning',
      subject,
      related: [
        ...group.flatMap((member) => wiredRelated(graph, member)),
        ...links.flatMap(switchPorts),
        ...links.map(({ carrier, nic }) => entityId('nic', carrier.node.name, nic)),
      ],
      message: text('VLAN {{vlan}} of {{name}} is not among the VLANs that {{ports}} advertises.', {
        vlan,
        name: wired.network === '' ? wired.label : wired.network,
        ports: nameList(links.map(portName)),
      }),
      symptom: text('A VM there gets no DHCP and no ARP answer; on other nodes it may work.'),
      fix: text('Allow VLAN {{vlan}} on these switch ports: {{ports}}.', {
        vlan,
        ports: nameList(links.map(portName)),
      }),
    }),
  ];
};

export const NAD_015: Rule = {
  id,
  title: text('VLAN is not advertised by the switch port'),
  severity: 'warning',
  tier: 'N',
  reads: ['nads', 'nodeStates'],
  consults: ['nodes', 'vms', 'vmis'],
  heeds: { vms: changesAttachments, vmis: changesAttachments, nodeStates: changesWires },
  source: 'IEEE 802.1AB VLAN name TLV as nmstate reports it',
  check: ({ graph }) =>
    judge(id, byNetwork(graph), ([subject, group]) => judgeNetwork(graph, subject, group)),
};
