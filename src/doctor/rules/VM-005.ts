/** VM-005: one IP address at two VMs of one segment, or at a VM and a node on that segment. */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { guestAddresses } from '../facts/guestAddresses';
import type { GuestAddress } from '../facts/guestAddresses';
import { nameList } from '../facts/nameList';
import { fault, judge } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';
import { vmIdOfVnic, vnicLabel } from '../vmFacts';
import type { Carrier, WiredNad } from '../wiredNads';
import { wiredByNad } from '../wiredNads';

const id = 'VM-005';

const SYMPTOM = text('Traffic comes and goes, depending on who answered ARP last.');
const FIX = text('Give one of them another address.');

const clash = (ip: string, users: readonly GuestAddress[]): Fault | undefined => {
  const byVnic = new Map(users.map((user) => [user.vnic.id, user]));
  const sorted = [...byVnic.values()].sort((a, b) => (a.vnic.id < b.vnic.id ? -1 : 1));
  const last = sorted.at(-1);
  if (last === undefined || sorted.length < 2) return undefined;
  const isVirtual = sorted.some((user) => user.isSecondary);
  const values = { ip, vnics: nameList(sorted.map(({ vnic }) => vnicLabel(vnic))) };
  return fault({
    severity: isVirtual ? 'warning' : 'error',
    subject: last.vnic.id,
    related: sorted.flatMap(({ vnic }) => [vnic.id, vmIdOfVnic(vnic)]),
    message: isVirtual
      ? text(
          '{{vnics}} report the same address {{ip}}; it may be a virtual one that moves.',
          values,
        )
      : text('{{vnics}} have the same address {{ip}} on one L2 segment.', values),
    symptom: SYMPTOM,
    fix: FIX,
  });
};

/** Host interfaces that are on the network's segment: the bridge itself, or its VLAN of the uplink. */
const hostInterfaces = ({ node, bridge }: Carrier, vlan: number | undefined): readonly string[] => {
  if (vlan === undefined) return [bridge.name];
  const bases = new Set([bridge.name, ...bridge.uplinks.map((port) => port.name)]);
  return [...node.byName.values()]
    .filter((record) => record.vlan?.id === vlan && bases.has(record.vlan.base))
    .map((record) => record.name);
};

/** Address -> id of the node that has it on the network's segment. */
const hostAddresses = ({ vlan, carriers }: WiredNad): ReadonlyMap<string, string> => {
  const addresses = new Map<string, string>();
  for (const carrier of carriers) {
    const { node } = carrier;
    for (const name of hostInterfaces(carrier, vlan)) {
      const records = [node.byName.get(name), node.byTypeAndName.get(`ovs-interface ${name}`)];
      for (const record of records) {
        for (const { ip } of [
          ...(record?.ipv4?.addresses ?? []),
          ...(record?.ipv6?.addresses ?? []),
        ]) {
          addresses.set(ip.toLowerCase(), entityId('node', node.name));
        }
      }
    }
  }
  return addresses;
};

class HostAddresses {
  private readonly memo = new Map<WiredNad, ReadonlyMap<string, string>>();

  constructor(private readonly graph: NetworkGraph) {}

  nodeWith(vnic: VnicView, ip: string): string | undefined {
    const wired = vnic.nadKey === undefined ? undefined : wiredByNad(this.graph).get(vnic.nadKey);
    if (wired === undefined) return undefined;
    const addresses = this.memo.get(wired) ?? hostAddresses(wired);
    this.memo.set(wired, addresses);
    return addresses.get(ip.toLowerCase());
  }
}

export const VM_005: Rule = {
  id,
  title: text('Duplicate IP address'),
  severity: 'error',
  tier: 'R',
  reads: ['vmis', 'nads'],
  consults: ['vms', 'nodeStates', 'nodes'],
  source: 'RFC 5227 address conflicts; kubevirt VMI status.interfaces',
  check: ({ graph }) => {
    const hosts = new HostAddresses(graph);
    return judge(id, guestAddresses(graph).values(), ({ ip, users }) => {
      const clashed = clash(ip, users);
      if (clashed !== undefined) return clashed;
      const vnic = users[0]?.vnic;
      const node = vnic === undefined ? undefined : hosts.nodeWith(vnic, ip);
      if (vnic === undefined || node === undefined) return undefined;
      return fault({
        severity: 'error',
        subject: vnic.id,
        related: [node, vmIdOfVnic(vnic)],
        message: text(
          '{{vnic}} has the address {{ip}}, which node {{node}} has on the same segment.',
          {
            vnic: vnicLabel(vnic),
            ip,
            node: node.slice('node/'.length),
          },
        ),
        symptom: SYMPTOM,
        fix: FIX,
      });
    });
  },
};
