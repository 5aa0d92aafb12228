/** VM-004: a MAC address must be there once per L2 segment, VMs and hosts together. */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { nameList } from '../facts/nameList';
import { segmentOfVnic } from '../facts/segments';
import { vmNics } from '../facts/vmNics';
import { fault, judge } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';
import { nadOfVnic, sameCase, vmIdOfVnic, vnicLabel } from '../vmFacts';

const id = 'VM-004';

type ByMac = ReadonlyMap<string, readonly VnicView[]>;

const addMac = (byMac: Map<string, VnicView[]>, mac: string | undefined, vnic: VnicView): void => {
  if (mac === undefined || mac === '') return;
  const key = sameCase(mac);
  const vnics = byMac.get(key);
  if (vnics === undefined) byMac.set(key, [vnic]);
  else if (vnics.at(-1) !== vnic) vnics.push(vnic);
};

/** MAC -> NICs of VMs on secondary networks, each once, in the order of their ids. */
const vnicsByMac = (graph: NetworkGraph): ByMac => {
  const byMac = new Map<string, VnicView[]>();
  for (const { vnic } of vmNics(graph).secondary) {
    const { nic, instanceNic, status } = vnic;
    // Nearly always one and the same text, which is not worth three look-ups.
    const mac = nic?.mac;
    addMac(byMac, mac, vnic);
    if (instanceNic?.mac !== mac) addMac(byMac, instanceNic?.mac, vnic);
    if (status?.mac !== mac) addMac(byMac, status?.mac, vnic);
  }
  return byMac;
};

/**
 * The host NIC of each of these MACs; a VF that a VM holds is not on the host, so what is listed
 * is the host's own.
 */
const hostNicsByMac = (graph: NetworkGraph, wanted: ByMac): ReadonlyMap<string, string> => {
  const byMac = new Map<string, string>();
  const add = (mac: string | undefined, node: string, nic: string): void => {
    const key = mac === undefined ? undefined : sameCase(mac);
    if (key !== undefined && wanted.has(key)) byMac.set(key, entityId('nic', node, nic));
  };
  for (const node of graph.nodes.values()) {
    for (const nic of node.nics.values()) {
      add(nic.mac, node.name, nic.name);
      if (nic.permanentMac !== nic.mac) add(nic.permanentMac, node.name, nic.name);
    }
  }
  return byMac;
};

const groupBySegment = (
  graph: NetworkGraph,
  vnics: readonly VnicView[],
): ReadonlyMap<string, readonly VnicView[]> => {
  const groups = new Map<string, VnicView[]>();
  for (const vnic of vnics) {
    const segment = segmentOfVnic(graph, vnic) ?? `own ${vnic.key}`;
    const group = groups.get(segment);
    if (group === undefined) groups.set(segment, [vnic]);
    else group.push(vnic);
  }
  return groups;
};

const SYMPTOM = text('Connections flap: the switch learns the address now here, now there.');
const FIX = text('Give the interface another macAddress, or none: kubemacpool then assigns one.');

const clash = (mac: string, vnics: readonly VnicView[], severity: 'error' | 'info'): Fault => {
  const sorted = [...vnics].sort((a, b) => (a.id < b.id ? -1 : 1));
  const values = { mac, vnics: nameList(sorted.map(vnicLabel)) };
  return fault({
    severity,
    subject: sorted.at(-1)?.id ?? '',
    related: [...sorted.map((vnic) => vnic.id), ...sorted.map(vmIdOfVnic)],
    message:
      severity === 'error'
        ? text('{{vnics}} have the same MAC address {{mac}} on one L2 segment.', values)
        : text('{{vnics}} have the same MAC address {{mac}}, on different L2 segments.', values),
    symptom: SYMPTOM,
    fix: FIX,
  });
};

const hostClash = (mac: string, vnic: VnicView, nic: string): Fault =>
  fault({
    severity: 'warning',
    subject: vnic.id,
    related: [nic, vmIdOfVnic(vnic)],
    message: text('{{vnic}} has the MAC address {{mac}} of the host NIC {{nic}}.', {
      vnic: vnicLabel(vnic),
      mac,
      nic: nic.slice('nic/'.length),
    }),
    symptom: SYMPTOM,
    fix: FIX,
  });

const isSriov = (graph: NetworkGraph, vnic: VnicView): boolean => {
  const config = nadOfVnic(graph, vnic)?.config;
  return config !== undefined && 'plugin' in config && config.plugin.family === 'sriov';
};

export const VM_004: Rule = {
  id,
  title: text('Duplicate MAC address'),
  severity: 'error',
  tier: 'R',
  reads: ['vms', 'nads'],
  consults: ['vmis', 'nodeStates'],
  source: 'kubemacpool; IEEE 802.1D learning',
  check: ({ graph }) => {
    const byMac = vnicsByMac(graph);
    const hosts = hostNicsByMac(graph, byMac);
    return judge(id, byMac, ([mac, vnics]) => {
      if (vnics.length < 2 && !hosts.has(mac)) return undefined;
      const groups = [...groupBySegment(graph, vnics).values()];
      const clashes = groups.filter((group) => group.length > 1).map((g) => clash(mac, g, 'error'));
      if (clashes.length === 0 && groups.length > 1) clashes.push(clash(mac, vnics, 'info'));
      const nic = hosts.get(mac);
      const first = vnics.find((vnic) => !isSriov(graph, vnic));
      if (nic !== undefined && first !== undefined) clashes.push(hostClash(mac, first, nic));
      return clashes;
    });
  },
};
