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

const macsOf = (vnic: VnicView): ReadonlySet<string> => {
  const { nic, instanceNic, status } = vnic;
  const macs = [nic?.mac, instanceNic?.mac, status?.mac];
  return new Set(
    macs.filter((mac) => mac !== undefined && mac !== '').map((mac) => sameCase(mac ?? '')),
  );
};

/** MAC -> NICs of VMs on secondary networks, in the order of their ids. */
const vnicsByMac = (graph: NetworkGraph): ReadonlyMap<string, readonly VnicView[]> => {
  const byMac = new Map<string, VnicView[]>();
  for (const { vnic } of vmNics(graph).secondary) {
    for (const mac of macsOf(vnic)) {
      const vnics = byMac.get(mac);
      if (vnics === undefined) byMac.set(mac, [vnic]);
      else vnics.push(vnic);
    }
  }
  return byMac;
};

/** Host NICs by MAC; a VF that a VM holds is not on the host, so what is listed is the host's own. */
const hostNicsByMac = (graph: NetworkGraph): ReadonlyMap<string, string> => {
  const byMac = new Map<string, string>();
  for (const node of graph.nodes.values()) {
    for (const nic of node.nics.values()) {
      for (const mac of [nic.mac, nic.permanentMac]) {
        if (mac !== undefined) byMac.set(sameCase(mac), entityId('nic', node.name, nic.name));
      }
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
    const hosts = hostNicsByMac(graph);
    return judge(id, vnicsByMac(graph), ([mac, vnics]) => {
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
